import { parseBuffer } from "music-metadata";
import { describe, expect, it } from "vitest";
import { box, M4A, MOVING_GIF, PHONE_JPEG, PHONE_PNG, PHONE_WEBP } from "../samples.ts";
import { joined, of, refusal, taken, text } from "../taking.ts";

describe("what a telephone hides in sound", () => {
  /** A box of a list of notes: a text of UTF-8 (QuickTime File Format, "Metadata Item Atom"). */
  const note = (type: string, said: string, kind = 1): Uint8Array =>
    box(type, box("data", [0, 0, 0, kind, 0, 0, 0, 0], said));
  const list = (handler: string, ...notes: Uint8Array[]): Uint8Array =>
    box("meta", [0, 0, 0, 0], box("hdlr", new Uint8Array(8), handler, new Uint8Array(13)), box("ilst", ...notes));
  const recorded = (...within: Uint8Array[]): Uint8Array => {
    const at = text(M4A).indexOf("moov") - 4;
    const length = new DataView(M4A.buffer).getUint32(at);
    return joined(
      M4A.subarray(0, at),
      box("moov", M4A.subarray(at + 8, at + length), ...within),
      M4A.subarray(at + length),
    );
  };
  const PLACE = "+47.22N+008.54";

  it.each<[string, Uint8Array]>([
    ["a list of QuickTime's, as telephones note it", box("udta", list("mdta", note("\0\0\0\x01", PLACE)))],
    ["a track's own notes, deep in it", box("trak", box("mdia", box("minf", box("udta", box("\xa9xyz", PLACE)))))],
    ["a field of anybody's", box("udta", list("mdir", note("----", PLACE), note("\xa9cmt", PLACE)))],
    ["a cover that no player shows", box("udta", list("mdir", note("covr", PLACE)))],
    ["what is free", box("free", PLACE)],
    [
      "what is free in a list",
      box(
        "udta",
        box("meta", [0, 0, 0, 0], box("hdlr", new Uint8Array(8), "mdir", new Uint8Array(13)), box("skip", PLACE)),
      ),
    ],
  ])("leaves it: %s", async (_, within) => {
    const { bytes, duration } = await taken(recorded(within));
    expect(text(bytes)).not.toContain(PLACE);
    expect(duration).toBe(2.5);
  });

  it("and a programme's title and cover stay, beside what leaves it", async () => {
    const sent = recorded(
      box(
        "udta",
        list("mdir", note("----", PLACE), note("\xa9nam", "Rain at noon"), note("covr", text(MOVING_GIF), 13)),
      ),
    );
    const { bytes } = await taken(sent);
    expect(text(bytes)).toContain("Rain at noon");
    expect(text(bytes)).toContain(text(MOVING_GIF));
    const { common } = await parseBuffer(bytes, { mimeType: "audio/mp4" });
    expect(common).toMatchObject({ title: "Rain at noon", picture: [{ format: expect.any(String) }] });
  });

  it.each<[string, Uint8Array]>([
    ["a JPEG", PHONE_JPEG],
    ["a PNG", PHONE_PNG],
    ["a WebP", PHONE_WEBP],
    ["a WebP whose Exif has no prefix", of(`RIFFWEBPEXIF\x1a\0\0\0MM\0*`)],
  ])("a cover that says where it was taken is asked for without that: %s", async (_, cover) => {
    expect(await refusal(recorded(box("udta", list("mdir", note("covr", text(cover), 13)))))).toMatch(
      /^content: .*cover/,
    );
  });
});
