import { inject } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parse.ts";
import type { Database } from "../../../src/service/home.ts";
import { migrate } from "../../../src/service/store/apply-migrations.ts";
import type { Discrepancy } from "../../../src/verify/discrepancy.ts";
import { here } from "../../homes/here.ts";

/** The test's store, empty but for its tables. */
export async function emptyStore(): Promise<Database> {
  await here.reset();
  const db = here.db;
  await migrate(db, inject("migrations"));
  return db;
}

type Value = string | number | null;

/** Puts a row into a table as it is: what a test of the store begins with. */
export async function insert(db: Database, table: string, row: Record<string, Value>): Promise<void> {
  const columns = Object.keys(row);
  const holes = columns.map(() => "?").join(", ");
  await db
    .prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${holes})`)
    .bind(...Object.values(row))
    .run();
}

export const insertFeed = (db: Database, slug: string, fields: Record<string, Value> = {}): Promise<void> =>
  insert(db, "feed", { slug, selection: "{}", presentation: "{}", page_size: 2, ...fields });

export const insertMembership = (
  db: Database,
  feed: string,
  article_id: string,
  fields: Record<string, Value> = {},
): Promise<void> => insert(db, "membership", { feed, article_id, updated: 0, visible_from: 0, ...fields });

/** An article with its one revision. */
export async function insertArticle(
  db: Database,
  id: string,
  { body = "{}", ...fields }: { body?: string } & Record<string, Value> = {},
): Promise<void> {
  await insert(db, "article", { id, entry_id: `entry:${id}`, revision: 1, published: 0, updated: 0, ...fields });
  const { revision = 1, updated = 0 } = fields;
  await insert(db, "revision", { article_id: id, revision, stored_at: 0, updated, body });
}

/** Somebody whom a feed's editions are sent to, as long as no lease of today ends. */
export const insertSubscription = (
  db: Database,
  id: number,
  { feed = "all", host = "reader.example", ...fields }: { feed?: string; host?: string } & Record<string, Value> = {},
): Promise<void> =>
  insert(db, "subscription", {
    ...{ id, feed, format: "rss", callback: `https://${host}/push/${id}`, host, algorithm: "sha256", wants_delta: 0 },
    ...{ verified_at: 0, lease_until: 4_000_000_000_000, ...fields },
  });

/** What a subscriber has answered with 2xx. */
export const insertPush = (
  db: Database,
  subscription: number,
  edition: number,
  { feed = "all", ...fields }: { feed?: string } & Record<string, Value> = {},
): Promise<void> =>
  insert(db, "push", {
    ...{ feed, edition, subscription, status: 204, attempts: 1, is_delta: 0, pushed_at: edition * 1_000 },
    ...fields,
  });

/** So many deeds to one article. @param at when the first was done, in milliseconds; the others `apart` from each other */
export async function insertDeeds(
  db: Database,
  count: number,
  {
    subject,
    action = "article.withheld",
    at,
    apart = 0,
  }: { subject: string; action?: string; at: number; apart?: number },
): Promise<void> {
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
       INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject)
       SELECT ?2 + i * ?3, 'person', 'ada', 'Ada', ?4, 'article', ?5 FROM n`,
    )
    .bind(count, at, apart, action, subject)
    .run();
}

export const VALIDATORS = {
  rss: { etag: "rss-tag", modified: 1_000 },
  atom: { etag: "atom-tag", modified: 2_000 },
  json: { etag: "json-tag", modified: 3_000 },
};

export const insertEdition = (
  db: Database,
  feed: string,
  number: number,
  fields: Record<string, Value> = {},
): Promise<void> =>
  insert(db, "edition", {
    ...{ feed, number, published_at: 0, entries: 0, validators: JSON.stringify(VALIDATORS), manifest: "[]" },
    ...{ changes: '{"added":[],"changed":[],"removed":[]}', ...fields },
  });

/** A title that did not come back as it was stored. */
export const FAULT: Discrepancy = {
  ...{ feed: "all", format: "rss", reader: "rss-parser", entry: "e", field: "title", stored: "A", read: "B" },
};

/** What a query finds. */
export const select = async (db: Database, sql: string): Promise<unknown[]> => (await db.prepare(sql).all()).results;

/** An article as `parseArticle` gives it. */
export function parsed(id: string, fields: Record<string, unknown> = {}): Article {
  const result = parseArticle({
    ...{ id, url: `https://gazette.example/${id}`, title: `Title of ${id}`, content_html: `<p>Text of ${id}.</p>` },
    ...{ published_at: "2026-03-01T08:00:00Z", ...fields },
  });
  if (result.status === "problems") throw new Error(JSON.stringify(result.problems));
  return result.article;
}
