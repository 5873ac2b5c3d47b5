import type { Database } from "../home.ts";

/** Feeds that are listed in all: more than partners poll. */
const MAX_AWAKE = 5_000;

/** The feeds of families that are awake and that their partner has polled, each with its family's path: by an index of what is awake. */
export const listAwakeForPartners = async (
  db: Database,
  paths: string[],
): Promise<{ slug: string; family: string }[]> =>
  paths.length === 0
    ? []
    : (
        await db
          .prepare(
            `SELECT f.slug, f.family FROM json_each(?) w CROSS JOIN feed f INDEXED BY feed_published
               ON f.slug > w.value || '/' AND f.slug < w.value || '0' AND f.asleep = 0
             WHERE EXISTS (SELECT 1 FROM partner_poll p WHERE p.feed = f.slug) LIMIT ${MAX_AWAKE}`,
          )
          .bind(JSON.stringify(paths))
          .all<{ slug: string; family: string }>()
      ).results;
