import type { Database } from "../home.ts";

/** Values of one page, some 150 bytes each. */
export const MAX_PAGE_VALUES = 1_000;

/** A value of a family as a store hands it on. */
export interface ExportedValue {
  /** Of its feed: for good, whichever others come. */
  slug: string;
  family: string;
  labels: string[];
  /** The number of its feed's last edition; 0: nobody has ever polled it. */
  edition: number;
}

/**
 * The next values, by the slugs of their feeds.
 *
 * @param after a slug; empty: from the first
 */
export async function listExportedValues(db: Database, after: string): Promise<ExportedValue[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, family, labels, edition FROM feed WHERE family IS NOT NULL AND slug > ?
       ORDER BY slug LIMIT ${MAX_PAGE_VALUES}`,
    )
    .bind(after)
    .all<Omit<ExportedValue, "labels"> & { labels: string }>();
  return results.map((row) => ({ ...row, labels: JSON.parse(row.labels) }));
}
