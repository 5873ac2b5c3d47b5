import { marked } from "marked";
import { parse } from "yaml";
import { htmlToText } from "../../article/html/text.ts";
import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/identity.ts";
import { addressUnder, slug } from "../decide/slug.ts";
import type { ReadItem, Skip, Source } from "../reading.ts";
import { parseDate } from "../values/dates.ts";
import { isObject } from "../values/json.ts";
import { defined } from "../values/keep.ts";
import { type Person, parsePerson, personWith } from "../values/people.ts";

type Front = Record<string, unknown>;

/** What other systems call an article's fields (Hugo, Jekyll, Eleventy). */
const ALIASES: Record<string, string> = {
  date: "published_at",
  published: "published_at",
  pubDate: "published_at",
  updated: "updated_at",
  lastmod: "updated_at",
  modified: "updated_at",
  last_modified_at: "updated_at",
  description: "summary",
  excerpt: "summary",
  author: "authors",
  keywords: "tags",
  categories: "tags",
  category: "section",
  link: "url",
  permalink: "url",
  canonical: "url",
  canonical_url: "url",
  lang: "language",
  image: "images",
  cover: "images",
  expiryDate: "expires_at",
  copyright: "rights",
};
/** As they are in an article's JSON, for its own parser to judge. */
const PLAIN = "id summary section language dateline credit attachments rights status reason guid corrections".split(
  " ",
);
const DATES = ["published_at", "updated_at", "embargo_until", "expires_at"];
const READ = new Set([...PLAIN, ...DATES, "title", "url", "authors", "tags", "images", "slug", "draft"]);

/** Markdown (GitHub's) with YAML front matter that names an article's fields. */
export async function readMarkdown(text: string, source: Source): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const skip = (reason: string) => ({ items: [], skipped: [{ where: source.name, reason }] });
  const parts = split(text);
  const parsed = parseFront(parts.front);
  if ("reason" in parsed) return skip(parsed.reason);
  const notes: string[] = [];
  const front = rename(parsed.front, notes);
  const { title, body } = titleAndBody(front, parts.body, source, notes);
  const url = addressOf(front, title, source);
  if (!url) return skip("it has no url, and --base gives none");
  const dates = chooseDates(front, source, notes);
  if (!dates.published_at) return skip("it has no date: --date gives one");
  if (front.draft === true) notes.push("a draft: its status is withheld");
  const article = defined({
    ...Object.fromEntries(PLAIN.map((key) => [key, front[key] ?? undefined])),
    id: front.id === undefined ? await articleId(String(front.guid ?? url), url) : String(front.id),
    url,
    title,
    content_html: await marked.parse(body, { gfm: true, async: true }),
    authors: list(front.authors).flatMap(toPerson),
    section: source.section ?? front.section,
    tags: [...new Set([...list(front.tags).map(String), ...(source.tag === undefined ? [] : [source.tag])])],
    images: (typeof front.images === "string" ? [front.images] : list(front.images)).flatMap((image) =>
      toImage(image, url),
    ),
    ...dates,
    status: front.status ?? (front.draft === true ? "withheld" : undefined),
  });
  return { items: [{ where: `“${firstWords(title, 60)}”`, article, notes }], skipped: [] };
}

/** The front matter's end is a line `---` or `...` (YAML 1.2.2 §9.1.2). */
function split(text: string): { front: string; body: string } {
  const match = /^\s*---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { front: match[1] ?? "", body: text.slice(match[0].length) } : { front: "", body: text };
}

function parseFront(yaml: string): { front: Front } | { reason: string } {
  try {
    const front: unknown = parse(yaml) ?? {};
    return isObject(front) ? { front } : { reason: "its front matter is no list of fields" };
  } catch (error) {
    return { reason: `its front matter is no YAML: ${error instanceof Error ? error.message.split("\n")[0] : error}` };
  }
}

function rename(front: Front, notes: string[]): Front {
  const named: Front = {};
  for (const [key, value] of Object.entries(front)) {
    const field = Object.hasOwn(ALIASES, key) ? (ALIASES[key] as string) : key;
    if (!READ.has(field)) notes.push(`${key} is left out: an article has no such field`);
    else if (field === "tags") named.tags = [...list(named.tags), ...list(value)];
    else if (named[field] === undefined || field === key) named[field] = value;
  }
  return named;
}

function titleAndBody(front: Front, body: string, source: Source, notes: string[]): { title: string; body: string } {
  const heading = /^\s*#[ \t]+(.+?)[ \t#]*(?:\r?\n|$)/.exec(body);
  const headline = heading ? htmlToText(marked.parseInline(heading[1] ?? "", { async: false })) : "";
  const own = typeof front.title === "string" || typeof front.title === "number" ? String(front.title).trim() : "";
  // A heading that repeats the title would stand twice in every reader.
  if (heading && (own === "" || own === headline)) return { title: headline, body: body.slice(heading[0].length) };
  if (own !== "") return { title: own, body };
  notes.push("untitled: its first words are the title");
  const words = firstWords(htmlToText(marked.parse(body, { async: false })), 80);
  return { title: firstWords(words || fileName(source), limit.MAX_TITLE - 1), body };
}

function addressOf(front: Front, title: string, source: Source): string | undefined {
  const base = source.base?.replace(/\/?$/, "/");
  if (typeof front.url === "string") return URL.parse(front.url, base)?.href ?? front.url;
  if (source.url) return source.url;
  return addressUnder(source.base, typeof front.slug === "string" ? front.slug : slug(fileName(source)) || slug(title));
}

function chooseDates(front: Front, source: Source, notes: string[]): Front {
  const dates: Front = {};
  for (const key of DATES) {
    if (front[key] === undefined || front[key] === null) continue;
    const date = parseDate(String(front[key]));
    if (date) dates[key] = date;
    else notes.push(`“${firstWords(String(front[key]), 40)}” is no date`);
  }
  const fallback = source.date ?? source.modified;
  if (dates.published_at || !fallback) return dates;
  notes.push(source.date ? "without a date: it got the given one" : "without a date: it got the file's");
  return { ...dates, published_at: fallback };
}

/** One value, several, or several in one line. */
function list(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "string")
    return value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  return Array.isArray(value) ? value.filter((one) => one !== null) : [value];
}

function toPerson(value: unknown): Person[] {
  if (!isObject(value)) return [parsePerson(String(value)) ?? []].flat();
  const field = (key: string): string | undefined => (typeof value[key] === "string" ? value[key] : undefined);
  return [personWith(field("name"), field("url"), field("email")) ?? []].flat();
}

function toImage(value: unknown, base: string): unknown[] {
  if (typeof value === "string") return [{ url: URL.parse(value, base)?.href ?? value }];
  return isObject(value) ? [{ ...value, url: URL.parse(String(value.url), base)?.href ?? value.url }] : [];
}

const fileName = (source: Source): string => (source.name.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z]+$/i, "");
