import { DELIVERY_INTERVAL } from "../../hub/delivery-limits.ts";
import type { Database, PreparedStatement } from "../home.ts";
import type { EditionStamp } from "./edition-stamp.ts";

/** The formats whose document is another one than in the edition before. */
const CHANGED_FORMATS = `SELECT made.key FROM edition e, json_each(e.validators) made
  LEFT JOIN edition b ON b.feed = e.feed AND b.number = e.number - 1
  WHERE e.feed = ?1 AND e.number = ?2 AND made.value ->> 'etag' IS NOT b.validators ->> ('$.' || made.key || '.etag')`;

/**
 * A statement, in the batch that makes an edition current, after the edition itself: subscribers are owed what is current. The first of a
 * burst goes out at once, and the rest of it together; one that fails keeps its own time, but for a story that was taken back.
 *
 * @param isUrgent whether one was
 */
export const oweEdition = (db: Database, { feed, number, at }: EditionStamp, isUrgent: boolean): PreparedStatement =>
  db
    .prepare(
      // What was acknowledged in the future says that the clock was set back.
      `UPDATE subscription SET wanted = ?2, wanted_since = coalesce(wanted_since, ?3), urgent = max(urgent, ?4),
         due_at = CASE WHEN ?4 THEN ?3 ELSE coalesce(due_at,
           max(?3, min(coalesce(acknowledged_at, 0), ?3) + CASE WHEN acknowledged_at IS NULL THEN 0 ELSE ${DELIVERY_INTERVAL} END)) END
       WHERE feed = ?1 AND ended_at IS NULL AND format IN (${CHANGED_FORMATS})`,
    )
    .bind(feed, number, at, isUrgent ? 1 : 0);
