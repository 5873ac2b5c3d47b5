import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/article-id.ts";
import { addressUnder, toSlug } from "../decide/slug.ts";
import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip } from "../source-reading.ts";
import { withoutUndefined } from "../values/keep.ts";
import { toBodyHtml } from "./body-html.ts";
import { classifyLines } from "./classify-lines.ts";
import { noteDroppedWords } from "./dropped-words.ts";
import type { NewsPage } from "./page.ts";

/** A news page that was flattened to plain text: the story in it, and what every line was taken for. */
export async function readPageText(
  text: string,
  source: ImportSource,
): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const classified = classifyLines(text, source.lines, source.zone);
  const { decisions } = classified;
  const skip = (where: string, reason: string) => ({ items: [], skipped: [{ where, reason, decisions }] });
  if (classified.status === "no page") return skip(source.name, classified.reason);
  const { page } = classified;
  const where = `“${firstWords(page.title, 60)}”`;
  const notes = noteDroppedWords(decisions);
  const url = page.url ?? source.url ?? addressUnder(source.base ?? source.home, toSlug(page.title));
  if (!url) return skip(where, "it has no address: --base gives one");
  if (page.url === undefined && source.url === undefined)
    notes.push("without an address: it got one under the site's home, made of its headline");
  const { published, note } = chooseDate(page, source);
  if (note) notes.push(note);
  const article = await pageToArticle(page, url, published, source);
  return {
    items: [withoutUndefined<ReadItem>({ where, article, notes, undated: published ? undefined : 0, decisions })],
    skipped: [],
  };
}

/** Undefined where the page says of no time: then it is the one at which the page is stored. */
function chooseDate(page: NewsPage, source: ImportSource): { published?: string; note?: string } {
  const published = source.date ?? page.published ?? page.updated;
  if (published !== undefined) return { published };
  const ofFile = source.fileTime ? source.modified : undefined;
  return ofFile === undefined ? {} : { published: ofFile, note: "without a date: it got the file's" };
}

async function pageToArticle(
  page: NewsPage,
  url: string,
  published: string | undefined,
  source: ImportSource,
): Promise<Record<string, unknown>> {
  return withoutUndefined({
    id: await articleId(url, url),
    url,
    title: page.title,
    content_html: toBodyHtml(page.body),
    authors: [...new Set(page.authors)].map((name) => ({ name })),
    section: source.section ?? page.section,
    tags: source.tag === undefined ? [] : [source.tag],
    dateline: page.dateline,
    credit: page.agency === undefined ? undefined : { name: page.agency },
    published_at: published,
    updated_at:
      published !== undefined && page.updated !== undefined && page.updated > published ? page.updated : undefined,
  });
}
