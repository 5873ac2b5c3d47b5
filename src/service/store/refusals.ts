import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database, PreparedStatement } from "../home.ts";
import type { EditionStamp } from "./edition-stamp.ts";
import { noteRefusedEvent } from "./events.ts";
import type { FeedState } from "./feeds.ts";
import { markComposed } from "./stale.ts";

/** One fault repeats in every entry: some of them tell all. */
const MAX_DISCREPANCIES = 50;

/** UTF-16 units of a value that are kept: enough to see what is wrong with it. */
const MAX_VALUE = 500;

/** Discrepancies as the store keeps them: JSON, shortened. Null where there is none. */
export function refusalOf(discrepancies: Discrepancy[]): string | null {
  const some = discrepancies.slice(0, MAX_DISCREPANCIES);
  const cut = (text: string): string => text.slice(0, MAX_VALUE);
  return some.length === 0
    ? null
    : JSON.stringify(some.map((found) => ({ ...found, stored: cut(found.stored), read: cut(found.read) })));
}

/**
 * Statements that note a refusal in its feed's history.
 *
 * @param stamp the edition that stayed current, and when the next one was refused; or an edition that was published with
 *   something left out
 * @param refusal null: there is nothing to note
 */
export const noteRefusal = (
  db: Database,
  { feed, number, at }: EditionStamp,
  refusal: string | null,
): PreparedStatement[] =>
  refusal === null
    ? []
    : [
        db
          .prepare("INSERT OR REPLACE INTO refusal (feed, at, edition, discrepancies) VALUES (?, ?, ?, ?)")
          .bind(feed, at, number, refusal),
      ];

/**
 * Notes that a composition has brought no edition: it had the bytes of the current one, or was refused. Race: another publisher
 * may have published an edition since, which has said this of the feed already; then nothing is said but the refusal.
 *
 * @param isRefused whether it was
 * @returns whether webhooks are to be told of it
 */
export async function saveComposed(
  db: Database,
  state: FeedState,
  { isRefused, discrepancies }: { isRefused: boolean; discrepancies: Discrepancy[] },
  now: number,
): Promise<boolean> {
  const refusal = refusalOf(discrepancies);
  const stamp = { feed: state.slug, number: state.edition, at: now };
  const results = await db.batch([
    db
      .prepare(`UPDATE feed SET refusal = ?3, ${markComposed("?2")} WHERE slug = ?1 AND edition = ?4`)
      .bind(state.slug, state.changed, refusal, state.edition),
    ...noteRefusal(db, stamp, refusal),
    ...(isRefused ? [noteRefusedEvent(db, stamp, discrepancies)] : []),
  ]);
  return isRefused && (results.at(-1)?.meta.changes ?? 0) > 0;
}
