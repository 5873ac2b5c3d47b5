import type { Article, Image } from "../article/article.ts";
import { htmlToText } from "../article/html.ts";
import { updatedAt } from "../article/lifecycle.ts";
import { firstWords } from "../article/text.ts";
import { toRfc3339 } from "../article/time.ts";
import type { Definition } from "./definition.ts";
import type { Entry, EntryImage } from "./feed.ts";

/** An article with the id that its entry has for ever. */
export interface StoredArticle {
  entryId: string;
  article: Article;
}

/** As much of a body as stands in for a missing summary: what readers show in a list. */
const EXCERPT_LENGTH = 300;

/** What readers see of an article in a feed of the given content. Always with a body or a summary. */
export function toEntry({ entryId, article }: StoredArticle, content: Definition["content"], language: string): Entry {
  const body = content === "full" ? withDateline(article) : undefined;
  const media = content === "headline" ? undefined : article;
  return {
    id: entryId,
    url: article.url,
    title: article.title,
    summary: summary(article, content),
    content_html: body || undefined,
    published: article.published_at,
    updated: toRfc3339(updatedAt(article)),
    authors: article.authors,
    categories: [...new Set(article.section === undefined ? article.tags : [article.section, ...article.tags])],
    section: article.section,
    language: article.language ?? language,
    images: media?.images.map(withType) ?? [],
    attachments: media?.attachments ?? [],
    credit: article.credit,
    rights: article.rights,
    corrections: article.corrections,
  };
}

function summary(article: Article, content: Definition["content"]): string | undefined {
  if (content === "headline") return article.title;
  if (article.summary !== undefined) return article.summary;
  if (content === "full" && article.content_html !== "") return undefined;
  return firstWords(htmlToText(article.content_html), EXCERPT_LENGTH) || article.title;
}

const OPENING_PARAGRAPH = /^<p(?:\s+[^\s=>]+(?:="[^"]*")?)*>/;

/** The dateline leads the text, unless the newsroom already wrote it there. */
function withDateline({ content_html, dateline }: Article): string {
  if (dateline === undefined || content_html === "" || htmlToText(content_html).startsWith(dateline))
    return content_html;
  const lead = escapeHtml(dateline);
  const opening = OPENING_PARAGRAPH.exec(content_html)?.[0];
  return opening ? `${opening}${lead} — ${content_html.slice(opening.length)}` : `<p>${lead} —</p>${content_html}`;
}

const TYPES: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
};

/** RSS and JSON Feed want a type; where the newsroom gave none, the extension says it, and most news pictures are JPEG. */
function withType({ syndication: _, ...image }: Image): EntryImage {
  const extension = /\.([a-z]+)$/i.exec(new URL(image.url).pathname)?.[1]?.toLowerCase() ?? "";
  return { ...image, type: image.type ?? TYPES[extension] ?? "image/jpeg" };
}

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll("]]>", "]]&gt;");
