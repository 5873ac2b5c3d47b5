import type { Database } from "../home.ts";
import { LOG_DAYS } from "./audit-log.ts";
import { MAX_PRUNED } from "./history.ts";

/** By the store's own clock: its trigger holds by that what is younger. */
const OLD = `at <= (unixepoch() - ${LOG_DAYS} * 86400) * 1000`;

const isThere = (row: string): string => `EXISTS (SELECT 1 FROM ${row} = looked.subject)`;

/**
 * Whether that is there still which a deed made what it is. Of an article, a mere change goes with the revision that it made. Who came in
 * or was refused, exports and the like are of nothing that lasts.
 */
const IS_KEPT = `CASE looked.subject_kind
  WHEN 'article' THEN ${isThere("article WHERE id")} AND (looked.action <> 'article.changed' OR EXISTS (
    SELECT 1 FROM revision WHERE article_id = looked.subject AND revision = looked.detail ->> '$.revision'))
  WHEN 'draft' THEN ${isThere("draft WHERE id")}
  WHEN 'partner' THEN ${isThere("partner WHERE slug")}
  WHEN 'partner-key' THEN looked.action LIKE 'partner-key.%' AND ${isThere("partner_key WHERE id")}
  WHEN 'key' THEN ${isThere("api_key WHERE id")}
  WHEN 'person' THEN looked.action LIKE 'person.%' AND ${isThere("person WHERE id")}
  WHEN 'feed' THEN ${isThere("feed WHERE slug")} OR ${isThere("family WHERE path")}
  WHEN 'webhook' THEN ${isThere("endpoint WHERE id")}
  WHEN 'file' THEN ${isThere("file WHERE name")}
  ELSE 0 END`;

/** The deeds of one sweep, behind a place that the walk has. */
const lookedAt = (place: "after" | "next", limit: string): string =>
  `SELECT a.* FROM log_walk w CROSS JOIN audit a INDEXED BY audit_at ON (a.at, a.id) > (w.${place}_at, w.${place}_id)
   WHERE w.one = 1 AND a.${OLD} ORDER BY a.at, a.id LIMIT ${limit}`;

/**
 * Takes away what is older than it is kept, and of which nothing is left. One sweep looks at so many old deeds, the next goes on behind
 * them, and the one after the last begins anew. Race: of two at once, each looks at deeds of its own.
 */
export async function pruneLog(db: Database): Promise<void> {
  await db.batch([
    db.prepare(
      `UPDATE log_walk SET after_at = next_at, after_id = next_id, next_at = last_at, next_id = last_id
       FROM (SELECT at AS last_at, id AS last_id FROM (${lookedAt("next", `1 OFFSET ${MAX_PRUNED - 1}`)})
         UNION ALL SELECT 0, 0 LIMIT 1)
       WHERE one = 1 AND (last_id > 0 OR next_id > 0 OR after_id > 0)`,
    ),
    db.prepare(
      `DELETE FROM audit WHERE id IN (SELECT id FROM (${lookedAt("after", String(MAX_PRUNED))}) looked WHERE NOT ${IS_KEPT})`,
    ),
  ]);
}
