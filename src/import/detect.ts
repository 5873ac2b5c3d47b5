import { decode } from "./decode.ts";
import { parseXml } from "./feeds/parse-xml.ts";
import type { XmlElement } from "./feeds/xml.ts";
import { ghostTables } from "./ghost/tables.ts";
import type { ImportSource } from "./source.ts";
import { looksLikeSections } from "./texts/front-matter/split-front-matter.ts";
import { isObject, tryJson } from "./values/json.ts";
import { looksLikeWxr } from "./wordpress/wxr/wxr-file.ts";

/** What a text turned out to be, by what it says and not by its name, as far as it was parsed for that. */
export type Detected =
  | { kind: "rss" | "rdf" | "atom"; root: XmlElement }
  | { kind: "json feed"; feed: Record<string, unknown> }
  | { kind: "ghost"; tables: Record<string, unknown> }
  | { kind: "ndjson" | "markdown" | "page text" | "wordpress" | "html" }
  | { kind: "unknown"; reason: string };

export const EMPTY = "it is empty";
export const NO_TEXT = "it is no text";

/** A source's text, and what it turned out to be. */
export interface DetectedText {
  text: string;
  detected: Detected;
  /** What was mended to read it. */
  notes: string[];
}

export function detectBytes(bytes: Uint8Array, source: ImportSource): DetectedText {
  const { text, notes } = decode(bytes, source.contentType);
  return { text, detected: detect(text, source), notes };
}

/** The first character tells most; where it does not, the source's name does. */
export function detect(text: string, source: ImportSource): Detected {
  const start = text.trimStart();
  if (start === "") return giveUp(EMPTY);
  if (start.includes("\0")) return giveUp(NO_TEXT);
  // A text may begin with a tag, a link or JSON's brace.
  if (MARKDOWN_NAME.test(pathOf(source)) && !FEED.test(start)) return { kind: "markdown" };
  if (start.startsWith("<")) return detectXml(text);
  if (/^[[{]/.test(start)) return detectJson(start);
  if (/^(?:---|\+\+\+|;;;)(?:ya?ml|toml|json)?[ \t]*\r?\n/i.test(start)) return { kind: "markdown" };
  if (looksLikeSections(start)) return { kind: "markdown" };
  return looksLikePageText(source)
    ? { kind: "page text" }
    : giveUp("it is neither a feed nor articles, Markdown or page text");
}

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd|mkdn|mkdown|mdwn|mdx)$/i;
const FEED = /^<(?:\?xml|(?:[\w.-]+:)?(?:rss|rdf|feed|channel|entry))[\s>/]/i;

function detectXml(text: string): Detected {
  if (looksLikeWxr(text)) return { kind: "wordpress" };
  const root = parseXml(text);
  if (!root) return giveUp("there is no XML element in it");
  if (root.name === "rss" || root.name === "channel") return { kind: "rss", root };
  if (root.name === "rdf:RDF") return { kind: "rdf", root };
  if (root.name === "atom:feed" || root.name === "atom:entry") return { kind: "atom", root };
  if (/^(xhtml:)?html$/i.test(root.name) || /^<!doctype\s+html/i.test(text.trimStart())) return { kind: "html" };
  return giveUp(`its root element is ${root.name}, which is no feed's`);
}

/** Why a page is none; it often says where its feed is. */
export function whyNoSource(text: string): string {
  const links = text.match(/<link\s[^<>]*>/gi) ?? [];
  const feed = links.find((link) => /type\s*=\s*["']?application\/(rss\+xml|atom\+xml|feed\+json)/i.test(link));
  const address = /href\s*=\s*["']?([^\s"'>]+)/i.exec(feed ?? "")?.[1];
  return `it is an HTML page${address ? `; its feed is ${address}` : ""}`;
}

/** A JSON Feed is one value with items; our own articles are one object a line. */
function detectJson(text: string): Detected {
  const value = tryJson(text);
  if (!isObject(value))
    return value === undefined && text.startsWith("{")
      ? { kind: "ndjson" }
      : giveUp("it is JSON, but no feed and no articles");
  if (Array.isArray(value.items) || String(value.version).startsWith("https://jsonfeed.org/"))
    return { kind: "json feed", feed: value };
  const tables = ghostTables(value);
  if (tables) return { kind: "ghost", tables };
  return "title" in value || "content_html" in value
    ? { kind: "ndjson" }
    : giveUp("it is JSON, but no feed and no articles");
}

/** A table or a script is text too: only what is named as text, or not named at all, is taken for a page. */
function looksLikePageText(source: ImportSource): boolean {
  const path = pathOf(source);
  return /^text\/plain\b/i.test(source.contentType ?? "") || /(\.te?xt|^[^.]*|\/[^./]*)$/i.test(path);
}

const pathOf = (source: ImportSource): string =>
  source.url === undefined ? source.name : (URL.parse(source.url)?.pathname ?? source.name);

const giveUp = (reason: string): Detected => ({ kind: "unknown", reason });
