import { describe, expect, it } from "vitest";
import { MAX_AUDIO_BYTES, MAX_IMAGE_BYTES } from "../../src/media/kinds.ts";
import { takeFile } from "../../src/media/take.ts";
import * as samples from "./samples.ts";
import { joined, of, refusal, taken, text } from "./taking.ts";

const { PHONE_JPEG, PHONE_PNG, PHONE_WEBP, PHONE_AVIF, MOVING_GIF, MOVING_WEBP, PROGRESSIVE_JPEG, MP3, WAV, M4A } =
  samples;

describe("a file that is taken", () => {
  it.each<[string, Uint8Array, Record<string, unknown>]>([
    ["a JPEG, as it is turned", PHONE_JPEG, { extension: "jpg", type: "image/jpeg", width: 6, height: 8 }],
    ["a PNG, as it is turned", PHONE_PNG, { extension: "png", type: "image/png", width: 6, height: 8 }],
    ["a WebP, as it is turned", PHONE_WEBP, { extension: "webp", type: "image/webp", width: 6, height: 8 }],
    ["an AVIF, as it is turned", PHONE_AVIF, { extension: "avif", type: "image/avif", width: 6, height: 8 }],
    ["a progressive JPEG", PROGRESSIVE_JPEG, { extension: "jpg", type: "image/jpeg", width: 8, height: 6 }],
    ["a GIF that moves", MOVING_GIF, { extension: "gif", type: "image/gif", width: 4, height: 4 }],
    ["a WebP that moves", MOVING_WEBP, { extension: "webp", type: "image/webp", width: 4, height: 4 }],
    ["an MP3", MP3, { extension: "mp3", type: "audio/mpeg", duration: 1.152 }],
    ["a WAV", WAV, { extension: "wav", type: "audio/wav", duration: 0.5 }],
    ["an M4A", M4A, { extension: "m4a", type: "audio/mp4", duration: 2.5 }],
  ])("is known by its content, and measured: %s", async (_, sent, known) => {
    const { bytes: _bytes, status: _status, ...about } = await taken(sent);
    expect(about).toEqual(known);
  });

  it.each([
    ["JPEG", PHONE_JPEG],
    ["PNG", PHONE_PNG],
    ["WebP", PHONE_WEBP],
    ["AVIF", PHONE_AVIF],
    ["WebP that moves", MOVING_WEBP],
    ["WAV", WAV],
    ["M4A", M4A],
  ])("says nothing of where, with what and by whom it was made: %s", async (_, sent) => {
    const before = samples.SECRETS.filter((secret) => text(sent).includes(secret));
    expect(before.length).toBeGreaterThan(0);
    const { bytes } = await taken(sent);
    expect(samples.SECRETS.filter((secret) => text(bytes).includes(secret))).toEqual([]);
  });

  it.each([
    ["JPEG", PHONE_JPEG],
    ["PNG", PHONE_PNG],
    ["WebP", PHONE_WEBP],
    ["AVIF", PHONE_AVIF],
    ["GIF", MOVING_GIF],
    ["progressive JPEG", PROGRESSIVE_JPEG],
    ["WAV", WAV],
    ["M4A", M4A],
    ["MP3", MP3],
  ])("is the same when it is sent once more: %s", async (_, sent) => {
    const { bytes } = await taken(sent);
    expect(text((await taken(bytes)).bytes)).toBe(text(bytes));
  });

  it("keeps a JPEG's pixels, bit by bit, and its colours", async () => {
    const { bytes } = await taken(PHONE_JPEG);
    const scan = text(PHONE_JPEG).slice(text(PHONE_JPEG).indexOf("\xff\xdb"));
    expect(text(bytes).endsWith(scan)).toBe(true);
    expect(text(bytes)).toContain("ICC_PROFILE\0");
    expect(text(bytes)).toContain("Exif\0\0MM\0*");
  });

  it("keeps the order of a progressive JPEG's scans", async () => {
    expect(text((await taken(PROGRESSIVE_JPEG)).bytes)).toBe(text(PROGRESSIVE_JPEG));
  });

  it("keeps a PNG's pixels and colours", async () => {
    const { bytes } = await taken(PHONE_PNG);
    const [, ...kinds] = text(bytes).match(/IHDR|eXIf|iCCP|pHYs|IDAT|IEND|iTXt|tEXt|zTXt/g) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(["eXIf", "iCCP", "IDAT", "IEND"]));
    expect(kinds).not.toContain("iTXt");
  });

  it("keeps an AVIF's parts where they were: all but its notes is as it was sent", async () => {
    const { bytes } = await taken(PHONE_AVIF);
    expect(bytes.length).toBe(PHONE_AVIF.length);
    const changed = [...bytes.keys()].filter((at) => bytes[at] !== PHONE_AVIF[at]);
    const [first = 0, last = 0] = [changed[0], changed.at(-1)];
    // Exif and XMP, with nothing of the picture between them.
    expect(last - first).toBeLessThan(412 + 292 + 16);
  });

  it.each<[string, (place: string) => Uint8Array]>([
    ["what is free", (place) => joined(PHONE_AVIF, samples.box("free", place))],
    ["a second table of parts", (place) => joined(PHONE_AVIF, samples.box("meta", [0, 0, 0, 0], place))],
  ])("says nothing in an AVIF's %s", async (_, sent) => {
    expect(text((await taken(sent("47,22N"))).bytes)).not.toContain("47,22N");
  });

  it("says nothing in a box of its own among an AVIF's parts", async () => {
    const sent = PHONE_AVIF.slice();
    // Its references, which are of its notes alone, become what nobody knows.
    sent.set(of("uuid47,22N"), text(sent).indexOf("iref"));
    const { bytes } = await taken(sent);
    expect(text(bytes)).not.toContain("47,22N");
  });

  it("lets a GIF go on moving, and drops its comments", async () => {
    const end = MOVING_GIF.length - 1;
    const comment = of("\x21\xfe\x06Ada Q.\0");
    const { bytes } = await taken(joined(MOVING_GIF.subarray(0, end), comment, MOVING_GIF.subarray(end)));
    expect(text(bytes)).toBe(text(MOVING_GIF));
    expect(text(bytes)).toContain("NETSCAPE2.0");
  });

  it("keeps a programme's chapters", async () => {
    expect(text((await taken(M4A)).bytes)).toContain("Chapter one");
  });
});

