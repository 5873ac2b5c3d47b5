import type { Article } from "../../article/article.ts";
import type { Membership } from "../../feed/membership.ts";
import type { Partner } from "../../partner/partner.ts";
import type { Actor } from "../../people/actor.ts";
import type { Database } from "../home.ts";
import { upsertCurrent } from "./articles.ts";
import { type Deed, noteDeeds } from "./audit.ts";
import type { StoredKey } from "./exports.ts";
import { type ListedRevision, replaceListings } from "./listing.ts";
import { replaceMemberships } from "./memberships.ts";
import { insertPartner } from "./partners.ts";
import { type HolderRow, selectHolders, toHolders } from "./shared-urls.ts";
import { markTouched, newlyStaleIn, type Touched } from "./stale.ts";
import { insertValues, type NamedValue } from "./values.ts";

/** What a store holds of an article that is brought to it. */
export interface HeldArticle {
  entry_id: string;
  /** Its current revision. */
  revision: number;
  /** The feeds that it is in. */
  feeds: string[];
  /** Of the revisions that were asked for, those that are there: their bodies, by number. */
  bodies: Map<number, string>;
}

/** What is held of articles, by their ids, whose entries these ids are, and who else has these URLs. */
export async function findHeld(
  db: Database,
  articles: { id: string; entry_id: string; revisions: number[] }[],
  urls: string[],
): Promise<{ held: Map<string, HeldArticle>; owners: Map<string, string>; holders: Map<string, string> }> {
  const wanted = JSON.stringify(articles.map(({ id, entry_id }) => ({ id, entry_id })));
  const revisions = JSON.stringify(
    articles.flatMap(({ id, revisions }) => revisions.map((revision) => ({ id, revision }))),
  );
  const [found, bodies, owners, holders] = await db.batch<Record<string, never>>([
    db
      .prepare(
        `SELECT a.id, a.entry_id, a.revision,
           (SELECT json_group_array(m.feed) FROM membership m WHERE m.article_id = a.id) AS feeds
         FROM json_each(?) row JOIN article a ON a.id = row.value ->> 'id'`,
      )
      .bind(wanted),
    db
      .prepare(
        `SELECT r.article_id AS id, r.revision, r.body FROM json_each(?) row
         JOIN revision r ON r.article_id = row.value ->> 'id' AND r.revision = row.value ->> 'revision'`,
      )
      .bind(revisions),
    db
      .prepare("SELECT a.entry_id, a.id FROM json_each(?) row JOIN article a ON a.entry_id = row.value ->> 'entry_id'")
      .bind(wanted),
    selectHolders(
      db,
      urls,
      articles.map(({ id }) => id),
    ),
  ]);
  type Row = { id: string; entry_id: string; revision: number; feeds: string; body: string };
  const rowsOf = (some: { results: unknown[] } | undefined) => (some?.results ?? []) as Row[];
  const held = new Map(
    rowsOf(found).map(({ id, feeds, ...row }): [string, HeldArticle] => [
      id,
      { ...row, feeds: JSON.parse(feeds), bodies: new Map() },
    ]),
  );
  for (const { id, revision, body } of rowsOf(bodies)) held.get(id)?.bodies.set(revision, body);
  return {
    held,
    owners: new Map(rowsOf(owners).map(({ entry_id, id }) => [entry_id, id])),
    holders: toHolders((holders?.results ?? []) as unknown[] as HolderRow[]),
  };
}

/** A revision that the store does not have. Times are milliseconds. */
export interface BroughtRevision {
  revision: number;
  stored_at: number;
  superseded_at: number | null;
  updated: number;
  body: Article;
}

/** What an export brings of an article that the store does not have. Times are milliseconds. */
export interface BroughtArticle {
  id: string;
  entry_id: string;
  revisions: BroughtRevision[];
  /** Absent: what is current stays, and all that is brought is older. */
  current?: {
    revision: number;
    published: number;
    updated: number;
    public: boolean;
    memberships: Membership[];
    /** The page of the archive that holds it, by feed. */
    archived: Record<string, number>;
    /** The feeds that it comes into, stays in, or leaves. */
    touched: string[];
  };
}

/**
 * Stores what an export brings, in one transaction: revisions as they were, and the articles that become current by them.
 *
 * @param values what of the articles' values has no feed yet
 * @param by whose deed it is
 * @returns feeds that were fresh before: somebody has to wake the publisher for them
 * @throws Conflict where a save took a revision's number, an entry's id or a value's feed since they were read
 */
