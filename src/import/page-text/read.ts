import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/article-id.ts";
import { addressUnder, toSlug } from "../decide/slug.ts";
import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip } from "../source-reading.ts";
import { withoutUndefined } from "../values/keep.ts";
import { toBodyHtml } from "./body-html.ts";
import { classifyLines } from "./classify-lines.ts";
import type { NewsPage } from "./page.ts";

/** A news page that was flattened to plain text: the story in it, and what every line was taken for. */
export async function readPageText(
  text: string,
  source: ImportSource,
): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const classified = classifyLines(text);
  const { decisions } = classified;
  const skip = (where: string, reason: string) => ({ items: [], skipped: [{ where, reason, decisions }] });
  if (classified.status === "no page") return skip(source.name, classified.reason);
  const { page } = classified;
  const where = `“${firstWords(page.title, 60)}”`;
  const url = page.url ?? source.url ?? addressUnder(source.base, toSlug(page.title));
  if (!url) return skip(where, "it has no address: --base gives one");
  const published = source.date ?? page.published ?? page.updated ?? source.modified;
  if (!published) return skip(where, "it has no date: --date gives one");
  const notes = published === source.modified ? ["without a date: it got the file's"] : [];
  return {
    items: [{ where, article: await pageToArticle(page, url, published, source), notes, decisions }],
    skipped: [],
  };
}

async function pageToArticle(
  page: NewsPage,
  url: string,
  published: string,
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
    updated_at: page.updated !== undefined && page.updated > published ? page.updated : undefined,
  });
}
