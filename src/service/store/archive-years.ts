import type { Database } from "../home.ts";

/** A year of a feed's archive. */
export interface ArchiveYear {
  /** In UTC, as pages write times. */
  year: number;
  /** The page of the archive that holds its newest story. */
  page: number;
}

/**
 * The years of a feed's archive, the newest first: two steps of an index, and one for each year.
 *
 * @param pages how many pages it has
 */
export async function listArchiveYears(db: Database, slug: string, pages: number): Promise<ArchiveYear[]> {
  if (pages === 0) return [];
  const ends = await db
    .prepare(
      `SELECT (SELECT updated FROM membership WHERE feed = ?1 AND page = 1 ORDER BY updated LIMIT 1) AS oldest,
         (SELECT updated FROM membership WHERE feed = ?1 AND page = ?2 ORDER BY updated DESC LIMIT 1) AS newest`,
    )
    .bind(slug, pages)
    .first<{ oldest: number | null; newest: number | null }>();
  // A page whose stories were all taken out.
  if (!ends || ends.oldest === null || ends.newest === null) return [];
  const [first, last] = [yearOf(ends.oldest), yearOf(ends.newest)];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
  const { results } = await db
    .prepare(
      `SELECT value ->> 'year' AS year, (SELECT m.page FROM membership m INDEXED BY membership_newest
           WHERE m.feed = ?1 AND m.updated >= value ->> 'from' AND m.updated < value ->> 'to' AND m.page <= ?2
           ORDER BY m.updated DESC LIMIT 1) AS page
       FROM json_each(?3)`,
    )
    .bind(slug, pages, JSON.stringify(years.map((year) => ({ year, from: startOf(year), to: startOf(year + 1) }))))
    .all<{ year: number; page: number | null }>();
  return results.flatMap(({ year, page }) => (page === null ? [] : { year, page }));
}

export const yearOf = (at: number): number => new Date(at).getUTCFullYear();

const startOf = (year: number): number => Date.UTC(year, 0, 1);
