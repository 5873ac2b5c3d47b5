import { parseJsonStrictly } from "../verify/parse/json.ts";
import { ATOM, localName, namespaceOf } from "../verify/parse/namespaces.ts";
import { type Element, parseXmlStrictly } from "../verify/parse/xml.ts";
import { readWithLibrary } from "../verify/read/library.ts";
import { ATOM_RULES } from "./atom/atom.ts";
import { ATOM_LINK_RULES } from "./atom/links.ts";
import { entryName } from "./atom/sheet.ts";
import { ATOM_TEXT_RULES } from "./atom/text.ts";
import { contentTypeFindings } from "./content-type.ts";
import { type Finding, findings } from "./finding.ts";
import { type EntryMarkup, HTML_RULES, htmlBody, xhtmlBody } from "./html.ts";
import { JSON_EXTENSION_RULES } from "./json/extensions.ts";
import { JSON_RULES } from "./json/rules.ts";
import { isJsonObject, jsonItemName } from "./json/sheet.ts";
import { CHANNEL_RULES } from "./rss/channel.ts";
import { ITEM_RULES } from "./rss/items.ts";
import { RDF_RULES } from "./rss/rdf.ts";
import { itemName, RSS_BODIES } from "./rss/sheet.ts";
import { allText, children } from "./tree.ts";
import { RDF, VOCABULARY_RULES } from "./vocabulary.ts";

export type { Finding } from "./finding.ts";

export interface Provenance {
  /** Where the document was served: its own URL is compared with it. */
  url?: string;
  /** The `Content-Type` it was served with. */
  contentType?: string;
}

/**
 * Proofreads anybody's feed, with nothing to compare it with: what the specifications ask of a document, and what readers
 * are known to stumble over. Never throws on a document.
 */
export async function proofread(text: string, { url, contentType }: Provenance = {}): Promise<Finding[]> {
  if (/^\uFEFF?\s*[{[]/.test(text)) return [...contentTypeFindings("json", contentType), ...proofreadJson(text, url)];
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed")
    return parsed.faults.map((message) => ({ ...WELL_FORMED, where: "document", message }));
  const declared = parsed.faults.map((message): Finding => ({ ...DECLARED, where: "document", message }));
  const format = formatOf(parsed.root);
  if (format === undefined) return [...declared, unknownFormat(parsed.root)];
  return [
    ...contentTypeFindings(format, contentType),
    ...declared,
    ...findings(VOCABULARY_RULES, parsed.root),
    ...proofreadTree(format, parsed.root, url),
    ...(await readByLibrary(format, text)),
  ];
}

/** What a document is, by its root element. */
function formatOf(root: Element): "rss" | "atom" | "rdf" | undefined {
  if (root.name === "rss") return "rss";
  if (root.name === `${ATOM}feed`) return "atom";
  return root.name === `${RDF}RDF` ? "rdf" : undefined;
}

function proofreadTree(format: "rss" | "atom" | "rdf", root: Element, url?: string): Finding[] {
  if (format === "rdf") return findings(RDF_RULES, root);
  if (format === "atom") {
    const entries = children(root, `${ATOM}entry`);
    const bodies = entries.flatMap((entry, index) => atomBodies(entry, entryName(entry, index)));
    return [
      ...findings([...ATOM_RULES, ...ATOM_LINK_RULES, ...ATOM_TEXT_RULES], { feed: root, entries, url }),
      ...inBodies(bodies),
    ];
  }
  const [channel] = children(root, "channel");
  const version = root.attributes.get("version") ?? "";
  const about: Finding[] = version.startsWith("2.")
    ? []
    : [{ rule: "RSS 2.0, version", severity: "warning", where: "<rss>", message: `the version is "${version}"` }];
  if (!channel)
    return [
      ...about,
      { rule: "RSS 2.0: a channel", severity: "error", where: "<rss>", message: "there is no channel" },
    ];
  const items = children(channel, "item");
  const sheet = { rss: root, channel, items, url };
  const bodies = items.flatMap((item, index) =>
    RSS_BODIES.flatMap((name) => children(item, name)).map((one) =>
      htmlBody(one.text, `${itemName(item, index)}, <${localName(one.name)}>`),
    ),
  );
  return [...about, ...findings(CHANNEL_RULES, sheet), ...findings(ITEM_RULES, sheet), ...inBodies(bodies)];
}

function proofreadJson(text: string, url?: string): Finding[] {
  const parsed = parseJsonStrictly(text);
  const faults = parsed.faults.map(
    (message): Finding => ({ rule: "RFC 8259", severity: "error", where: "document", message }),
  );
  if (parsed.status === "malformed") return faults;
  if (!isJsonObject(parsed.value))
    return [{ rule: "JSON Feed 1.1: an object", severity: "error", where: "document", message: "there is a list" }];
  const feed = parsed.value;
  const items = (Array.isArray(feed.items) ? feed.items : []).filter(isJsonObject);
  const bodies = items.flatMap(({ content_html }, index) =>
    typeof content_html === "string" ? [htmlBody(content_html, `${jsonItemName(index)}, content_html`)] : [],
  );
  return [...faults, ...findings([...JSON_RULES, ...JSON_EXTENSION_RULES], { feed, items, url }), ...inBodies(bodies)];
}

const atomBodies = (entry: Element, of: string): EntryMarkup[] =>
  ["summary", "content"]
    .flatMap((name) => children(entry, ATOM + name))
    .flatMap((text) => {
      const where = `${of}, <${localName(text.name)}>`;
      const type = text.attributes.get("type");
      // XHTML is markup already, and what escaped tags it holds are text.
      if (type === "xhtml") return [xhtmlBody(text, where)];
      return type === "html" ? [htmlBody(allText(text), where)] : [];
    });

const inBodies = (bodies: EntryMarkup[]): Finding[] => bodies.flatMap((body) => findings(HTML_RULES, body));

/** A document may keep to the specification and still fail readers: `rss-parser` throws on one bad date in Atom. */
async function readByLibrary(format: "rss" | "atom" | "rdf", text: string): Promise<Finding[]> {
  const read = await readWithLibrary(format === "atom" ? "atom" : "rss", text);
  if (read.status === "read") return [];
  return [
    {
      rule: "rss-parser, on which many readers are built",
      severity: "warning",
      where: "document",
      message: `it fails: ${read.reason}`,
    },
  ];
}

function unknownFormat(root: Element): Finding {
  const namespace = namespaceOf(root.name);
  const message = `<${localName(root.name)}>${namespace && ` in "${namespace}"`} is no feed: RSS, Atom or JSON Feed was expected`;
  return { rule: "RSS 2.0; RFC 4287 §2; JSON Feed 1.1", severity: "error", where: `line ${root.line}`, message };
}

const WELL_FORMED = { rule: "XML 1.0 §2.1; Namespaces in XML 1.0", severity: "error" } as const;
const DECLARED = {
  rule: "XML 1.0 §2.8 and §4.3.3: XML 1.0 in UTF-8, without a document type, is what every reader takes",
  severity: "warning",
} as const;
