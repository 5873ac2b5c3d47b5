import type { Database } from "../home.ts";

/**
 * Purges that are granted a minute, and saved up at most, to all workers of an account together; and tags in one of them
 * (developers.cloudflare.com/cache/how-to/purge-cache, "Availability and limits", the Free plan's: Workers Cache has those on every plan).
 */
export const PURGES_PER_MINUTE = 5;
export const MAX_SAVED_PURGES = 25;
export const MAX_PURGED_TAGS = 100;

/** Purges that are kept for what is taken back. */
export const RESERVED_PURGES = 10;

/** After a refusal the next purge is tried so much later: others spend from the same bucket, and nobody says what is left in it. Milliseconds. */
export const PURGE_RETRY = 3_000;

/** Whoever sends has been granted or refused by then, or never will. Milliseconds. */
const PATIENCE = 10_000;

const PER_MILLISECOND = PURGES_PER_MINUTE / 60_000;

/** What may be sent, and what came of it so far. */
export interface PurgeBudget {
  /** Milliseconds. */
  at: number;
  tokens: number;
  granted: number;
  refused: number;
  /** The last time, in milliseconds; null: never. */
  refused_at: number | null;
}

export const findPurgeBudget = (db: Database): Promise<PurgeBudget | null> =>
  db.prepare("SELECT at, tokens, granted, refused, refused_at FROM purge_budget").first<PurgeBudget>();

/** From when on a purge may be sent that leaves so many, in milliseconds. */
export const affordableAt = ({ at, tokens }: PurgeBudget, reserve: number): number =>
  at + Math.max(0, 1 + reserve - tokens) / PER_MILLISECOND;

/**
 * Race: of all who would send at once, one does. A clock that was set back keeps nobody waiting.
 *
 * @param reserve so many are to be left
 * @returns whether it is for the caller to do
 */
export async function claimPurge(db: Database, now: number, reserve: number): Promise<boolean> {
  const tokens = `min(${MAX_SAVED_PURGES}, tokens + max(0, ?1 - at) * ${PER_MILLISECOND})`;
  const { meta } = await db
    .prepare(
      `UPDATE purge_budget SET tokens = ${tokens} - 1, at = ?1, sending_until = ?1 + ${PATIENCE}
       WHERE (sending_until <= ?1 OR sending_until > ?1 + ${PATIENCE}) AND ${tokens} >= 1 + ?2`,
    )
    .bind(now, reserve)
    .run();
  return meta.changes > 0;
}

/** What was claimed was granted: the next one may be sent. */
export const noteGranted = async (db: Database): Promise<void> =>
  void (await db.prepare("UPDATE purge_budget SET sending_until = 0, granted = granted + 1").run());

/** What was claimed was refused. */
export const noteRefused = async (db: Database, now: number): Promise<void> =>
  void (await db
    .prepare(
      `UPDATE purge_budget SET sending_until = 0, refused = refused + 1, refused_at = ?1, at = ?1,
         tokens = min(tokens, ${1 - PURGE_RETRY * PER_MILLISECOND})`,
    )
    .bind(now)
    .run());
