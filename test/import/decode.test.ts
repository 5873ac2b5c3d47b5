import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/import/decode.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
const text = (data: Uint8Array, contentType?: string) => decode(data, contentType).text;

describe("encodings", () => {
  it("a byte order mark wins over everything", () => {
    expect(
      text(bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="windows-1251"?>é'), "text/xml; charset=koi8-r"),
    ).toBe('<?xml version="1.0" encoding="windows-1251"?>é');
    expect(text(bytes([0xff, 0xfe, 0x3c, 0, 0x61, 0]))).toBe("<a");
    expect(text(bytes([0xfe, 0xff, 0, 0x3c, 0, 0x61]))).toBe("<a");
  });

  it("then the HTTP charset, then the declaration", () => {
    const data = bytes('\n<?xml version="1.0" encoding="windows-1251"?>', [0xdf]);
    expect(text(data)).toContain("Я");
    expect(text(data, 'text/xml; charset="iso-8859-1"')).toContain("ß");
  });

  it("UTF-16 is known by its first character", () => {
    expect(text(bytes([0x3c, 0, 0x61, 0]))).toBe("<a");
    expect(text(bytes([0, 0x3c, 0, 0x61]))).toBe("<a");
  });

  it("the HTTP charset wins over the first character, too (RFC 7303 §3)", () => {
    expect(text(bytes([0x3c, 0, 0x61, 0]), "text/xml; charset=utf-16be")).toBe("\u3c00\u6100");
  });

  it("what is not what it says is read as something, with a note", () => {
    expect(decode(bytes('<?xml version="1.0" encoding="utf-8"?>', [0xe9]))).toMatchObject({
      text: expect.stringContaining("é"),
      notes: ["says that it is utf-8, which it is not", "read as windows-1252"],
    });
    expect(decode(bytes('<?xml version="1.0" encoding="klingon"?>é'))).toMatchObject({
      text: expect.stringContaining("é"),
      notes: ["says that it is klingon, which it is not"],
    });
  });

  it("a declaration of UTF-16 that can be read as ASCII is not believed", () => {
    expect(decode(bytes('<?xml version="1.0" encoding="UTF-16"?>é'))).toEqual({
      text: '<?xml version="1.0" encoding="UTF-16"?>é',
      notes: [],
    });
  });

  it("only a declaration at the beginning counts", () => {
    expect(text(bytes('<a>é <?xml version="1.0" encoding="koi8-r"?></a>'))).toContain("é");
  });

  it.each([
    ["text/xml; charset=iso-8859-1", "ß"],
    ["text/xml;charset=ISO-8859-1;x=y", "ß"],
    ['text/xml; Charset = "iso-8859-1"', "ß"],
    // Without a charset, text that is no UTF-8 is windows-1252.
    ["text/xml", "ß"],
    ["text/xml; charset=", "ß"],
    ["text/xml; charset=windows-1251", "Я"],
  ])("the Content-Type %j reads 0xDF as %s", (contentType, expected) => {
    expect(text(bytes([0xdf]), contentType)).toBe(expected);
  });

  it("an HTTP charset that is wrong is noted, and UTF-8 is tried", () => {
    expect(decode(bytes("é"), "text/xml; charset=us-klingon")).toEqual({
      text: "é",
      notes: ["says that it is us-klingon, which it is not"],
    });
  });
});

describe("any bytes", () => {
  it("of UTF-8 come back as they were, without their mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (value, marked) => {
        // Controls are read as the letters that windows-1252 has in their place.
        const plain = value.replace(/^\uFEFF+/, "").replace(/[\u0080-\u009F]/g, "");
        fc.pre(!/^[<\0]/.test(plain));
        expect(decode(bytes(marked ? [0xef, 0xbb, 0xbf] : [], plain))).toEqual({ text: plain, notes: [] });
      }),
    );
  });

  it("of UTF-16 with a mark come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (value, little) => {
        const units = [0xfeff, ...Array.from({ length: value.length }, (_, index) => value.charCodeAt(index))];
        const data = units.flatMap((unit) => (little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
        expect(decode(new Uint8Array(data))).toEqual({ text: value, notes: [] });
      }),
    );
  });

  it("are some text, whatever they are said to be", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.option(fc.string(), { nil: undefined }), (data, contentType) => {
        expect(typeof decode(data, contentType).text).toBe("string");
      }),
    );
  });
});
