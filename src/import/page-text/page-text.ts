import { escapeUTF8 } from "entities";
import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/identity.ts";
import { addressUnder, slug } from "../decide/slug.ts";
import type { ReadItem, Skip, Source } from "../reading.ts";
import { defined } from "../values/keep.ts";
import { type BodyPart, type Page, parsePage } from "./parse.ts";

/** A news page that was flattened to plain text: the story in it, and what every line was taken for. */
export async function readPageText(text: string, source: Source): Promise<{ items: ReadItem[]; skipped: Skip[] }> {
  const parsed = parsePage(text);
  const { decisions } = parsed;
  const skip = (where: string, reason: string) => ({ items: [], skipped: [{ where, reason, decisions }] });
  if (parsed.status === "no page") return skip(source.name, parsed.reason);
  const { page } = parsed;
  const where = `“${firstWords(page.title, 60)}”`;
  const url = page.url ?? source.url ?? addressUnder(source.base, slug(page.title));
  if (!url) return skip(where, "it has no address: --base gives one");
  const published = source.date ?? page.published ?? page.updated ?? source.modified;
  if (!published) return skip(where, "it has no date: --date gives one");
  const notes = published === source.modified ? ["without a date: it got the file's"] : [];
  return { items: [{ where, article: await toArticle(page, url, published, source), notes, decisions }], skipped: [] };
}

async function toArticle(page: Page, url: string, published: string, source: Source): Promise<Record<string, unknown>> {
  return defined({
    id: await articleId(url, url),
    url,
    title: page.title,
    content_html: bodyHtml(page.body),
    authors: page.authors.map((name) => ({ name })),
    section: source.section ?? page.section,
    tags: source.tag === undefined ? [] : [source.tag],
    dateline: page.dateline,
    credit: page.agency === undefined ? undefined : { name: page.agency },
    published_at: published,
    updated_at: page.updated !== undefined && page.updated > published ? page.updated : undefined,
  });
}

function bodyHtml(body: BodyPart[]): string {
  const lines = body.map(({ as, text }, index) => {
    const inner = escapeUTF8(text);
    if (as === "paragraph") return `<p>${inner}</p>`;
    if (as === "subheading") return `<h2>${inner}</h2>`;
    const [opens, closes] = [body[index - 1]?.as !== as, body[index + 1]?.as !== as];
    return `${opens ? "<ul>" : ""}<li>${inner}</li>${closes ? "</ul>" : ""}`;
  });
  return lines.join("\n");
}