export async function saveBrought(
  db: Database,
  articles: BroughtArticle[],
  now: number,
  values: NamedValue[],
  by: Actor,
): Promise<string[]> {
  const currents = articles.flatMap(({ id, entry_id, current }) => (current ? [{ id, entry_id, ...current }] : []));
  const rows = JSON.stringify(currents.map(({ memberships: _, archived: __, touched: ___, ...row }) => row));
  const revisions = articles.flatMap(({ id, revisions }) => revisions.map((one) => ({ article_id: id, ...one })));
  const pages = JSON.stringify(
    currents.flatMap(({ id, archived, memberships }) =>
      memberships.flatMap(({ feed }) => (archived[feed] ? { feed, id, page: archived[feed] } : [])),
    ),
  );
  const results = await db.batch<Touched>([
    ...insertValues(db, values),
    upsertCurrent(db, rows),
    db
      .prepare(
        `INSERT INTO revision (article_id, revision, stored_at, superseded_at, updated, body)
         SELECT value ->> 'article_id', value ->> 'revision', value ->> 'stored_at', value ->> 'superseded_at',
           value ->> 'updated', value -> 'body' FROM json_each(?)`,
      )
      .bind(JSON.stringify(revisions)),
    noteDeeds(db, by, articles.map(broughtBy), now),
    // One that was current here is no longer.
    db
      .prepare(
        `UPDATE revision AS r SET superseded_at = coalesce(
           (SELECT next.stored_at FROM revision next WHERE next.article_id = r.article_id AND next.revision = r.revision + 1), ?2)
         FROM json_each(?1) row
         WHERE r.article_id = row.value ->> 'id' AND r.revision < row.value ->> 'revision' AND r.superseded_at IS NULL`,
      )
      .bind(rows, now),
    ...replaceListings(db, articles.flatMap(listedOf)),
    ...replaceMemberships(
      db,
      "m.article_id IN (SELECT value ->> 'id' FROM json_each(?1))",
      rows,
      currents.flatMap((one) => one.memberships),
    ),
    // Pages of an archive are for good (RFC 5005 §4): an article stands in the page that readers have it from.
    db
      .prepare(
        `UPDATE membership SET page = row.value ->> 'page' FROM json_each(?) row
         WHERE feed = row.value ->> 'feed' AND article_id = row.value ->> 'id' AND page IS NULL`,
      )
      .bind(pages),
    db
      .prepare(
        `INSERT INTO archive (feed, page)
         WITH RECURSIVE wanted (feed, page, last) AS (
           SELECT f.slug, f.pages + 1, max(row.value ->> 'page') FROM json_each(?) row JOIN feed f ON f.slug = row.value ->> 'feed'
           GROUP BY f.slug
           UNION ALL SELECT feed, page + 1, last FROM wanted WHERE page < last
         ) SELECT feed, page FROM wanted WHERE page <= last ON CONFLICT DO NOTHING`,
      )
      .bind(pages),
    db
      .prepare(
        `UPDATE feed SET pages = max(pages, row.last)
         FROM (SELECT value ->> 'feed' AS feed, max(value ->> 'page') AS last FROM json_each(?) GROUP BY 1) row WHERE slug = row.feed`,
      )
      .bind(pages),
    db
      .prepare(
        `UPDATE archive SET changed = changed + 1 WHERE (feed, page) IN (SELECT value ->> 'feed', value ->> 'page' FROM json_each(?))`,
      )
      .bind(pages),
    markTouched(
      db,
      currents.flatMap((one) => one.touched),
      now,
    ),
  ]);
  return newlyStaleIn(results);
}

const broughtBy = ({ id, revisions }: BroughtArticle): Deed => ({
  action: "article.brought",
  subject: { kind: "article", id },
  detail: { title: revisions[0]?.body.title, revisions: revisions.length },
});
/** What lists are told of an article that becomes current by what is brought. */
function listedOf({ revisions, current }: BroughtArticle): ListedRevision[] {
  const brought = current && revisions.find(({ revision }) => revision === current.revision);
  return brought
    ? [{ article: brought.body, revision: brought.revision, dates: current, storedAt: brought.stored_at }]
    : [];
}

/**
 * Stores a partner that is not there yet, and those of its keys that are not. A key that was revoked elsewhere is revoked here.
 *
 * @param deeds what was not here
 * @returns whether that has changed anything
 */
export async function saveBroughtPartner(
  db: Database,
  partner: Partner,
  keys: StoredKey[],
  { by, deeds, now }: { by: Actor; deeds: Deed[]; now: number },
): Promise<boolean> {
  const rows = JSON.stringify(keys.map(({ feeds, ...key }) => ({ ...key, feeds: feeds && JSON.stringify(feeds) })));
  const results = await db.batch([
    insertPartner(db, partner),
    db
      .prepare(
        `INSERT INTO partner_key (id, partner, hash, label, feeds, created_at, expires_at, revoked_at, last_used_at)
         SELECT value ->> 'id', ?2, value ->> 'hash', value ->> 'label', value ->> 'feeds', value ->> 'created_at',
           value ->> 'expires_at', value ->> 'revoked_at', value ->> 'last_used_at'
         FROM json_each(?1) WHERE true
         ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at
         WHERE partner_key.revoked_at IS NULL AND excluded.revoked_at IS NOT NULL`,
      )
      .bind(rows, partner.slug),
    noteDeeds(db, by, deeds, now),
  ]);
  return results.slice(0, 2).some(({ meta }) => meta.changes > 0);
}
