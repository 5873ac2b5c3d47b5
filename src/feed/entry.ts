import type { Article, Image } from "../article/article.ts";
import { htmlToText } from "../article/html/text.ts";
import { imageTypeOf } from "../article/image-types.ts";
import { firstWords } from "../article/text.ts";
import { toRfc3339 } from "../article/time.ts";
import type { Definition } from "./definition.ts";
import type { Entry, EntryImage } from "./feed.ts";
import { wordsOf } from "./wording.ts";

/** An article with its entry's id, which never changes, and its dates. */
export interface StoredArticle {
  entryId: string;
  article: Article;
  revision: number;
  /** Milliseconds: see `Dates` in `article/dates.ts`. */
  published: number;
  /** Milliseconds. */
  updated: number;
}

/** Characters of a body that stand in for a missing summary: as many as readers show in a list. */
const EXCERPT_LENGTH = 300;

/**
 * What readers see of an article in a feed. Always with a body or a summary.
 *
 * @param language the feed's
 */
export const toEntry = (stored: StoredArticle, definition: EntryStyle, language: string): Entry =>
  stored.article.status === "canceled" ? notice(stored, definition, language) : story(stored, definition, language);

type EntryStyle = Pick<Definition, "content" | "kind">;

function story({ entryId, article, published, updated }: StoredArticle, { content }: EntryStyle, feed: string): Entry {
  const language = article.language ?? feed;
  const body = content === "full" ? withDateline(article) + correctionsOf(article, language, feed) : undefined;
  const media = content === "headline" ? undefined : article;
  return {
    id: entryId,
    url: article.url,
    title: article.title,
    summary: summary(article, content, feed),
    content_html: body || undefined,
    published: toRfc3339(published),
    updated: toRfc3339(updated),
    authors: article.authors,
    categories: [...new Set(article.section === undefined ? article.tags : [article.section, ...article.tags])],
    section: article.section,
    language,
    images: media?.images.map(withType) ?? [],
    attachments: media?.attachments ?? [],
    credit: article.credit,
    rights: article.rights,
    corrections: article.corrections,
  };
}

/**
 * What stands in the place of a story that was taken back: its id, its dates, its address, and not one word of it. Machines
 * are told so in their own way as well.
 */
function notice({ entryId, article, published, updated }: StoredArticle, style: EntryStyle, feed: string): Entry {
  const words = wordsOf(feed);
  const lines = [words.withdrawn, ...(article.reason === undefined ? [] : [words.reason(article.reason)])];
  const full = style.content === "full";
  return {
    id: entryId,
    url: article.url,
    title: words.withdrawnTitle,
    summary: full ? undefined : style.content === "headline" ? words.withdrawnTitle : lines.join(" "),
    content_html: full ? lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("") : undefined,
    published: toRfc3339(published),
    updated: toRfc3339(updated),
    authors: [],
    categories: [],
    language: words.language,
    images: [],
    attachments: [],
    corrections: [],
    deleted: style.kind === "wire" ? { at: toRfc3339(updated), reason: article.reason } : undefined,
  };
}

/** The corrections as dated notes, which stand after the text. Their own words are in the feed's language. */
function correctionsOf({ corrections }: Article, language: string, feed: string): string {
  const words = wordsOf(feed);
  const lang = words.language === language ? "" : ` lang="${words.language}"`;
  return corrections
    .map(({ at, note }) => `<p><em><b${lang}>${escapeHtml(words.correction(at))}</b>${escapeHtml(note)}</em></p>`)
    .join("");
}

function summary(article: Article, content: Definition["content"], feed: string): string | undefined {
  if (content === "headline") return article.title;
  if (content === "full") return article.summary ?? (article.content_html === "" ? article.title : undefined);
  const words = wordsOf(feed);
  const text = article.summary ?? (firstWords(htmlToText(article.content_html), EXCERPT_LENGTH) || article.title);
  return [text, ...article.corrections.map(({ at, note }) => `${words.correction(at)}${note}`)].join(" ");
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

/** RSS and JSON Feed want a type; where the newsroom gave none, the extension says it, and most news pictures are JPEG. */
function withType({ syndication: _, license: __, ...image }: Image): EntryImage {
  return { ...image, type: image.type ?? imageTypeOf(image.url) ?? "image/jpeg" };
}

/** Text as HTML that shows it, and that ends no CDATA section. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll("]]>", "]]&gt;");
