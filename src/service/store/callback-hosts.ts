import { FAILURES_REMEMBERED } from "../../hub/limits.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** A statement that notes that a callback of a host did not confirm what was asked for in its name. */
export const noteUnconfirmed = (db: Database, host: string, now: number): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO callback_host (host, unconfirmed, asked_at) VALUES (?1, 1, ?2)
       ON CONFLICT (host) DO UPDATE SET asked_at = ?2,
         unconfirmed = CASE WHEN asked_at > ?2 - ${FAILURES_REMEMBERED} THEN unconfirmed + 1 ELSE 1 END`,
    )
    .bind(host, now);

/** A statement that forgets what a host left unconfirmed. */
export const forgetUnconfirmed = (db: Database, host: string): PreparedStatement =>
  db.prepare("DELETE FROM callback_host WHERE host = ?").bind(host);

/** Forgets hosts of which nothing was asked for long. */
export const pruneCallbackHosts = async (db: Database, now: number): Promise<void> =>
  void (await db
    .prepare("DELETE FROM callback_host WHERE asked_at <= ?")
    .bind(now - FAILURES_REMEMBERED)
    .run());
