import type { Database } from "../home.ts";

/** Feeds of a family that are counted: a millisecond of an index. */
export const MAX_COUNTED = 10_000;

/** The feeds of a family, each number `MAX_COUNTED` at most. */
export interface FamilyCounts {
  /** The family's. */
  path: string;
  values: number;
  awake: number;
  refused: number;
}

const counted = (from: string): string => `(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${MAX_COUNTED}))`;

/** SQL: what begins with the path and a slash is before the path and the character that follows the slash. */
const UNDER_PATH = "f.slug > w.value || '/' AND f.slug < w.value || '0'";

/** How many feeds families have, by index, in the order of the paths. */
export const countFamilies = async (db: Database, paths: string[]): Promise<FamilyCounts[]> =>
  paths.length === 0
    ? []
    : (
        await db
          .prepare(
            `SELECT w.value AS path, ${counted("feed f INDEXED BY feed_value WHERE f.family = w.value")} AS "values",
               ${counted(`feed f INDEXED BY feed_published WHERE f.asleep = 0 AND ${UNDER_PATH}`)} AS awake,
               ${counted(`feed f INDEXED BY feed_refused WHERE f.refusal IS NOT NULL AND ${UNDER_PATH}`)} AS refused
             FROM json_each(?) w ORDER BY w.key`,
          )
          .bind(JSON.stringify(paths))
          .all<FamilyCounts>()
      ).results;
