import { millisecondsInDay } from "date-fns/constants";
import { PUSH_RETENTION } from "../../hub/limits.ts";
import type { Database } from "../home.ts";
import { EDITION_DAYS, MAX_PRUNED } from "./history.ts";

/** Receipts are looked at for so long after they have reached an age: longer than a service stands still. Milliseconds. */
const LOOKED_AT = millisecondsInDay;

/** SQL: a later receipt of the same subscriber tells what it has now. */
const SUPERSEDED =
  "EXISTS (SELECT 1 FROM push later WHERE later.subscription = p.subscription AND later.edition > p.edition)";

/** SQL: there is nobody any more to be told of anything. */
const IS_OVER = "NOT EXISTS (SELECT 1 FROM subscription s WHERE s.id = p.subscription AND s.ended_at IS NULL)";

const remove = (which: string): string =>
  `DELETE FROM push WHERE (feed, edition, subscription) IN (
     SELECT p.feed, p.edition, p.subscription FROM push p WHERE ${which} LIMIT ${MAX_PRUNED})`;

/**
 * Takes away receipts of subscribers that are older than they are kept. The last of each stays, for it says who still has a story that was
 * taken back: while the subscription lasts, and else as long as it is known what stood in which edition.
 */
export async function prunePushes(db: Database, now: number): Promise<void> {
  const [aged, old] = [now - PUSH_RETENTION, now - EDITION_DAYS * millisecondsInDay];
  await db.batch([
    // Those that stay would be looked at for ever.
    db.prepare(remove(`p.pushed_at > ?1 - ${LOOKED_AT} AND p.pushed_at < ?1 AND ${SUPERSEDED}`)).bind(aged),
    db.prepare(remove(`p.pushed_at < ?1 AND (${SUPERSEDED} OR ${IS_OVER})`)).bind(old),
  ]);
}
