import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database } from "../home.ts";

/** Of each kind of trouble so much is read: one more than anybody goes through in a morning. */
const MAX_TROUBLES = 50;

/** A feed that is held back now, or a page of its archive. */
export interface HeldBack {
  feed: string;
  /** A page of its archive; null: its edition. */
  page: number | null;
  /** When it was first held back since its last good edition, in milliseconds; null: of a page of the archive nobody knows. */
  since: number | null;
  /** What did not come back as stored, the first of all. */
  first: Discrepancy;
}

/** A feed that waits for the publisher. */
export interface Waiting {
  slug: string;
  /** Milliseconds. */
  since: number;
}

/** A story that was taken back, and that a feed still shows: no edition has been made without it yet. */
export interface StillShown {
  id: string;
  /** Where the desk finds who still has it. */
  feed: string;
  /** When it was taken back, in milliseconds. */
  since: number;
}

/** Where somebody has to look, by indexes that hold nothing else: however many feeds and stories there are, it costs the same. */
export async function listTroubles(
  db: Database,
  { staleBefore, takenBackAfter }: { staleBefore: number; takenBackAfter: number },
): Promise<{ heldBack: HeldBack[]; waiting: Waiting[]; stillShown: StillShown[] }> {
  const [editions, pages, stale, shown] = await db.batch([
    db.prepare(
      `SELECT f.slug AS feed, NULL AS page, f.refusal -> '$[0]' AS first,
         (SELECT min(r.at) FROM refusal r WHERE r.feed = f.slug AND r.at >= coalesce(
           (SELECT e.published_at FROM edition e WHERE e.feed = f.slug AND e.number = f.edition), 0)) AS since
       FROM feed f INDEXED BY feed_refused WHERE f.refusal IS NOT NULL LIMIT ${MAX_TROUBLES}`,
    ),
    db.prepare(
      `SELECT feed, page, refusal -> '$[0]' AS first, NULL AS since FROM archive INDEXED BY archive_refused
       WHERE refusal IS NOT NULL LIMIT ${MAX_TROUBLES}`,
    ),
    db
      .prepare(
        `SELECT slug, stale_since AS since FROM feed INDEXED BY feed_stale WHERE stale_since IS NOT NULL AND stale_since < ?
         ORDER BY stale_since LIMIT ${MAX_TROUBLES}`,
      )
      .bind(staleBefore),
    db
      .prepare(
        `SELECT t.article_id AS id, min(t.feed) AS feed, min(t.at) AS since FROM taken_back t INDEXED BY taken_back_at
         JOIN feed f ON f.slug = t.feed LEFT JOIN archive a ON a.feed = t.feed AND a.page = t.page
         WHERE t.at > ?1 AND t.at < ?2 AND NOT f.asleep AND t.changed > coalesce(a.composed, f.composed)
         GROUP BY t.article_id LIMIT ${MAX_TROUBLES}`,
      )
      .bind(takenBackAfter, staleBefore),
  ]);
  const heldBack = [...(editions?.results ?? []), ...(pages?.results ?? [])] as (Omit<HeldBack, "first"> & {
    first: string;
  })[];
  return {
    heldBack: heldBack.map((row) => ({ ...row, first: JSON.parse(row.first) })),
    waiting: (stale?.results ?? []) as Waiting[],
    stillShown: (shown?.results ?? []) as StillShown[],
  };
}
