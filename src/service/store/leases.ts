import type { Database } from "../home.ts";

/**
 * How long a feed that was handed over is nobody else's: longer than a hundred of them take one after the other, and where its message is
 * lost, so late it is taken up. Milliseconds.
 */
export const LEASE = 60_000;

/**
 * Lets nobody else take up these feeds for a while, unless they change meanwhile. Race: two wakes may hand over the same: each gets other
 * ones.
 *
 * @returns those of them that were still due, in the same order
 */
export async function leaseDue(db: Database, slugs: string[], now: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      "UPDATE feed SET due_at = ?2 WHERE slug IN (SELECT value FROM json_each(?3)) AND due_at <= ?1 RETURNING slug",
    )
    .bind(now, now + LEASE, JSON.stringify(slugs))
    .all<{ slug: string }>();
  const leased = new Set(results.map(({ slug }) => slug));
  return slugs.filter((slug) => leased.has(slug));
}
