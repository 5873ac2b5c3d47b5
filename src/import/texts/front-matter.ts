import { parse } from "yaml";
import { isObject } from "../values/json.ts";

/** An article's fields as a file's front matter gives them, before they are judged. */
export type FrontMatter = Record<string, unknown>;

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
/** Passed on as they are, for the article's own parser to judge. */
export const PLAIN_FIELDS =
  "id summary section language dateline credit attachments rights status reason guid corrections".split(" ");
export const DATE_FIELDS = ["published_at", "updated_at", "embargo_until", "expires_at"];
const READ = new Set([...PLAIN_FIELDS, ...DATE_FIELDS, "title", "url", "authors", "tags", "images", "slug", "draft"]);

/** Characters: ten times the longest that newsrooms write, and no more than a parser of YAML is quick with, whatever it is given. */
const LONGEST_FRONT_MATTER = 20_000;

/**
 * A text file's YAML front matter, under the names that an article's fields have, and the body below it. A file without
 * one is body alone. The front matter's end is a line `---` or `...` (YAML 1.2.2 §9.1.2).
 */
export function readFrontMatter(
  text: string,
  notes: string[],
): { status: "read"; front: FrontMatter; body: string } | { status: "unreadable"; reason: string } {
  const match = /^\s*---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const parsed = parseFields(match?.[1] ?? "");
  if ("reason" in parsed) return { status: "unreadable", reason: parsed.reason };
  return { status: "read", front: renameFields(parsed.fields, notes), body: text.slice(match?.[0].length ?? 0) };
}

/** One value, several, or several in one line, parted by commas. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "string")
    return value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  return Array.isArray(value) ? value.filter((one) => one !== null) : [value];
}

function parseFields(yaml: string): { fields: FrontMatter } | { reason: string } {
  if (yaml.length > LONGEST_FRONT_MATTER)
    return { reason: `its front matter has more than ${LONGEST_FRONT_MATTER} characters` };
  try {
    // A key that is a collection would be written out as text, once for each level around it.
    const fields: unknown = parse(yaml, { stringKeys: true }) ?? {};
    return isObject(fields) ? { fields } : { reason: "its front matter is no list of fields" };
  } catch (error) {
    return { reason: `its front matter is no YAML: ${error instanceof Error ? error.message.split("\n")[0] : error}` };
  }
}

/** Tags and categories are put together; of two names for any other field, the article's own wins, else the first. */
function renameFields(fields: FrontMatter, notes: string[]): FrontMatter {
  const named: FrontMatter = {};
  for (const [key, value] of Object.entries(fields)) {
    const field = Object.hasOwn(ALIASES, key) ? (ALIASES[key] as string) : key;
    if (!READ.has(field)) notes.push(`${key} is left out: an article has no such field`);
    else if (field === "tags") named.tags = [...toList(named.tags), ...toList(value)];
    else if (named[field] === undefined || field === key) named[field] = value;
  }
  return named;
}
