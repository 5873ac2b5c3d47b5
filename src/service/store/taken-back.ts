import type { Database, PreparedStatement } from "../home.ts";
import { SHARED_COPY_BOUND } from "../shared-copies.ts";

/** A feed that a story has to come out of. */
export interface Left {
  article: string;
  /** That takes it back. */
  revision: number;
  feed: string;
}

/**
 * A statement that notes where stories stand that are about to be taken back: in feeds, and in pages of their archives. It comes before
 * those that take them out. Partners' documents are in no shared cache.
 */
export const noteTakenBack = (db: Database, left: Left[], now: number): PreparedStatement =>
  db
    .prepare(
      `WITH left AS (
         SELECT m.article_id, one.value ->> 'revision' AS revision, m.feed, m.page, f.edition, f.changed
         FROM json_each(?1) one JOIN membership m ON m.feed = one.value ->> 'feed' AND m.article_id = one.value ->> 'article'
         JOIN feed f ON f.slug = m.feed AND f.partner IS NULL AND NOT f.asleep
       )
       INSERT INTO taken_back (article_id, revision, feed, page, number, changed, at)
       SELECT l.article_id, l.revision, l.feed, 0, l.edition, l.changed + 1, ?2 FROM left l
       WHERE EXISTS (SELECT 1 FROM served s WHERE s.article_id = l.article_id AND s.feed = l.feed AND s.last_edition IS NULL)
       UNION ALL
       SELECT l.article_id, l.revision, l.feed, l.page, a.version, a.changed + 1, ?2 FROM left l
       JOIN archive a ON a.feed = l.feed AND a.page = l.page AND a.version > 0`,
    )
    .bind(JSON.stringify(left), now);

/**
 * Whether the text of a story that was taken back is out of the caches in front: `out` since then, by a purge or by the age of copies;
 * `leaving`: it will be by then, if not before, or by a time that is not known yet, for a feed has to be published first.
 */
export type EdgeState =
  | { status: "out"; since: number; by: "purge" | "age" }
  | { status: "leaving"; until: number | null };

/** Null: this revision took nothing back, or that is long ago. */
export async function findEdgeState(
  db: Database,
  id: string,
  revision: number,
  now: number,
): Promise<EdgeState | null> {
  const { results } = await db
    .prepare(
      `SELECT NOT f.asleep AND t.changed > coalesce(a.composed, f.composed) AS waits, p.at, p.out_at FROM taken_back t
       LEFT JOIN feed f ON f.slug = t.feed
       LEFT JOIN archive a ON a.feed = t.feed AND a.page = t.page
       LEFT JOIN purge p ON p.feed = t.feed AND p.page = t.page AND p.number = (SELECT min(n.number) FROM purge n
         WHERE n.feed = t.feed AND n.page = t.page AND n.number > t.number AND n.composed >= t.changed)
       WHERE t.article_id = ? AND t.revision = ?`,
    )
    .bind(id, revision)
    .all<{ waits: 0 | 1 | null; at: number | null; out_at: number | null }>();
  const leaves = results.flatMap(({ at, out_at }) =>
    at === null ? [] : { at: out_at ?? at + SHARED_COPY_BOUND, out_at },
  );
  if (results.some(({ waits, at }) => waits && at === null)) return { status: "leaving", until: null };
  const last = leaves.reduce<(typeof leaves)[number] | null>((a, b) => (a && a.at >= b.at ? a : b), null);
  if (!last) return null;
  if (last.at > now) return { status: "leaving", until: last.at };
  return { status: "out", since: last.at, by: last.out_at === null ? "age" : "purge" };
}
