import type { Rule, ServedDocument } from "../rule.ts";

const XML_ENCODING = {
  section: "XML 1.0 §4.3.3; RFC 8259 §8.1",
  url: "https://www.w3.org/TR/xml/#charencoding",
} as const;

const OF_XML = ["rss", "rdf", "atom", "entry"] as const;

/** The bytes are none of the encoding that they are said to be in. */
export const ENCODING_BYTES: Rule = {
  ...XML_ENCODING,
  ...{ name: "document/encoding-bytes", severity: "error", formats: [...OF_XML, "json"], element: "the document" },
  says: "A document's bytes are in the encoding that it is said to be in; UTF-8, where nothing is said",
  mend: "Save and send the document as UTF-8, and say so: text that was pasted in from elsewhere is often windows-1252.",
  readers: "Parsers of XML have to stop at such a byte; readers that go on show � in its place.",
  fails: xml("UTF-8", { encodedAs: "windows-1252" }),
  passes: xml("UTF-8", {}),
};

/** An encoding is named that nobody knows. */
export const ENCODING_KNOWN: Rule = {
  ...{ name: "document/encoding-known", severity: "error", formats: OF_XML, element: "encoding" },
  says: "The encoding that a header or a declaration names is one that there is",
  section: "XML 1.0 §4.3.3; Encoding Standard §4.2",
  url: "https://encoding.spec.whatwg.org/#names-and-labels",
  mend: "Send the document as UTF-8, and name that.",
  fails: xml("utf-8-unicode", {}),
  passes: xml("UTF-8", {}),
};

/** Browsers read what is called ISO-8859-1 as windows-1252 (Encoding Standard §4.2); parsers of XML do not. */
export const ENCODING_LATIN_1: Rule = {
  ...{ name: "document/encoding-latin-1", severity: "warning", formats: OF_XML, element: "encoding" },
  says: "A document that is said to be in ISO-8859-1 has no letters that are in windows-1252 alone",
  section: "XML 1.0 §2.2; Encoding Standard §4.2",
  url: "https://www.w3.org/TR/xml/#charsets",
  mend: "Send the document as UTF-8, and say so; or name windows-1252.",
  readers: "Readers show nothing, or a box, where curly quotes, dashes and the euro sign stand.",
  fails: xml("ISO-8859-1", { encodedAs: "windows-1252" }, "News from the caf\u00e9 \u0096 at the quay"),
  passes: xml("ISO-8859-1", { encodedAs: "windows-1252" }),
};

/** The header goes before the declaration: one of them is wrong. */
export const CHARSET_DECLARED: Rule = {
  ...{ name: "http/charset-declared", severity: "warning", formats: ["http"], element: "Content-Type" },
  says: "The charset of the header is the encoding of the declaration",
  section: "RFC 7303 §3.2",
  url: "https://www.rfc-editor.org/rfc/rfc7303#section-3.2",
  mend: "Let both say utf-8, or leave the charset out of the header.",
  readers:
    "Readers that believe the header, as they should, and readers that believe the declaration show different letters.",
  fails: xml("UTF-8", { contentType: "application/rss+xml; charset=iso-8859-1" }),
  passes: xml("UTF-8", { contentType: "application/rss+xml; charset=utf-8" }),
};

/** A byte order mark is never wrong of itself: the bytes are as it says. */
export const ENCODING_MARK: Rule = {
  ...{ name: "document/encoding-form", severity: "error", formats: OF_XML, element: "encoding" },
  says: "A document begins as documents of the encoding do that it names",
  section: "XML 1.0 §4.3.3 and appendix F",
  url: "https://www.w3.org/TR/xml/#sec-guessing",
  mend: "Name the encoding that the document really is in; best, make it UTF-8.",
  fails: xml("UTF-16", {}),
  passes: xml("UTF-16", { encodedAs: "utf-16le" }),
};

export const UTF_16_MARK: Rule = {
  ...{ name: "xml/utf-16-mark", severity: "error", formats: OF_XML, element: "the document" },
  says: "A document in UTF-16 begins with a byte order mark",
  section: "XML 1.0 §4.3.3",
  url: "https://www.w3.org/TR/xml/#charencoding",
  mend: "Send the document as UTF-8; or begin it with U+FEFF.",
  fails: xml("UTF-16", { encodedAs: "utf-16le without a mark" }),
  passes: xml("UTF-16", { encodedAs: "utf-16le" }),
};

export const JSON_UTF_8: Rule = {
  ...{ name: "json/utf-8", severity: "error", formats: ["json"], element: "the document" },
  says: "JSON is sent as UTF-8",
  section: "RFC 8259 §8.1",
  url: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
  mend: "Send the document as UTF-8.",
  fails: json({ encodedAs: "utf-16le" }),
  passes: json({}),
};

export const JSON_MARK: Rule = {
  ...{ name: "json/byte-order-mark", severity: "error", formats: ["json"], element: "the document" },
  says: "JSON begins without a byte order mark",
  section: "RFC 8259 §8.1",
  url: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
  mend: "Where the editor offers both, save it as “UTF-8”, not as “UTF-8 with BOM”.",
  readers: "JavaScript's JSON.parse and others refuse what begins with it, unless it was taken away before.",
  fails: json({ encodedAs: "utf-8 with a mark" }),
  passes: json({}),
};

export const CODING_SAID: Rule = {
  ...{ name: "http/coding-said", severity: "error", formats: ["http"], element: "Content-Encoding" },
  says: "A document that is sent compressed has a Content-Encoding that says so",
  section: "RFC 9110 §8.4",
  url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.4",
  mend: "Send Content-Encoding: gzip with it; or let the server compress what is stored plain.",
  readers: "Without it, readers take the compressed bytes for the document, and find none.",
  fails: xml("UTF-8", { encodedAs: "gzip", url: "https://gazette.example/feed.rss" }),
  passes: xml("UTF-8", { url: "https://gazette.example/feed.rss" }),
};

/** What can be wrong with the bytes of a document, before it is read. */
export const BYTES_RULES: readonly Rule[] = [
  ...[ENCODING_BYTES, ENCODING_KNOWN, ENCODING_MARK, UTF_16_MARK, CHARSET_DECLARED, CODING_SAID],
  ENCODING_LATIN_1,
  ...[JSON_UTF_8, JSON_MARK],
];

function xml(
  encoding: string,
  served: Partial<ServedDocument>,
  description = "News from the café at the quay",
): ServedDocument {
  const text = `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0">
  <channel>
    <title>The Harbour Gazette</title>
    <link>https://gazette.example/</link>
    <description>${description}</description>
    <language>en</language>
  </channel>
</rss>
`;
  return { text, ...served };
}

function json(served: Partial<ServedDocument>): ServedDocument {
  const text = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "The Harbour Gazette, from the café at the quay",
  "items": []
}
`;
  return { text, ...served };
}
