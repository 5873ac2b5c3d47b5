import type { Partner } from "../../partner/partner.ts";
import type { Database } from "../home.ts";
import { listPartners } from "./partners.ts";

/** How many articles an export has, or has left behind the one with this id. */
export async function countExported(db: Database, after?: string): Promise<number> {
  const sql = "SELECT count(*) AS articles FROM article";
  const counting = after === undefined ? db.prepare(sql) : db.prepare(`${sql} WHERE id < ?`).bind(after);
  return (await counting.first<{ articles: number }>())?.articles ?? 0;
}

/** Revisions looked at for one page. */
const MAX_ROWS = 100;

/** Text of one page: two are held at once. UTF-16 units. */
const MAX_LENGTH = 2_000_000;

/** A revision with what outlives it, as a store hands it on. Times are milliseconds. */
export interface ExportedRow {
  article_id: string;
  entry_id: string;
  /** The article's current revision. */
  current: number;
  published: number;
  updated: number;
  public: 0 | 1;
  /** JSON: the page of the archive that holds it, by feed. */
  pages: string;
  revision: number;
  stored_at: number;
  superseded_at: number | null;
  /** What it made of the article's `updated`. */
  revision_updated: number;
  /** The article as JSON. */
  body: string;
}

/** Where an export goes on: before this revision of this article. */
export interface ExportPosition {
  id: string;
  revision: number;
}

/**
 * The next revisions, by the index of their keys from its end: each article's newest first, for that one alone makes the article
 * whole. Empty: there are no more.
 *
 * @param before null: from the end
 */
export async function listExported(db: Database, before: ExportPosition | null): Promise<ExportedRow[]> {
  // In SQLite's order a BLOB is greater than any text.
  const id = before === null ? "x''" : "?1";
  const position = before === null ? [] : [before.id, before.revision];
  const from = `FROM revision r WHERE (r.article_id, r.revision) < (${id}, ${before === null ? 0 : "?2"})`;
  const order = "ORDER BY r.article_id DESC, r.revision DESC";
  const { results: lengths } = await db
    .prepare(`SELECT length(r.body) AS length ${from} ${order} LIMIT ${MAX_ROWS}`)
    .bind(...position)
    .all<{ length: number }>();
  const rows = fitting(lengths.map(({ length }) => length));
  if (rows === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT a.id AS article_id, a.entry_id, a.revision AS current, a.published, a.updated, a.public,
         (SELECT json_group_object(m.feed, m.page) FROM membership m WHERE m.article_id = a.id AND m.page IS NOT NULL) AS pages,
         r.revision, r.stored_at, r.superseded_at, r.updated AS revision_updated, r.body
       ${from.replace("WHERE", "JOIN article a ON a.id = r.article_id WHERE")} ${order} LIMIT ${rows}`,
    )
    .bind(...position)
    .all<ExportedRow>();
  return results;
}

/** How many of texts fit into a page; the first one does, however long. */
function fitting(lengths: number[]): number {
  let total = 0;
  const over = lengths.findIndex((length) => {
    total += length;
    return total > MAX_LENGTH;
  });
  return over === -1 ? lengths.length : Math.max(1, over);
}

/** A key as the store has it: never the key itself. Times are milliseconds. */
export interface StoredKey {
  id: string;
  /** SHA-256 of the key, hexadecimal. */
  hash: string;
  label: string | null;
  feeds: string[] | null;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

/** All partners with their keys. */
export async function listPartnersWithKeys(db: Database): Promise<{ partner: Partner; keys: StoredKey[] }[]> {
  const partners = await listPartners(db);
  const found: { partner: Partner; keys: StoredKey[] }[] = [];
  for (const partner of partners) found.push({ partner, keys: await listStoredKeys(db, partner.slug) });
  return found;
}

export async function listStoredKeys(db: Database, partner: string): Promise<StoredKey[]> {
  const { results } = await db
    .prepare(
      `SELECT id, hash, label, feeds, created_at, expires_at, revoked_at, last_used_at FROM partner_key
       WHERE partner = ? ORDER BY created_at, id`,
    )
    .bind(partner)
    .all<Omit<StoredKey, "feeds"> & { feeds: string | null }>();
  return results.map(({ feeds, ...row }) => ({ ...row, feeds: feeds === null ? null : JSON.parse(feeds) }));
}

/** Whose keys ids are, and their hashes. */
export async function findKeyHashes(
  db: Database,
  ids: string[],
): Promise<Map<string, { partner: string; hash: string }>> {
  const { results } = await db
    .prepare("SELECT k.id, k.partner, k.hash FROM json_each(?) row JOIN partner_key k ON k.id = row.value")
    .bind(JSON.stringify(ids))
    .all<{ id: string; partner: string; hash: string }>();
  return new Map(results.map(({ id, ...key }) => [id, key]));
}
