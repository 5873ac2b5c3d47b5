import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";

/** How many wrong tries cost nothing, and what is waited for at most after these. */
export interface Slowing {
  free: number;
  /** Milliseconds. */
  longest: number;
}

/** The longest wait of somebody who guesses from one network: some hundred guesses a day. Milliseconds. */
export const MAX_WAIT = 15 * 60_000;

/** Tries of an account from one network: people mistype. Whoever guesses from elsewhere is not in the way of who signs in here. */
export const BY_ACCOUNT_AND_NETWORK: Slowing = { free: 5, longest: MAX_WAIT };

/** Tries from a network, whatever names are tried: a whole newsroom may stand behind one. */
export const BY_NETWORK: Slowing = { free: 30, longest: MAX_WAIT };

/**
 * Tries of an account from all networks together. It takes a crowd of them to come so far, and then some thousand guesses a day go on,
 * which find no password of fifteen characters; the wait is short, so that nobody is shut out by guesses that others make all day. A
 * passkey lets in all the while.
 */
export const BY_ACCOUNT: Slowing = { free: 1_000, longest: 10_000 };

/** What a wrong try costs after these, doubled with each one more. Milliseconds. */
const FIRST_WAIT = 1_000;

/** Failures are forgotten a day after the last one. Milliseconds. */
const FORGOTTEN = millisecondsInDay;

/** Doublings after which the wait is the longest one anyway. */
const MAX_DOUBLINGS = 20;

/**
 * Counts a try as failed before it is looked at, so that of many at once no more are looked at than of many in a row. One that proves
 * right is taken back.
 *
 * @param who the account, the network, or both
 * @returns how often it has failed so, this try included; or until when no try is looked at, in milliseconds
 */
export async function countAttempt(
  db: Database,
  who: string,
  { free, longest }: Slowing,
  now: number,
): Promise<{ failures: number } | { until: number }> {
  const counted = await db
    .prepare(
      `INSERT INTO sign_in_attempt (who, failures, open_at, at) VALUES (?1, 1, ?2, ?2)
       ON CONFLICT (who) DO UPDATE SET
         failures = CASE WHEN at < ?2 - ?4 THEN 1 ELSE failures + 1 END,
         open_at = CASE WHEN at < ?2 - ?4 OR failures + 1 < ?3 THEN ?2
           ELSE ?2 + min(?5, ?6 * (1 << min(failures + 1 - ?3, ?7))) END,
         at = ?2
       WHERE open_at <= ?2 OR open_at > ?2 + ?5`,
    )
    .bind(who, now, free, FORGOTTEN, longest, FIRST_WAIT, MAX_DOUBLINGS)
    .run();
  const row = await db
    .prepare("SELECT failures, open_at FROM sign_in_attempt WHERE who = ?")
    .bind(who)
    .first<{ failures: number; open_at: number }>();
  if (counted.meta.changes > 0) return { failures: row?.failures ?? 1 };
  return { until: row?.open_at ?? now + FIRST_WAIT };
}

/** Forgets an account's failures from one network: its owner is in. */
export async function forgetAttempts(db: Database, who: string): Promise<void> {
  await db.prepare("DELETE FROM sign_in_attempt WHERE who = ?").bind(who).run();
}

/** Takes one try back, of a network or a whole account. The others stay: who has one account may guess at another. */
export async function takeAttemptBack(db: Database, who: string): Promise<void> {
  await db
    .prepare("UPDATE sign_in_attempt SET failures = max(failures - 1, 0), open_at = at WHERE who = ?")
    .bind(who)
    .run();
}

/** Forgets failures that are long past. */
export async function pruneAttempts(db: Database, now: number): Promise<void> {
  await db
    .prepare("DELETE FROM sign_in_attempt WHERE at < ?")
    .bind(now - FORGOTTEN)
    .run();
}
