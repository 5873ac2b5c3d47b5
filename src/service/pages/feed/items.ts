import type { Attachment, Author, Correction, Credit } from "../../../article/article.ts";
import { htmlToText } from "../../../article/html/text.ts";
import { onceEach } from "../../../article/once-each.ts";
import { firstWords } from "../../../article/text.ts";
import type { Entry, EntryImage } from "../../../feed/feed.ts";

/** An item of our own JSON Feed documents, as far as pages show it. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary?: string;
  content_html?: string;
  image?: string;
  date_published: string;
  date_modified: string;
  language?: string;
  authors?: Author[];
  attachments?: { url: string; mime_type: string; size_in_bytes?: number; duration_in_seconds?: number }[];
  _wireproof?: {
    section?: string;
    images?: EntryImage[];
    attachments?: Attachment[];
    credit?: Credit;
    rights?: string;
    corrections?: Correction[];
  };
}

/** An entry as the item that a feed's JSON Feed document makes of it. */
export const toItem = onceEach((entry: Entry): FeedItem => {
  const { id, url, title, summary, content_html, images, authors, section, credit, rights, corrections } = entry;
  return {
    id,
    url,
    title,
    summary,
    content_html,
    image: images[0]?.url,
    date_published: new Date(entry.published).toISOString(),
    date_modified: new Date(entry.updated).toISOString(),
    language: entry.language,
    authors: authors.length > 0 ? authors : undefined,
    attachments: [...images, ...entry.attachments].map((file) => ({
      url: file.url,
      mime_type: file.type,
      size_in_bytes: file.length,
      duration_in_seconds: "duration" in file ? file.duration : undefined,
    })),
    _wireproof: { section, images, attachments: entry.attachments, credit, rights, corrections },
  };
});

/** What a list shows of a story's summary or text. Characters. */
export const DEK_LENGTH = 260;

/**
 * The start of a body that is parsed for a list: enough to find `DEK_LENGTH` of text in it behind pictures. Characters.
 */
const OPENING_LENGTH = 4_000;

/**
 * The line below a story's title in a list: its summary, or how its text begins. Empty where that says no more than the
 * title.
 */
export const dekOf = onceEach(({ title, summary, content_html }: FeedItem): string => {
  const dek = firstWords(summary || htmlToText((content_html ?? "").slice(0, OPENING_LENGTH)), DEK_LENGTH);
  return dek === title ? "" : dek;
});

/** Times that differ by less are one: a re-save is no news to a reader. Milliseconds. */
const SAME_TIME = 60_000;

/** When a story last changed after it was published, in milliseconds; undefined where it did not. */
export function changedAt({ date_published, date_modified }: FeedItem): number | undefined {
  const modified = Date.parse(date_modified);
  return modified - Date.parse(date_published) > SAME_TIME ? modified : undefined;
}
