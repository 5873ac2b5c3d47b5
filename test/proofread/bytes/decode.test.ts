import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodedDocument, decodeDocument } from "../../../src/proofread/bytes/decode.ts";

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

const declared = (encoding: string, text = "<a>é</a>") => `<?xml version="1.0" encoding="${encoding}"?>\n${text}`;

/** The encoding, what said so, and the rules that are broken. */
function decoded(bytes: Uint8Array, contentType?: string): [string, DecodedDocument["from"], ...string[]] {
  const { encoding, from, findings } = decodeDocument(bytes, contentType);
  return [encoding, from, ...findings.map(({ rule }) => rule)];
}

describe("decodeDocument", () => {
  it.each<[string, Uint8Array, string | undefined, ReturnType<typeof decoded>]>([
    ["nothing but UTF-8", utf8("<a>é</a>"), undefined, ["utf-8", "default"]],
    ["a declaration", latin1(declared("ISO-8859-1")), undefined, ["windows-1252", "declaration"]],
    [
      "a declaration in single quotes",
      latin1("<?xml version='1.0' encoding = 'windows-1251' ?><a/>"),
      undefined,
      ["windows-1251", "declaration"],
    ],
    ["a header", latin1("<a>é</a>"), "text/xml; charset=ISO-8859-1", ["windows-1252", "header"]],
    ["a header in quotes", latin1("<a>é</a>"), 'text/xml;CHARSET = "iso-8859-1"; x=y', ["windows-1252", "header"]],
    ["a mark", utf8("\uFEFF<a>é</a>"), undefined, ["utf-8", "bom"]],
    ["UTF-16 with its mark", utf16le(`\uFEFF${declared("UTF-16")}`), undefined, ["utf-16le", "bom"]],
    ["UTF-16, big end first", utf16be(`\uFEFF${declared("utf-16")}`), undefined, ["utf-16be", "bom"]],
    ["UTF-16 without its mark", utf16be(declared("utf-16be")), undefined, ["utf-16be", "form", "xml/utf-16-mark"]],
    [
      "a header that goes before the declaration",
      latin1(declared("utf-8")),
      "text/xml; charset=iso-8859-1",
      ["windows-1252", "header", "http/charset-declared"],
    ],
    [
      "a mark that goes before the header",
      utf8(`\uFEFF${declared("utf-8")}`),
      "text/xml; charset=iso-8859-1",
      ["utf-8", "bom", "http/charset-declared", "document/encoding-form"],
    ],
    [
      "a charset that there is not",
      utf8("<a/>"),
      "text/xml; charset=utf-9",
      ["utf-8", "default", "document/encoding-known"],
    ],
    [
      "an encoding that there is not",
      utf8(declared("x-none")),
      undefined,
      ["utf-8", "default", "document/encoding-known"],
    ],
    [
      "a declaration of UTF-16 that is not so",
      utf8(declared("utf-16")),
      undefined,
      ["utf-8", "default", "document/encoding-form"],
    ],
    [
      "a header of UTF-16 that is not so",
      utf8("<a>é</a>"),
      "text/xml; charset=utf-16",
      ["utf-8", "default", "document/encoding-form"],
    ],
    [
      "UTF-16 that begins with a newline",
      utf16le("\n<a>é</a>"),
      "text/xml; charset=utf-16",
      ["utf-16le", "form", "xml/utf-16-mark"],
    ],
    [
      "a second mark before the declaration",
      utf8(`\uFEFF\uFEFF${declared("utf-8")}`),
      undefined,
      ["utf-8", "bom", "xml/declaration-first"],
    ],
    [
      "a second mark where there is no declaration",
      utf8("\uFEFF\uFEFF<a/>"),
      undefined,
      ["utf-8", "bom", "xml/well-formed"],
    ],
    [
      "ASCII that is not only that",
      utf8(declared("us-ascii")),
      undefined,
      ["us-ascii", "declaration", "document/encoding-bytes"],
    ],
    ["ASCII", utf8(declared("US-ASCII", "<a/>")), undefined, ["us-ascii", "declaration"]],
    ["an attribute that is no declaration", utf8('<a encoding="latin1">é</a>'), undefined, ["utf-8", "default"]],
    [
      "JSON, whose types have no charset",
      utf8('{"a": "é"}'),
      "application/feed+json; charset=iso-8859-1",
      ["utf-8", "default"],
    ],
    ["JSON with a mark", utf8("\uFEFF{}"), undefined, ["utf-8", "bom", "json/byte-order-mark"]],
    ["JSON in UTF-16", utf16le("{}"), undefined, ["utf-16le", "form", "json/utf-8"]],
    ["nothing", utf8(""), undefined, ["utf-8", "default"]],
  ])("goes by %s", (_, bytes, contentType, expected) => expect(decoded(bytes, contentType)).toEqual(expected));

  it.each([
    ["", utf8("<a>é🙂</a>")],
    ["", utf8("\uFEFF<a>é🙂</a>")],
    ["", utf16be("\uFEFF<a>é🙂</a>")],
    ["text/xml; charset=utf-16le", utf16le("<a>é🙂</a>")],
  ])("gives the text without its mark (%s)", (type, bytes) =>
    expect(decodeDocument(bytes, type).text).toBe("<a>é🙂</a>"),
  );

  it("finds the first byte that is wrong, says what was probably meant, and reads on", () =>
    expect(decodeDocument(latin1("\xEF\xBB\xBF<a>\n <b>it\x92s</b>\n\xE9</a>"))).toEqual({
      text: "<a>\n <b>it\uFFFDs</b>\n\uFFFD</a>",
      encoding: "utf-8",
      from: "bom",
      findings: [
        {
          rule: "document/encoding-bytes",
          severity: "error",
          where: "line 2, column 7",
          message:
            "the bytes are not utf-8, as their byte order mark says they are: there is a byte 0x92, which in windows-1252 is ’",
          line: 2,
          column: 7,
        },
      ],
    }));

  it.each([
    ["a character that looks like it, where the document has that", "<a>\uFFFD\n\uFFFDé", "line 2, column 3"],
    ["lines that end in carriage returns", "<a>\r\r\n ", "line 3, column 2"],
  ])("finds the first byte that is wrong behind %s", (_, before, where) => {
    const bytes = Buffer.concat([utf8(before), latin1("\x92</a>")]);
    const [finding] = decodeDocument(new Uint8Array(bytes)).findings;
    expect([finding?.where, finding?.message]).toEqual([where, expect.stringContaining("there is a byte 0x92")]);
  });

  it("finds the first byte that is no letter of ISO-8859-1, whatever ends the lines before it", () => {
    const { findings } = decodeDocument(latin1(declared("ISO-8859-1", "<a>\r\r\n \x92</a>")));
    expect(findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      "document/encoding-latin-1 line 4, column 2",
    ]);
  });

  it("repeats no huge name of a charset", () => {
    const { findings } = decodeDocument(utf8("<a/>"), `text/xml; charset=${"x".repeat(10_000)}`);
    expect(findings[0]?.message.length).toBeLessThan(200);
  });

  it("never throws, and has a text for any bytes", () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    const types = fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.constantFrom("utf-16", "x", "gbk").map((name) => `text/xml; charset=${name}`),
    );
    fc.assert(
      fc.property(bytes, types, (one, type) => void expect(decodeDocument(one, type).text).toBeTypeOf("string")),
    );
  });
});
