import { parse as parseCookies } from "hono/utils/cookie";
import type { Article } from "../../../src/article/article.ts";
import { withoutImages } from "../../../src/article/html/images.ts";
import { parseArticle } from "../../../src/article/parse.ts";
import { parseLine } from "../../../src/article/parse-line.ts";
import { isSignificant } from "../../../src/article/significance.ts";
import { parseUserAgent } from "../../../src/audience/user-agent.ts";
import { composeEdition } from "../../../src/edition/compose.ts";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { toFeed } from "../../../src/feed/compose.ts";
import { readSource } from "../../../src/import/read.ts";
import { parseDate } from "../../../src/import/values/dates.ts";
import { looksLikeHtml } from "../../../src/import/values/looks-like-html.ts";
import { parsePerson } from "../../../src/import/values/people.ts";
import { toLine } from "../../../src/import/values/text.ts";
import { isOwnHost } from "../../../src/node/server/hosts.ts";
import { TrustedProxies } from "../../../src/node/server/proxies.ts";
import { presented } from "../../../src/partner/credentials.ts";
import { discoverFeeds } from "../../../src/proofread/discover/discover.ts";
import { opmlFeeds } from "../../../src/proofread/discover/opml.ts";
import { proofread } from "../../../src/proofread/proofread.ts";
import { chooseCoding } from "../../../src/service/http/coding.ts";
import { isNotModified } from "../../../src/service/http/conditional.ts";
import { searchWords } from "../../../src/service/pages/directory/search.ts";
import { guestHtml } from "../../../src/service/pages/feed/content.ts";
import { dekOf } from "../../../src/service/pages/feed/items.ts";
import { wantsDelta } from "../../../src/service/poll/cut-delta.ts";
import { CODINGS } from "../../../src/service/store/codings.ts";
import { parseJsonStrictly } from "../../../src/verify/parse/json.ts";
import { parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import { readWithLibrary } from "../../../src/verify/read/library.ts";
import { SITE } from "../../site.ts";
import { stored } from "../../stored.ts";
import type { Grammar } from "./shape.ts";
import { HTML } from "./shapes/html.ts";
import { ARTICLE_FIELDS, JSON_TEXT } from "./shapes/json.ts";
import { MARKDOWN, PAGE_TEXT, YAML } from "./shapes/texts.ts";
import { DATE, HEADER, PERSON } from "./shapes/values.ts";
import { XML } from "./shapes/xml.ts";

/** Why a text was refused, where it was. */
type Refusal = string | undefined;

export interface CostedParser {
  name: string;
  grammar: Grammar;
  /** Servers bound what a request's head holds, to 16 KB: that is the greater of its sizes. */
  isBounded?: boolean;
  /** Prepares the reading of a text. What this returns is measured. */
  reading(text: string): () => unknown;
}

const PAGE = "https://gazette.example/2026/03/harbour";
const SOURCE = { now: "2026-03-03T10:15:00Z", date: "2026-03-01T10:15:00Z", base: "https://gazette.example/" };
const { site, definitions } = parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]);
const [definition] = definitions.values();
const FACTS = { title: "Harbour reopens", url: PAGE, published_at: SOURCE.date };
const ITEM = { ...FACTS, id: "tag:a", date_published: SOURCE.date, date_modified: SOURCE.date };
const VALIDATORS = { etag: "abc", modified: Date.parse(SOURCE.date) };
const PROXIES = new TrustedProxies(["10.0.0.0/8"]);

