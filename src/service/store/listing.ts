import type { Article } from "../../article/article.ts";
import type { Dates } from "../../article/dates.ts";
import { wordsOfHtml } from "../../article/html/text.ts";
import { toSearchText } from "../../article/search-text.ts";
import { visibility } from "../../article/visibility.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** UTF-16 units of a text that are searched: a book's chapter. What comes behind finds nothing. */
const MAX_INDEXED = 100_000;

/** UTF-16 units of one statement's value. D1 takes 2 MB of UTF-8, and few texts have more bytes than that of so many. */
const MAX_VALUE = 600_000;

/** By what articles are found. `restricted`: not every partner may have all of it. */
export type TermKind = "section" | "tag" | "author" | "status" | "restricted";

/** A revision that has become the current one. Times are milliseconds. */
export interface ListedRevision {
  article: Article;
  revision: number;
  dates: Pick<Dates, "published" | "updated">;
  storedAt: number;
}

/** Without regard to case, as definitions select (`feed/select.ts`). */
export const termKey = (label: string): string => label.normalize().toLowerCase();

/** Statements that put articles into the lists, and their words into the index, in the place of what their former revisions had there. */
export function replaceListings(db: Database, revisions: ListedRevision[]): PreparedStatement[] {
  if (revisions.length === 0) return [];
  const rows = JSON.stringify(revisions.map(toRow));
  return [
    db
      .prepare(
        `DELETE FROM listing_term WHERE (kind, key, n) IN (
           SELECT term.value ->> 0, term.value ->> 1, l.n FROM json_each(?) row JOIN article a ON a.id = row.value ->> 'id'
           JOIN listing l ON l.n = a.rowid JOIN json_each(l.terms) term)`,
      )
      .bind(rows),
    db
      .prepare(
        `INSERT INTO listing (n, article_id, revision, status, stored, published, updated, visible_from, visible_until, terms)
         SELECT a.rowid, a.id, row.value ->> 'revision', row.value ->> 'status', row.value ->> 'stored', row.value ->> 'published',
           row.value ->> 'updated', row.value ->> 'from', row.value ->> 'until', row.value -> 'terms'
         FROM json_each(?) row JOIN article a ON a.id = row.value ->> 'id' WHERE true
         ON CONFLICT (n) DO UPDATE SET revision = excluded.revision, status = excluded.status, stored = excluded.stored,
           published = excluded.published, updated = excluded.updated, visible_from = excluded.visible_from,
           visible_until = excluded.visible_until, terms = excluded.terms`,
      )
      .bind(rows),
    db
      .prepare(
        `INSERT OR REPLACE INTO listing_term (kind, key, n, label)
         SELECT term.value ->> 0, term.value ->> 1, a.rowid, term.value ->> 2
         FROM json_each(?) row JOIN article a ON a.id = row.value ->> 'id' JOIN json_each(row.value -> 'terms') term`,
      )
      .bind(rows),
    ...inValues(revisions.map(toWords)).map((words) =>
      db
        .prepare(
          `REPLACE INTO words (rowid, title, summary, text)
           SELECT a.rowid, row.value ->> 'title', row.value ->> 'summary', row.value ->> 'text'
           FROM json_each(?) row JOIN article a ON a.id = row.value ->> 'id'`,
        )
        .bind(words),
    ),
  ];
}

function toRow({ article, revision, dates: { published, updated }, storedAt }: ListedRevision) {
  const visible = visibility(article);
  const { id, status, expires_at } = article;
  // One that expires before it begins has expired.
  const { from = null, until = status === "usable" && expires_at !== undefined ? Date.parse(expires_at) : null } =
    visible ?? {};
  return { id, revision, status, stored: storedAt, published, updated, from, until, terms: termsOf(article) };
}

/** One of each key. */
function termsOf({ section, tags, authors, status, syndication, images }: Article): [TermKind, string, string][] {
  const isRestricted = syndication !== undefined || images.some((image) => image.syndication !== undefined);
  const labels: [TermKind, string][] = [
    ...(section === undefined ? [] : [["section", section] as const]),
    ...tags.map((tag) => ["tag", tag] as const),
    ...authors.map(({ name }) => ["author", name] as const),
    // Nearly all are usable.
    ...(status === "usable" ? [] : [["status", status] as const]),
    ...(isRestricted ? [["restricted", "yes"] as const] : []),
  ].map(([kind, label]): [TermKind, string] => [kind as TermKind, label]);
  const terms = labels.map(([kind, label]): [TermKind, string, string] => [kind, termKey(label), label]);
  return [...new Map(terms.map((term) => [`${term[0]}\n${term[1]}`, term])).values()];
}

const toWords = ({ article: { id, title, summary, content_html } }: ListedRevision) => ({
  id,
  title: toSearchText(title),
  summary: toSearchText(summary ?? ""),
  text: toSearchText(wordsOfHtml(content_html).slice(0, MAX_INDEXED).toWellFormed()),
});

/** JSON arrays of these rows, in their order, each as long as a value may be, with one row at least. */
function inValues(rows: object[]): string[] {
  const values: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (json.length > room) {
      values.push([]);
      room = MAX_VALUE;
    }
    room -= json.length;
    values.at(-1)?.push(json);
  }
  return values.map((jsons) => `[${jsons.join(",")}]`);
}
