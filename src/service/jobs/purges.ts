import { contain, describeFault } from "../../article/contain.ts";
import type { Home } from "../home.ts";
import { logFault } from "../log.ts";
import { SHARED_COPY_BOUND } from "../shared-copies.ts";
import {
  affordableAt,
  claimPurge,
  findPurgeBudget,
  MAX_PURGED_TAGS,
  noteGranted,
  noteRefused,
  RESERVED_PURGES,
} from "../store/purge-budget.ts";
import { type DuePurge, dropLatePurges, findNextPurges, listDuePurges, notePurged } from "../store/purges.ts";
import { archiveKey, cacheTag } from "../store/shelf-key.ts";
import { wakePublisher } from "./wake.ts";

type PurgedHome = Pick<Home, "db" | "purge">;

/** Editions and pages that are looked at for one purge: of the same feed there may be several. */
const MAX_LISTED = 4 * MAX_PURGED_TAGS;

/**
 * Sends the purges that are due, as far as the rate allows: many tags in one, and none for what has gone by its age. What was taken back
 * comes first, and may use up what is kept for it. A refused one is tried again.
 */
export const sendPurges = (home: PurgedHome): Promise<void> => send(home, () => true);

/** The same where something was taken back; else nothing is sent, for more may come that goes with it. */
export const sendUrgentPurges = (home: PurgedHome): Promise<void> => send(home, isUrgent);

const isUrgent = (due: DuePurge[]): boolean => due.some(({ urgent }) => urgent);

async function send({ db, purge }: PurgedHome, isWorthWhile: (due: DuePurge[]) => boolean): Promise<void> {
  if (!purge) return;
  for (;;) {
    const now = Date.now();
    const listed = await listDuePurges(db, now, MAX_LISTED);
    const due = listed.filter(({ at }) => at > now - SHARED_COPY_BOUND);
    if (due.length < listed.length) await dropLatePurges(db, now);
    if (due.length === 0 || !isWorthWhile(due)) return;
    if (!(await claimPurge(db, now, isUrgent(due) ? 0 : RESERVED_PURGES))) return;
    const shelves = shelvesOf(due);
    const refusal = await contain(() => purge([...shelves.keys()]), describeFault);
    if (refusal !== null) {
      logFault("purge refused", { reason: refusal, tags: shelves.size, urgent: isUrgent(due) });
      return noteRefused(db, Date.now());
    }
    await notePurged(db, [...shelves.values()], now, Date.now());
    await noteGranted(db);
  }
}

/** What one purge takes, by its tags. */
function shelvesOf(due: DuePurge[]): Map<string, DuePurge> {
  const tagged = due.map((one) => [tagOf(one), one] as const);
  return new Map([...new Map(tagged)].slice(0, MAX_PURGED_TAGS));
}

const tagOf = ({ feed, page }: DuePurge): string => cacheTag(page === 0 ? feed : archiveKey(feed, page));

/** Wakes the publisher when the next purges can be sent. */
export function purgeWaker(home: Home): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    const next = home.purge ? await nextPurge(home, Date.now()) : null;
    // One wake is enough: where it is lost, copies end by their age.
    if (next !== null && next !== last) await wakePublisher(home, Math.max(1, Math.ceil((next - Date.now()) / 1_000)));
    last = next;
  };
}

/** When the next purge can be sent, in milliseconds; null: none is due, or it would come too late. */
async function nextPurge({ db }: Home, now: number): Promise<number | null> {
  const due = await findNextPurges(db, now);
  const budget = due.urgent === null && due.ordinary === null ? null : await findPurgeBudget(db);
  if (!budget) return null;
  const sendable = [
    { at: due.urgent, reserve: 0 },
    { at: due.ordinary, reserve: RESERVED_PURGES },
  ].flatMap(({ at, reserve }) => (at === null ? [] : Math.max(at, affordableAt(budget, reserve))));
  const next = Math.min(...sendable);
  return next <= now + SHARED_COPY_BOUND ? next : null;
}
