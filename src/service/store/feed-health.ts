import type { Database } from "../home.ts";

/** A feed, as whoever watches the service sees it. */
export interface FeedHealth {
  slug: string;
  /** The number of the current edition; 0: none. */
  edition: number;
  refused: 0 | 1;
  /** Milliseconds; null: it is fresh. */
  stale_since: number | null;
}

/** Feeds of one kind of trouble that are read: beyond it, it is the whole service's. Each is a step of an index, and a row. */
const MAX_TROUBLED = 1_000;

const HEALTH = "SELECT slug, edition, refusal IS NOT NULL AS refused, stale_since FROM feed";

/**
 * The public feeds that are not as they should be, by index alone, however many others there are; of those that are stale, the one that
 * has been for longest comes first.
 *
 * @param slugs feeds that are read beside, whatever their state
 */
export async function listHealth(
  db: Database,
  slugs: string[],
): Promise<Record<"named" | "refused" | "stale", FeedHealth[]>> {
  const [named, refused, stale] = await db.batch<FeedHealth>([
    db.prepare(`${HEALTH} WHERE slug IN (SELECT value FROM json_each(?))`).bind(JSON.stringify(slugs)),
    db.prepare(`${HEALTH} WHERE partner IS NULL AND refusal IS NOT NULL ORDER BY slug LIMIT ${MAX_TROUBLED}`),
    db.prepare(
      `${HEALTH} WHERE partner IS NULL AND stale_since IS NOT NULL ORDER BY stale_since LIMIT ${MAX_TROUBLED}`,
    ),
  ]);
  return { named: named?.results ?? [], refused: refused?.results ?? [], stale: stale?.results ?? [] };
}

/** What is told of all feeds at once, partners' too. */
export interface HealthSums {
  refused: number;
  /** Since when that one has been stale which has been for longest, in milliseconds; null: none is. */
  stale_since: number | null;
}

export async function sumHealth(db: Database): Promise<HealthSums> {
  const sums = db.prepare(
    `SELECT (SELECT count(*) FROM feed WHERE refusal IS NOT NULL) AS refused,
       (SELECT min(stale_since) FROM feed WHERE stale_since IS NOT NULL) AS stale_since`,
  );
  return (await sums.first<HealthSums>()) ?? { refused: 0, stale_since: null };
}
