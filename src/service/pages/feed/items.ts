import { gunzipSync } from "node:zlib";
import type { Author, Correction, Credit } from "../../../article/article.ts";
import { htmlToText } from "../../../article/html.ts";
import { firstWords } from "../../../article/text.ts";
import type { EntryImage } from "../../../feed/feed.ts";
import type { Database } from "../../home.ts";
import { findCurrentPage, findPageDocument } from "../../store/archives.ts";
import { findDocument } from "../../store/documents.ts";
import { findCurrentEdition } from "../../store/editions.ts";

/** As much of a JSON Feed item as people see. */
export interface Item {
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
    credit?: Credit;
    rights?: string;
    corrections?: Correction[];
  };
}

/** People see what readers get: the items of the current edition, or of a page of the archive, and nothing else. */
export async function feedItems(db: Database, slug: string): Promise<Item[]> {
  const edition = await findCurrentEdition(db, slug);
  const text =
    edition && (await findDocument(db, { slug, edition: edition.number, format: "json", coding: "identity" }));
  return text ? itemsOf(text) : [];
}

/** Null: there is no such page. */
export async function archiveItems(db: Database, slug: string, page: number): Promise<Item[] | null> {
  const current = await findCurrentPage(db, slug, page);
  const packed = current && (await findPageDocument(db, { slug, page, version: current.number, format: "json" }));
  return packed ? itemsOf(gunzipSync(Buffer.from(packed, "base64")).toString()) : null;
}

const itemsOf = (text: string): Item[] => (JSON.parse(text) as { items: Item[] }).items;

/** What a list shows of a story. */
export const DEK_LENGTH = 260;

/** Enough of a body to find that much text in it, behind its pictures; the rest need not be parsed. */
const OPENING_LENGTH = 4_000;

export function dekOf({ title, summary, content_html }: Item): string {
  const dek = firstWords(summary || htmlToText((content_html ?? "").slice(0, OPENING_LENGTH)), DEK_LENGTH);
  return dek === title ? "" : dek;
}

/** Times that differ by less are one: a re-save is no news to a reader. Milliseconds. */
const SAME_TIME = 60_000;

/** When a story last changed after it was published. */
export function changedAt({ date_published, date_modified }: Item): number | undefined {
  const modified = Date.parse(date_modified);
  return modified - Date.parse(date_published) > SAME_TIME ? modified : undefined;
}
