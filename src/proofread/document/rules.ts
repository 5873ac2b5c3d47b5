import type { Rule, RuleFormat } from "../rule.ts";
import { documentOf } from "../xml/examples.ts";

const XML_FORMATS = ["rss", "rdf", "atom", "entry"] as const;
const ALL_FORMATS: readonly RuleFormat[] = [...XML_FORMATS, "json"];
const XML_1 = "https://www.w3.org/TR/xml/";
const GOOD = documentOf("rss");

const ofXml = { formats: XML_FORMATS, element: "the document", passes: GOOD } as const;
const ofAny = {
  ...{ severity: "error", formats: ALL_FORMATS, element: "the document", passes: GOOD },
  section: "RSS 2.0, RFC 4287 §2, JSON Feed 1.1",
  url: "https://www.rssboard.org/rss-specification",
} as const satisfies Partial<Rule>;

export const XML_WELL_FORMED: Rule = {
  ...ofXml,
  name: "xml/well-formed",
  severity: "error",
  says: "The document is well-formed XML",
  section: "XML 1.0 §2.1, Well-Formed XML Documents",
  url: `${XML_1}#sec-well-formed`,
  mend: "Let a library write the XML, or escape & and < in texts and close every tag.",
  readers: "Strict readers refuse the whole feed; others guess at it, each in its own way.",
  fails: GOOD.replace("</item>", ""),
};

export const XML_DECLARATION_FIRST: Rule = {
  ...ofXml,
  name: "xml/declaration-first",
  severity: "error",
  element: "<?xml?>",
  says: "The XML declaration, <?xml …?>, is the very first of a document: not even an empty line stands before it",
  section: "XML 1.0 §2.8, Prolog",
  url: `${XML_1}#sec-prolog-dtd`,
  mend: "Take out what is written before it. In WordPress it is mostly an empty line before <?php or after ?> in a file of the theme or of a plugin: turn the plugins off one by one to find it.",
  readers: "Strict readers refuse the whole feed; some read it all the same, so that nobody notices for long.",
  fails: `\n<?xml version="1.0"?>\n${GOOD}`,
  passes: `<?xml version="1.0"?>\n${GOOD}`,
};

export const XML_UNDECLARED_ENTITY: Rule = {
  ...ofXml,
  name: "xml/undeclared-entity",
  severity: "error",
  says: "Every entity is declared: XML itself knows only &amp;, &lt;, &gt;, &quot; and &apos;",
  section: "XML 1.0 §4.1, Entity Declared",
  url: `${XML_1}#wf-entdeclared`,
  mend: "Write the character itself, in UTF-8, or its number: &#160; for &nbsp;.",
  readers: "Strict readers refuse the whole feed.",
  fails: documentOf("rss", { entry: "<title>The first&nbsp;boat out</title>" }),
};

export const XML_UNDECLARED_PREFIX: Rule = {
  ...ofXml,
  name: "xml/undeclared-prefix",
  severity: "error",
  says: "Every prefix is declared",
  section: "Namespaces in XML 1.0 §5, Prefix Declared",
  url: "https://www.w3.org/TR/xml-names/#ns-using",
  mend: 'Declare it at the root element, as xmlns:dc="http://purl.org/dc/elements/1.1/".',
  readers: "Readers that know namespaces refuse the whole feed.",
  fails: GOOD.replace("<description>", "<boat:captain>Ada Quayle</boat:captain><description>"),
};

export const XML_VERSION: Rule = {
  ...ofXml,
  name: "xml/version",
  severity: "error",
  element: "<?xml version?>",
  says: "The version of XML is 1.0",
  section: "XML 1.0 §2.8, Prolog and Document Type Declaration",
  url: `${XML_1}#sec-prolog-dtd`,
  mend: 'Write <?xml version="1.0" encoding="utf-8"?>.',
  fails: `<?xml version="1.1"?>\n${GOOD}`,
};

export const XML_ENCODING: Rule = {
  ...ofXml,
  name: "xml/encoding",
  severity: "advice",
  element: "<?xml encoding?>",
  says: "The encoding is UTF-8",
  section: "XML 1.0 §4.3.3, Character Encoding in Entities",
  url: `${XML_1}#charencoding`,
  mend: "Write the document in UTF-8, and say so.",
  readers: "XML asks readers for UTF-8 and UTF-16 only.",
  fails: `<?xml version="1.0" encoding="iso-8859-1"?>\n${GOOD}`,
};

export const XML_OBSCURE_ENCODING: Rule = {
  ...XML_ENCODING,
  name: "xml/encoding-obscure",
  severity: "warning",
  says: "The encoding is one that readers know",
  fails: `<?xml version="1.0" encoding="x-mac-cyrillic"?>\n${GOOD}`,
  passes: `<?xml version="1.0" encoding="utf-8"?>\n${GOOD}`,
};

export const XML_DOCTYPE: Rule = {
  ...ofXml,
  name: "xml/doctype",
  severity: "advice",
  element: "<!DOCTYPE>",
  says: "There is no document type declaration",
  section: "XML 1.0 §2.8, Prolog and Document Type Declaration",
  url: `${XML_1}#sec-prolog-dtd`,
  mend: "Take it out: no reader checks a feed against it, and entities can be written as characters.",
  readers:
    "Parsers that guard against attacks by entities refuse a document that has one, as .NET's do unless told otherwise.",
  fails: `<!DOCTYPE rss>\n${GOOD}`,
};