export const PARSERS: CostedParser[] = [
  {
    name: "an article's HTML",
    grammar: HTML,
    reading: (content_html) => () => refusalOf(parseArticle({ id: "a", ...FACTS, content_html })),
  },
  {
    name: "a second save",
    grammar: HTML,
    reading: ofCleaned((article) => isSignificant({ ...article, title: "Before" }, article, false)),
  },
  {
    name: "an edition of it",
    grammar: HTML,
    reading: ofCleaned(async (article) => {
      if (!definition) throw new Error("no definition");
      const { status } = await composeEdition(toFeed(site, definition, [stored("tag:a", article)]));
      return status === "refused" ? "the edition" : undefined;
    }),
  },
  { name: "a story's page", grammar: HTML, reading: ofCleaned(({ content_html }) => void guestHtml(content_html)) },
  {
    name: "a story in a list",
    grammar: HTML,
    reading: ofCleaned(({ content_html }) => void dekOf({ ...ITEM, content_html })),
  },
  {
    name: "a body without an image",
    grammar: HTML,
    reading: ofCleaned(({ content_html }) => void withoutImages(content_html, ["https://gazette.example/a.jpg"])),
  },
  { name: "HTML as a line of text", grammar: HTML, reading: (value) => () => void toLine({ type: "html", value }) },
  { name: "text, or HTML?", grammar: HTML, reading: (text) => () => void looksLikeHtml(text) },
  {
    name: "an article's JSON",
    grammar: ARTICLE_FIELDS,
    reading: (fields) => () =>
      refusalOf(parseLine(`${JSON.stringify({ id: "a", ...FACTS }).slice(0, -1)},${fields}"content_html":""}`)),
  },
  { name: "a line of a bulk", grammar: JSON_TEXT, reading: (text) => () => refusalOf(parseLine(text)) },
  { name: "import: RSS", grammar: XML, reading: (text) => importing("a.rss", rss(text)) },
  { name: "import: Atom", grammar: XML, reading: (text) => importing("a.atom", atom(text)) },
  { name: "import: RDF", grammar: XML, reading: (text) => importing("a.rdf", rdf(text)) },
  { name: "import: XML", grammar: XML, reading: (text) => importing("a.xml", `<${text}`) },
  { name: "import: HTML in RSS", grammar: HTML, reading: (html) => importing("a.rss", rss(encoded(html))) },
  { name: "import: dates", grammar: DATE, reading: (date) => importing("a.rss", rss(`<pubDate>${date}</pubDate>`)) },
  {
    name: "import: people",
    grammar: PERSON,
    reading: (name) => importing("a.rss", rss(`<author>${escapeXml(name)}</author>`)),
  },
  { name: "import: JSON", grammar: JSON_TEXT, reading: (text) => importing("a.json", text) },
  { name: "import: Markdown", grammar: MARKDOWN, reading: (text) => importing("a.md", text) },
  { name: "import: front matter", grammar: YAML, reading: (yaml) => importing("a.md", `---\n${yaml}\n---\na\n`) },
  { name: "import: page text", grammar: PAGE_TEXT, reading: (text) => importing("a.txt", text) },
  { name: "a date", grammar: DATE, reading: (text) => () => void parseDate(text) },
  { name: "a person", grammar: PERSON, reading: (text) => () => void parsePerson(text) },
  { name: "the strict XML reader", grammar: XML, reading: (text) => () => faultOf(parseXmlStrictly(rss(text))) },
  { name: "the strict JSON reader", grammar: JSON_TEXT, reading: (text) => () => faultOf(parseJsonStrictly(text)) },
  { name: "rss-parser", grammar: XML, reading: (text) => byLibrary("rss", rss(text)) },
  { name: "rss-parser: Atom", grammar: XML, reading: (text) => byLibrary("atom", atom(text)) },
  { name: "rss-parser: HTML", grammar: HTML, reading: (html) => byLibrary("rss", rss(encoded(html))) },
  { name: "proofreading RSS", grammar: XML, reading: (text) => proofreading(rss(text)) },
  { name: "proofreading Atom", grammar: XML, reading: (text) => proofreading(atom(text)) },
  { name: "proofreading RDF", grammar: XML, reading: (text) => proofreading(rdf(text)) },
  { name: "proofreading HTML", grammar: HTML, reading: (html) => proofreading(rss(encoded(html))) },
  { name: "proofreading plain text", grammar: HTML, reading: (html) => proofreading(rss(titled(html))) },
  { name: "proofreading JSON", grammar: JSON_TEXT, reading: (text) => proofreading(text) },
  { name: "proofreading HTML in JSON", grammar: HTML, reading: (html) => proofreading(jsonFeed(html)) },
  {
    name: "proofreading people",
    grammar: PERSON,
    reading: (name) => proofreading(rss(`<author>${escapeXml(name)}</author>`)),
  },
  {
    name: "proofreading dates",
    grammar: DATE,
    reading: (date) => proofreading(rss(`<pubDate>${date}</pubDate>`)),
  },
  { name: "a page's feeds", grammar: HTML, reading: (html) => () => void discoverFeeds(html, PAGE) },
  { name: "a list of feeds", grammar: XML, reading: (xml) => () => void opmlFeeds(xml) },
  // Another list than its own: what it chose for a header, it remembers.
  header("Accept-Encoding", (value) => chooseCoding(value, [...CODINGS])),
  header("If-None-Match", (value) => isNotModified(new Headers({ "if-none-match": value }), VALIDATORS)),
  header("If-Modified-Since", (value) => isNotModified(new Headers({ "if-modified-since": value }), VALIDATORS)),
  header("A-IM", (value) => wantsDelta(new Headers({ "if-none-match": "*", "a-im": value }))),
  header("User-Agent", parseUserAgent),
  header("Authorization", (value) => presented(value, PAGE)),
  header("Cookie", (value) => parseCookies(value, "desk")),
  header("Host", (value) => isOwnHost(value, new Set(["gazette.example"]))),
  header("X-Forwarded-For", (value) => PROXIES.originOf("10.0.0.1", { "x-forwarded-for": value })),
  header("a key in a query", (value) => presented(null, `${PAGE}?${value}`)),
  header("a search", searchWords),
];

