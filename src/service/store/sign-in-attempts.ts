import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";

/** Tries of an account that cost nothing: people mistype. */
export const FREE_BY_ACCOUNT = 5;

/** Tries from an address that cost nothing: a whole newsroom may stand behind one. */
export const FREE_BY_ADDRESS = 30;

/** What a wrong try costs after these, doubled with each one more. Milliseconds. */
const FIRST_WAIT = 1_000;

/**
 * The longest wait: some hundred guesses a day at an account, from however many addresses, and yet nobody is shut out for longer by
 * somebody else's guesses; a passkey lets in all the while. Milliseconds.
 */
export const MAX_WAIT = 15 * 60_000;

/** Failures are forgotten a day after the last one. Milliseconds. */
const FORGOTTEN = millisecondsInDay;

/** Doublings after which the wait is the longest one anyway. */
const MAX_DOUBLINGS = 20;

/**
 * Counts a try as failed before it is looked at, so that of many at once no more are looked at than of many in a row. One that proves
 * right is taken back.
 *
 * @param who the account or the address
 * @param free how many cost nothing
 * @returns how often it has failed so, this try included; or until when no try is looked at, in milliseconds
 */
export async function countAttempt(
  db: Database,
  who: string,
  free: number,
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
    .bind(who, now, free, FORGOTTEN, MAX_WAIT, FIRST_WAIT, MAX_DOUBLINGS)
    .run();
  const row = await db
    .prepare("SELECT failures, open_at FROM sign_in_attempt WHERE who = ?")
    .bind(who)
    .first<{ failures: number; open_at: number }>();
  if (counted.meta.changes > 0) return { failures: row?.failures ?? 1 };
  return { until: row?.open_at ?? now + FIRST_WAIT };
}

/** Forgets an account's failures: its owner is in. */
export async function forgetAttempts(db: Database, who: string): Promise<void> {
  await db.prepare("DELETE FROM sign_in_attempt WHERE who = ?").bind(who).run();
}

/** Takes one try of an address back. Its others stay: who has one account may guess at another. */
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