export const XML_EXTERNAL_ENTITY: Rule = {
  ...ofXml,
  name: "xml/external-entity",
  severity: "advice",
  element: "<!ENTITY>",
  says: "No entity stands for what is in another document",
  section: "XML 1.0 §4.2.2, External Entities",
  url: `${XML_1}#sec-external-ent`,
  mend: "Write what it stands for into the document.",
  readers: "Readers do not fetch it: what it stands for is missing. rss-parser refuses the document.",
  fails: `<!DOCTYPE rss [<!ENTITY about SYSTEM "https://gazette.example/about.txt">]>\n${GOOD}`,
};

export const DOCUMENT_EMPTY: Rule = {
  ...ofAny,
  name: "document/empty",
  says: "There is a document",
  mend: "Look at what the server, or the program that writes the feed, has to say: it wrote nothing.",
  fails: "\n",
};

export const DOCUMENT_HTML: Rule = {
  ...ofAny,
  name: "document/html",
  says: "The document is a feed, not a page",
  mend: "Give the address of the feed. If this is its address, the server answers with a page: an error, a login, a challenge.",
  readers: "Some readers look for a feed that the page links to; to those that are subscribed already, it is an error.",
  fails:
    '<!DOCTYPE html>\n<html lang="en"><head><title>The Harbour Gazette</title>\n<link rel="alternate" type="application/rss+xml" href="/feed.rss"></head><body></body></html>\n',
};

export const DOCUMENT_OPML: Rule = {
  ...ofAny,
  name: "document/opml",
  says: "The document is a feed, not a list of feeds",
  section: "OPML 2.0",
  url: "https://opml.org/spec2.opml",
  mend: "Import a list of feeds into a reader, or give the address of one of them.",
  fails:
    '<opml version="2.0"><head><title>Papers</title></head><body><outline type="rss" text="The Harbour Gazette" xmlUrl="https://gazette.example/feed.rss"/></body></opml>\n',
};

export const DOCUMENT_NO_FEED: Rule = {
  ...ofAny,
  name: "document/no-feed",
  says: "The document is RSS, Atom or JSON Feed",
  mend: "Give the address of a feed: its root is <rss>, <rdf:RDF> or <feed>, or its JSON has the version of JSON Feed.",
  fails: '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>\n',
};

export const READ_BY_RSS_PARSER: Rule = {
  name: "document/rss-parser",
  severity: "warning",
  formats: ["rss", "rdf", "atom"],
  element: "the document",
  says: "rss-parser, on which many readers in JavaScript are built, can read the document",
  section: "rss-parser 3.13",
  url: "https://github.com/rbren/rss-parser",
  mend: "Avoid what it stumbles over: mostly a date that JavaScript does not know, as a leap second.",
  readers: "rss-parser throws, and a reader built on it shows nothing at all of the feed.",
  fails: documentOf("atom", { entry: "<published>2016-12-31T23:59:60Z</published>" }),
  passes: documentOf("atom"),
};

const OF_HTTP = {
  ...{ severity: "warning", formats: ["http"], element: "Content-Type" },
  section: "RSS Best Practices Profile; RFC 4287 §7; RFC 3870; JSON Feed 1.1, Suggestions for Publishers",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-7",
} as const satisfies Partial<Rule>;

export const HTTP_CONTENT_TYPE: Rule = {
  ...OF_HTTP,
  name: "http/content-type",
  says: "A feed is served as what it is",
  mend: "Serve RSS as application/rss+xml, Atom as application/atom+xml, JSON Feed as application/feed+json.",
  readers:
    "Browsers show text/html as a page and text/plain as letters; some readers then do not look for a feed in it.",
  fails: { text: GOOD, contentType: "text/html; charset=utf-8" },
  passes: { text: GOOD, contentType: "application/rss+xml; charset=utf-8" },
};

export const HTTP_GENERAL_TYPE: Rule = {
  ...OF_HTTP,
  name: "http/general-type",
  severity: "advice",
  says: "A feed has a type of its own, not that of all XML or JSON",
  mend: "Serve RSS as application/rss+xml, Atom as application/atom+xml, JSON Feed as application/feed+json.",
  fails: { text: GOOD, contentType: "application/xml" },
  passes: { text: GOOD, contentType: "application/rss+xml" },
};

export const HTTP_CHARSET: Rule = {
  ...OF_HTTP,
  name: "http/charset",
  severity: "warning",
  says: "The charset is utf-8, if one is said at all",
  section: "RFC 7303 §3, Encoding Considerations",
  url: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
  mend: "Serve the document in UTF-8, and say charset=utf-8 or nothing.",
  readers: "Readers take the header's word before the document's own.",
  fails: { text: GOOD, contentType: "application/rss+xml; charset=iso-8859-1" },
  passes: { text: GOOD, contentType: "application/rss+xml; charset=utf-8" },
};

/** Rules for a document as a whole, and for how it was served. */
export const DOCUMENT_RULES: readonly Rule[] = [
  XML_WELL_FORMED,
  XML_DECLARATION_FIRST,
  XML_UNDECLARED_ENTITY,
  XML_UNDECLARED_PREFIX,
  XML_VERSION,
  XML_ENCODING,
  XML_OBSCURE_ENCODING,
  XML_DOCTYPE,
  XML_EXTERNAL_ENTITY,
  DOCUMENT_EMPTY,
  DOCUMENT_HTML,
  DOCUMENT_OPML,
  DOCUMENT_NO_FEED,
  READ_BY_RSS_PARSER,
  HTTP_CONTENT_TYPE,
  HTTP_GENERAL_TYPE,
  HTTP_CHARSET,
];