function header(name: string, read: (value: string) => unknown): CostedParser {
  return { name, grammar: HEADER, isBounded: true, reading: (text) => () => void read(toHeader(text)) };
}

/** As a server hands a header's value on: of bytes, without white space around it (RFC 9110 §5.5). */
const toHeader = (text: string): string => text.replace(/[^\t\x20-\xff]/g, "?").trim();

/** Of the shape that is measured, in both sizes: several parsers read what cleaning made of it. */
const cleaned = new Map<string, ReturnType<typeof parseArticle>>();

function clean(content_html: string): ReturnType<typeof parseArticle> {
  const known = cleaned.get(content_html) ?? parseArticle({ id: "a", ...FACTS, content_html });
  if (cleaned.size > 1) cleaned.clear();
  cleaned.set(content_html, known);
  return known;
}

/** Reads the article whose body a text is, as it was cleaned. */
function ofCleaned(read: (article: Article) => unknown): CostedParser["reading"] {
  return (content_html) => {
    const parsed = clean(content_html);
    return parsed.status === "parsed" ? () => read(parsed.article) : () => refusalOf(parsed);
  };
}

function importing(name: string, text: string): () => Promise<Refusal> {
  const bytes = new TextEncoder().encode(text);
  return async () => {
    const { items, skipped } = await readSource(bytes, { ...SOURCE, name });
    return items.length === 0 ? skipped[0]?.reason : undefined;
  };
}

const titled = (text: string): string => `<title>${escapeXml(text)}</title><category>${escapeXml(text)}</category>`;

const jsonFeed = (content_html: string): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: content_html,
    items: [{ id: "a", content_html }],
  });

const proofreading = (text: string) => async (): Promise<void> => void (await proofread(text));

const byLibrary = (format: "rss" | "atom", text: string) => async (): Promise<Refusal> => {
  const reading = await readWithLibrary(format, text);
  return reading.status === "failed" ? reading.reason : undefined;
};

const refusalOf = (parsed: ReturnType<typeof parseArticle> | ReturnType<typeof parseLine>): Refusal => {
  const [first] = parsed.status === "problems" ? parsed.problems : [];
  return first && `${first.path} ${first.detail}`.trim();
};

const faultOf = (parsed: { status: string; faults: string[] }): Refusal =>
  parsed.status === "malformed" ? parsed.faults[0] : undefined;

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';

export const rss = (item: string): string =>
  `<rss version="2.0" ${NAMESPACES}><channel><title>a</title><item><link>${PAGE}</link>${item}</item></channel></rss>`;

const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${NAMESPACES}><title>a</title><entry><id>urn:a</id><link href="${PAGE}"/>${entry}</entry></feed>`;

const rdf = (item: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><item><link>${PAGE}</link>${item}</item></rdf:RDF>`;

export const encoded = (html: string): string =>
  `<content:encoded><![CDATA[${html.replaceAll("]]>", "]]&gt;")}]]></content:encoded>`;

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\0", "");