describe("whatever comes after a file's end", () => {
  it.each([
    ["JPEG", PHONE_JPEG],
    ["PNG", PHONE_PNG],
    ["GIF", MOVING_GIF],
    ["WebP", PHONE_WEBP],
    ["WAV", WAV],
  ])("is no part of it: a %s that is a page, too", async (_, sent) => {
    const page = of("<html><script>alert(1)</script>PK\x05\x06");
    expect(text((await taken(joined(sent, page))).bytes)).toBe(text((await taken(sent)).bytes));
  });
});

describe("a file that is refused", () => {
  const scripted = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  it.each<[string, Uint8Array, RegExp]>([
    ["an SVG, which runs scripts", of(scripted), /^kind: /],
    ["an SVG with a declaration", of(`<?xml version="1.0"?>${scripted}`), /^kind: /],
    ["a page", of("<!doctype html><script>1</script>"), /^kind: The file is of no kind/],
    ["a PDF", of("%PDF-1.7\n%abc\n"), /^kind: The file is a \.pdf file/],
    ["a text", of("Rain at noon."), /^kind: /],
    ["nothing", new Uint8Array(), /^content: The file is empty/],
    ["a HEIC", samples.box("ftyp", "heic\0\0\0\0mif1heic"), /^kind: The file is a \.heic file/],
    ["a film in fragments", joined(M4A, samples.box("moof", [])), /^content: .*fragments/],
    ["a WAV without sound", samples.riff("WAVE", samples.chunk("fmt ", "0123456789abcdef")), /^content: .*damaged/],
  ])("%s", async (_, sent, told) => expect(await refusal(sent)).toMatch(told));

  it("one that is too large for its kind", async () => {
    const large = new Uint8Array(MAX_IMAGE_BYTES + 1);
    large.set(PHONE_JPEG);
    expect(await refusal(large)).toMatch(/^size: A picture may have 20 MB/);
    const long = new Uint8Array(MAX_AUDIO_BYTES + 1);
    long.set(WAV);
    expect(await refusal(long)).toMatch(/^size: A sound may have 50 MB/);
  });

  it("one that says it has more pixels than anybody's memory", async () => {
    const bomb = MOVING_GIF.slice();
    new DataView(bomb.buffer).setUint16(6, 60_000, true);
    new DataView(bomb.buffer).setUint16(8, 60_000, true);
    expect(await refusal(bomb)).toMatch(/^size: The picture has 60,000 × 60,000 pixels/);
  });

  it("an AVIF whose notes lie where nobody can tell", async () => {
    const hidden = PHONE_AVIF.slice();
    const table = text(hidden).indexOf("iloc");
    hidden.set(of("free"), table);
    expect(await refusal(hidden)).toMatch(/^content: .*cannot be taken out/);
  });

  /** The table of where things are, of another content and the same length. */
  const located = (...table: number[]): Uint8Array => {
    const changed = PHONE_AVIF.slice();
    changed.set(table, text(changed).indexOf("iloc") + 4);
    return changed;
  };

  it.each<[string, Uint8Array, RegExp]>([
    // Version 0; no sizes; one item, the second; extents without end.
    ["extents that take no byte each", located(0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0xff, 0xff), /damaged/],
    // Offsets of four bytes and no length: from there to the end.
    [
      "notes that go on to the file's end",
      located(0, 0, 0, 0, 0x40, 0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 3, 0x7c),
      /taken out/,
    ],
  ])("an AVIF that would cost more than it has: %s", async (_, sent, told) =>
    expect(await refusal(sent)).toMatch(told),
  );

  const many = (part: Uint8Array): Uint8Array => new Uint8Array(Buffer.alloc(30_000 * part.length, part));

  it.each<[string, Uint8Array]>([
    ["a JPEG's segments", joined(PHONE_JPEG.subarray(0, 2), many(of("\xff\xe1\0\x02")), PHONE_JPEG.subarray(2))],
    ["a PNG's chunks", joined(PHONE_PNG.subarray(0, 33), many(of("\0\0\0\0tEXt....")), PHONE_PNG.subarray(33))],
    ["a GIF's extensions", joined(MOVING_GIF.subarray(0, 19), many(of("!\xfe\0")), MOVING_GIF.subarray(19))],
    ["a WAV's lists", samples.riff("WAVE", WAV.subarray(12), many(samples.chunk("LIST", "")))],
    ["an M4A's boxes", joined(M4A, many(samples.box("free")))],
    ["an AVIF's boxes", joined(PHONE_AVIF, many(samples.box("free")))],
  ])("one of nothing but tiny parts: %s", async (_, sent) =>
    expect(await refusal(sent)).toMatch(/^content: .*damaged/),
  );

  it("boxes in boxes, deeper than any program calls itself", async () => {
    const depth = 15_000;
    const heads = new DataView(new ArrayBuffer(8 * depth));
    for (let at = 0; at < depth; at += 1) {
      heads.setUint32(8 * at, 8 * (depth - at));
      heads.setUint32(8 * at + 4, 0x7472_616b);
    }
    const deep = joined(M4A.subarray(0, 24), samples.box("moov", new Uint8Array(heads.buffer)));
    expect((await takeFile(deep)).status).toBe("refused");
  });

  it.each([
    ["JPEG", PHONE_JPEG],
    ["progressive JPEG", PROGRESSIVE_JPEG],
    ["PNG", PHONE_PNG],
    ["GIF", MOVING_GIF],
    ["WebP", PHONE_WEBP],
    ["WAV", WAV],
  ])("one that is cut short anywhere, but never lets more of it out: %s", async (_, sent) => {
    for (let length = 0; length < sent.length - 1; length += 7)
      expect((await takeFile(sent.subarray(0, length))).status, `${length} bytes`).toBe("refused");
  });
});

describe("a file of which any bytes are changed", () => {
  it.each(Object.entries({ PHONE_JPEG, PHONE_PNG, PHONE_WEBP, PHONE_AVIF, MOVING_GIF, MP3, WAV, M4A }))(
    "is taken or refused, never a fault of ours: %s",
    async (_, sent) => {
      let seed = 7;
      const random = (below: number): number => {
        seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
        return seed % below;
      };
      for (let turn = 0; turn < 300; turn += 1) {
        const changed = sent.slice();
        for (let left = 1 + random(4); left > 0; left -= 1) changed[random(changed.length)] = random(256);
        expect(["taken", "refused"]).toContain((await takeFile(changed)).status);
      }
    },
  );
});
