import { readWithLibrary } from "../../verify/read/library.ts";
import type { Collector } from "../collector.ts";
import type { Proofreading } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { type CheckedXml, checkXml, type Provenance } from "../xml/check.ts";
import { type Element, tagOf } from "../xml/element.ts";
import { clip } from "../xml/forms/form.ts";
import { localName, namespaceOf } from "../xml/namespaces.ts";
import type { XmlFault } from "../xml/read.ts";
import { xmlRulesOf } from "../xml-rules.ts";
import { checkContentType } from "./content-type.ts";
import {
  DOCUMENT_NO_FEED,
  DOCUMENT_OPML,
  READ_BY_RSS_PARSER,
  XML_DECLARATION_FIRST,
  XML_DOCTYPE,
  XML_ENCODING,
  XML_EXTERNAL_ENTITY,
  XML_OBSCURE_ENCODING,
  XML_UNDECLARED_ENTITY,
  XML_UNDECLARED_PREFIX,
  XML_VERSION,
  XML_WELL_FORMED,
} from "./rules.ts";

type Outline = Pick<Proofreading, "format" | "version" | "entries">;

/** Proofreads a document of XML. */
export async function checkXmlDocument(text: string, origin: Provenance, collector: Collector): Promise<Outline> {
  const checked = checkXml(text, xmlRulesOf, origin, collector);
  const { root, sheet, entries, fatal, prolog } = checked;
  if (!sheet && root) {
    // Of what is no feed nobody asks whether it is well-formed.
    tellRoot(root, collector);
    return { entries: 0 };
  }
  for (const fault of [...prolog, ...fatal]) tellFault(fault, collector);
  if (!sheet) return { entries: 0 };
  checkContentType(sheet.format, origin, collector);
  await readByLibrary(text, checked, collector);
  return { format: sheet.format, version: clip(sheet.version) || undefined, entries };
}

const FAULT_RULES: Record<XmlFault["kind"], Rule> = {
  "well-formed": XML_WELL_FORMED,
  "declaration-first": XML_DECLARATION_FIRST,
  "undeclared-entity": XML_UNDECLARED_ENTITY,
  "undeclared-prefix": XML_UNDECLARED_PREFIX,
  version: XML_VERSION,
  encoding: XML_ENCODING,
  doctype: XML_DOCTYPE,
  "external-entity": XML_EXTERNAL_ENTITY,
};

function tellFault({ kind, message, line, column }: XmlFault, collector: Collector): void {
  const where = `line ${line}, column ${column}`;
  if (kind !== "encoding") {
    collector.add(FAULT_RULES[kind], () => ({ where, message: plain(message), line, column }));
    return;
  }
  const rule = USUAL_ENCODINGS.test(message)
    ? XML_ENCODING
    : OBSCURE_ENCODINGS.test(message)
      ? XML_OBSCURE_ENCODING
      : undefined;
  if (rule) collector.add(rule, () => ({ where, message: `the encoding ${clip(message)} is not UTF-8`, line, column }));
}

/** What parsers of XML know, in browsers and on servers. */
const USUAL_ENCODINGS =
  /^(?:utf-?16(?:le|be)?|(?:us-)?ascii|iso-8859-\d+|windows-125\d|koi8-[ru]|euc-(?:jp|kr)|shift_jis|iso-2022-jp|gb2312|gbk|gb18030|big5)$/i;

/** What only some of them know. Of names that nobody knows it is told where bytes are read. */
const OBSCURE_ENCODINGS =
  /^(?:(?:x-)?mac(?:intosh|-[a-z]+)|(?:ibm|cp)-?\d+|ebcdic-.*|utf-?(?:7|32)(?:le|be)?|iso-10646-.*|windows-\d+|tis-620|viscii|hz-gb-2312|iso-2022-.*|x-.*euc.*)$/i;

/** What the parser says, as a person would. */
function plain(message: string): string {
  const said = message.replace(/\.$/, "");
  const unmatched = /^unmatched closing tag: (.*)$/s.exec(said)?.[1];
  if (unmatched !== undefined) return `</${clip(unmatched)}> closes nothing`;
  const prefix = /^unbound namespace prefix: "?(.*?)"?$/s.exec(said)?.[1];
  return prefix === undefined ? (PLAIN.get(said) ?? shortened(said)) : `the prefix ${clip(prefix)} is not declared`;
}

/** What the parser says may repeat much of a document; our own sentences are shorter. */
const shortened = (said: string): string => (said.length > 250 ? clip(said) : said);

const PLAIN = new Map(
  Object.entries({
    "text data outside of root node": "there is text before or after the root element",
    "an XML declaration must be at the start of the document":
      "something stands before the XML declaration <?xml, which has to be the very first",
    "disallowed character in tag name":
      "a tag's name has a character that no name may have: a < that starts no tag is written as &lt;",
    "disallowed character in entity name": "a & starts no reference: it is written as &amp;",
    "malformed character entity": "a reference names a character that no document may have",
    "disallowed character": "there is a character that no document may have, as a control character is",
  }),
);

/** A document that is XML, and of no format that is known. */
function tellRoot(root: Element, collector: Collector): void {
  const name = localName(root.name);
  const namespace = namespaceOf(root.name);
  const told = { where: `line ${root.line}`, line: root.line, column: root.column };
  if (name.toLowerCase() === "opml")
    collector.add(DOCUMENT_OPML, () => ({ ...told, message: "this is OPML, a list of feeds, and no feed" }));
  else
    collector.add(DOCUMENT_NO_FEED, () => ({
      ...told,
      message: `${OTHERS.get(name.toLowerCase()) ?? `${tagOf(root)}${namespace && ` in "${clip(namespace)}"`} is no feed`}: RSS, Atom or JSON Feed was expected`,
    }));
}

/** What is often taken for a feed, by its root element. */
const OTHERS = new Map(
  Object.entries({
    channel: "this is CDF, or a channel of RSS without <rss> around it",
    urlset: "this is a sitemap",
    sitemapindex: "this is a list of sitemaps",
    service: "this is a service document of the Atom Publishing Protocol",
    categories: "this is a category document of the Atom Publishing Protocol",
    html: "this is a page",
    opensearchdescription: "this is a description of a search",
    error: "this is an error that the server tells",
  }),
);

/** Characters, some 2 MB: beyond it the library takes seconds and many times the document in memory, to tell only that it reads it. */
const MOST_FOR_LIBRARY = 2_000_000;

/** A document may keep to the specification and still fail readers: `rss-parser` throws on one bad date in Atom. */
async function readByLibrary(text: string, checked: CheckedXml, collector: Collector): Promise<void> {
  const { sheet, fatal, prolog } = checked;
  if (!sheet || sheet.format === "entry" || fatal.length > 0 || text.length > MOST_FOR_LIBRARY) return;
  // Where something is wrong with the document, that is what has to be told.
  if (collector.hasErrors || prolog.some(({ kind }) => kind === "external-entity")) return;
  const read = await readWithLibrary(sheet.format === "atom" ? "atom" : "rss", text);
  // The reading itself puts a mark into texts, which the library cannot write where it writes XHTML anew.
  if (read.status === "failed" && !read.reason.startsWith("Invalid character in string"))
    collector.add(READ_BY_RSS_PARSER, () => ({
      where: "document",
      message: `rss-parser cannot read it, and says: ${clip(read.reason)}`,
    }));
}
