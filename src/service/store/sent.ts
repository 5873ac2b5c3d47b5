import type { Sent, SentRow, StillRow } from "../../partner/sent-report.ts";
import type { Database } from "../home.ts";

/** Subscribers that are looked at for one article, those of its newest revisions first: some ten milliseconds of the store's. */
const MAX_LOOKED_AT = 20_000;
/** Of each revision, as many of those that fare alike as somebody reads; the others are counted. */
const MAX_NAMED = 50;
/** Of all revisions. */
const MAX_NAMED_IN_ALL = 1_000;
/** Of those that still have a story that was taken back: somebody writes to them. */
const MAX_STILL_NAMED = 200;

const NEVER = Number.MAX_SAFE_INTEGER;

/** Of the editions in which the article stood, `where` its revision is as said, the first or last that a subscriber was sent. */
const sentOf = (which: "min" | "max", subscriber: string, where: string): string =>
  `(SELECT ${which}((SELECT ${which}(p.edition) FROM push p WHERE p.subscription = ${subscriber}.id
     AND p.edition BETWEEN w.first_edition AND coalesce(w.last_edition, ${NEVER})))
    FROM served w WHERE w.article_id = ?1 AND w.feed = ${subscriber}.feed AND w.revision ${where})`;

/** The last revision that had not been taken back; the current one, where it is not. */
const LAST_USABLE = `SELECT coalesce((SELECT r.revision FROM revision r
  WHERE r.article_id = ?1 AND r.body ->> '$.status' <> 'canceled' ORDER BY r.revision DESC LIMIT 1), 0)`;

/** What subscribers of public feeds were sent of an article, and where it was taken back, which of them have it still. */
export async function findSent(db: Database, articleId: string): Promise<Sent> {
  const [sent, still] = await db.batch([
    db
      .prepare(
        `WITH asked AS (
           SELECT revision, feed, min(first_edition) AS first,
             CASE WHEN count(*) = count(last_edition) THEN max(last_edition) END AS last
           FROM served WHERE article_id = ?1 GROUP BY revision, feed ORDER BY revision DESC
         ), candidates AS (
           SELECT asked.revision, asked.first, asked.last, s.id, s.host, s.feed, s.format, s.wanted, s.ended_at,
             ${sentOf("min", "s", "= asked.revision")} AS edition
           FROM asked CROSS JOIN subscription s ON s.feed = asked.feed AND s.partner IS NULL LIMIT ${MAX_LOOKED_AT}
         ), matched AS (
           SELECT candidates.*, CASE
             WHEN candidates.edition IS NOT NULL THEN 'received'
             WHEN candidates.last IS NULL AND candidates.ended_at IS NULL AND candidates.wanted >= candidates.first THEN 'waiting'
             WHEN EXISTS (SELECT 1 FROM push p WHERE p.subscription = candidates.id AND p.edition < candidates.first)
               AND EXISTS (SELECT 1 FROM push p WHERE p.subscription = candidates.id AND p.edition > candidates.last) THEN 'superseded'
           END AS state FROM candidates
         )
         SELECT wanted.revision, wanted.id, wanted.host, wanted.feed, wanted.format, wanted.state, wanted.edition, wanted.looked_at, wanted.of,
           p.pushed_at FROM (
           SELECT m.*, (SELECT count(*) FROM candidates) AS looked_at,
             count(*) OVER (PARTITION BY m.revision, m.state) AS of,
             row_number() OVER (PARTITION BY m.revision, m.state ORDER BY m.host, m.id) AS n,
             row_number() OVER (ORDER BY m.revision DESC) AS in_all
           FROM matched m WHERE m.state IS NOT NULL
         ) wanted LEFT JOIN push p ON p.feed = wanted.feed AND p.edition = wanted.edition AND p.subscription = wanted.id
         WHERE wanted.n = 1 OR (wanted.n <= ${MAX_NAMED} AND wanted.in_all <= ${MAX_NAMED_IN_ALL})
         ORDER BY wanted.revision, wanted.state, wanted.n`,
      )
      .bind(articleId),
    db
      .prepare(
        `WITH wanted AS (${LAST_USABLE} AS revision), asked AS (
           SELECT wanted.revision, w.feed, max(w.revision > wanted.revision) AS is_told
           FROM wanted JOIN article a ON a.id = ?1 AND a.revision > wanted.revision CROSS JOIN served w ON w.article_id = ?1
           GROUP BY w.feed HAVING min(w.revision) <= wanted.revision
         ), candidates AS (
           SELECT asked.revision, asked.is_told, s.* FROM asked
           CROSS JOIN subscription s ON s.feed = asked.feed AND s.partner IS NULL LIMIT ${MAX_LOOKED_AT}
         ), matched AS (
           SELECT candidates.*, ${sentOf("max", "candidates", "<= candidates.revision")} AS edition FROM candidates
         )
         SELECT matched.id, matched.host, matched.feed, matched.format, matched.edition, p.pushed_at, matched.ended_at,
           matched.end_reason, matched.due_at IS NOT NULL OR NOT matched.is_told AS is_owed, count(*) OVER () AS of
         FROM matched JOIN push p ON p.feed = matched.feed AND p.edition = matched.edition AND p.subscription = matched.id
         WHERE ${sentOf("max", "matched", "> matched.revision")} IS NULL
         ORDER BY matched.ended_at IS NOT NULL, matched.host, matched.id LIMIT ${MAX_STILL_NAMED}`,
      )
      .bind(articleId),
  ]);
  const rows = (sent?.results ?? []) as (SentRow & { looked_at: number })[];
  return { sent: rows, still: (still?.results ?? []) as StillRow[], more: rows[0]?.looked_at === MAX_LOOKED_AT };
}
