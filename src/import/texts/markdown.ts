import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/article-id.ts";
import { TITLE_FROM_TEXT } from "../decide/choose-title.ts";
import { addressUnder, toSlug } from "../decide/slug.ts";
import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip } from "../source-reading.ts";
import { parseDate } from "../values/dates.ts";
import { isObject } from "../values/json.ts";
import { withoutUndefined } from "../values/keep.ts";
import { type Person, parsePerson, personWith } from "../values/people.ts";
import { toLine } from "../values/text.ts";
import { MARKDOWN, renderMarkdown } from "./body/markdown-it.ts";
import { mdxToMarkdown } from "./body/mdx.ts";
import { plainMarkdown } from "./body/plain-markdown.ts";
import { DATE_FIELDS, type FrontMatter, PLAIN_FIELDS, readFrontMatter, toList } from "./front-matter.ts";

/** Markdown (GitHub's) with YAML front matter that names an article's fields. */
export async function readMarkdown(
  text: string,
  source: ImportSource,
): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const skip = (reason: string) => ({ items: [], skipped: [{ where: source.name, reason }] });
  const notes: string[] = [];
  const read = readFrontMatter(text, notes);
  if (read.status === "unreadable") return skip(read.reason);
  const { front } = read;
  const written = /\.mdx$/i.test(source.name) ? mdxToMarkdown(read.body, notes) : read.body;
  const markdown = plainMarkdown(written, source.home ?? source.base, notes);
  const { title, body } = titleAndBody(front, markdown, source, notes);
  const url = addressOf(front, title, source);
  if (!url) return skip("it has no url, and --base gives none");
  const dates = datesOf(front, source, notes);
  if (!dates.published_at) return skip("it has no date: --date gives one");
  const withheld = front.draft === true ? "it is a draft" : undefined;
  const article = withoutUndefined<Record<string, unknown>>({
    ...Object.fromEntries(PLAIN_FIELDS.map((key) => [key, front[key] ?? undefined])),
    id: front.id === undefined ? await articleId(String(front.guid ?? url), url) : String(front.id),
    url,
    title,
    content_html: renderMarkdown(body, url, notes),
    authors: toList(front.authors).flatMap(toPeople),
    section: source.section ?? front.section,
    tags: [...new Set([...toList(front.tags).map(String), ...(source.tag === undefined ? [] : [source.tag])])],
    images: (typeof front.images === "string" ? [front.images] : toList(front.images)).flatMap((image) =>
      toImages(image, url),
    ),
    ...dates,
    status: front.status,
  });
  const item = withoutUndefined<ReadItem>({ where: `“${firstWords(title, 60)}”`, article, notes, withheld });
  return { items: [item], skipped: [] };
}

function titleAndBody(
  front: FrontMatter,
  body: string,
  source: ImportSource,
  notes: string[],
): { title: string; body: string } {
  const heading = firstHeading(body);
  const headline = heading ? toLine({ type: "html", value: MARKDOWN.renderInline(heading.text) }) : "";
  const own = typeof front.title === "string" || typeof front.title === "number" ? String(front.title).trim() : "";
  // A heading that repeats the title would stand twice in every reader.
  if (heading && headline !== "" && (own === "" || own === headline))
    return { title: headline, body: body.slice(heading.length) };
  if (own !== "") return { title: own, body };
  notes.push("untitled: its first words are the title");
  const words = firstWords(toLine({ type: "html", value: MARKDOWN.render(body) }), TITLE_FROM_TEXT);
  return { title: firstWords(words || fileName(source), limit.MAX_TITLE - 1), body };
}

/** A heading of the first rank that a text begins with, and how much of the text it takes (CommonMark 0.31.2 §4.2). */
function firstHeading(body: string): { text: string; length: number } | undefined {
  const match = /^\s*#[ \t]+(\S.*)(?:\r?\n|$)/.exec(body);
  const line = match?.[1]?.trimEnd();
  if (!match || line === undefined) return undefined;
  let end = line.length;
  while (line[end - 1] === "#") end -= 1;
  // Closing signs stand apart from the text: `# C#` ends in none.
  const isClosed = end === 0 || /[ \t]/.test(line[end - 1] ?? "");
  return { text: isClosed ? line.slice(0, end).trimEnd() : line, length: match[0].length };
}

function addressOf(front: FrontMatter, title: string, source: ImportSource): string | undefined {
  const base = source.base?.replace(/\/?$/, "/");
  if (typeof front.url === "string") return URL.parse(front.url, base)?.href ?? front.url;
  if (source.url) return source.url;
  return addressUnder(
    source.base,
    typeof front.slug === "string" ? front.slug : toSlug(fileName(source)) || toSlug(title),
  );
}

function datesOf(front: FrontMatter, source: ImportSource, notes: string[]): FrontMatter {
  const dates: FrontMatter = {};
  for (const key of DATE_FIELDS) {
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

function toPeople(value: unknown): Person[] {
  if (!isObject(value)) return [parsePerson(String(value)) ?? []].flat();
  const field = (key: string): string | undefined => (typeof value[key] === "string" ? value[key] : undefined);
  return [personWith(field("name"), field("url"), field("email")) ?? []].flat();
}

function toImages(value: unknown, base: string): unknown[] {
  if (typeof value === "string") return [{ url: URL.parse(value, base)?.href ?? value }];
  return isObject(value) ? [{ ...value, url: URL.parse(String(value.url), base)?.href ?? value.url }] : [];
}

const fileName = (source: ImportSource): string => (source.name.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z]+$/i, "");
