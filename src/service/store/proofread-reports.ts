import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";

/** Reports of strangers in the store, some 30 KB each and a few hundred at most: the oldest give way, and none of the newsroom's own. */
export const MAX_PROOFREAD_REPORTS = 2_000;

/** That a report was here is known for so long after its time is over, so that its address says "gone", and not "never". Milliseconds. */
const GONE_FOR = 90 * millisecondsInDay;

/** A report, as the store has it. Times are milliseconds. */
export interface ProofreadReportRow {
  hash: string;
  /** Where the bytes came from; null: they were pasted or sent. */
  url: string | null;
  at: number;
  expires_at: number;
  errors: number;
  /** 1: only strangers had it made. */
  by_stranger: 0 | 1;
  /** JSON. */
  body: string;
}

/** Saves a report. Race: of two about the same bytes, the later one stands; they say the same of these. */
export async function saveProofreadReport(
  db: Database,
  { hash, url, at, expires_at, errors, by_stranger, body }: ProofreadReportRow,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO proofread_report (hash, url, at, expires_at, errors, by_stranger, body) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (hash) DO UPDATE SET at = excluded.at, expires_at = excluded.expires_at, errors = excluded.errors,
           by_stranger = min(by_stranger, excluded.by_stranger), body = excluded.body`,
      )
      .bind(hash, url, at, expires_at, errors, by_stranger, body),
    db
      .prepare(
        `DELETE FROM proofread_report WHERE hash IN (
           SELECT hash FROM proofread_report WHERE by_stranger = 1 ORDER BY at DESC LIMIT -1 OFFSET ?)`,
      )
      .bind(MAX_PROOFREAD_REPORTS),
  ]);
}

/** @returns `gone`: there was one, whose time is over */
export async function findProofreadReport(
  db: Database,
  hash: string,
  now: number,
): Promise<ProofreadReportRow | "gone" | null> {
  const row = await db
    .prepare("SELECT hash, url, at, expires_at, errors, by_stranger, body FROM proofread_report WHERE hash = ?")
    .bind(hash)
    .first<ProofreadReportRow>();
  return row && (row.body === null || row.expires_at <= now) ? "gone" : row;
}

/** The last report of a URL. */
export const findLastProofread = (
  db: Database,
  url: string,
): Promise<Pick<ProofreadReportRow, "hash" | "at" | "errors" | "expires_at"> | null> =>
  db
    .prepare("SELECT hash, at, errors, expires_at FROM proofread_report WHERE url = ? ORDER BY at DESC LIMIT 1")
    .bind(url)
    .first();

/** Takes away what reports said whose time is over, and in the end that they were there. */
export async function pruneProofreadReports(db: Database, now: number): Promise<void> {
  await db.batch([
    db.prepare("UPDATE proofread_report SET body = NULL WHERE body IS NOT NULL AND expires_at <= ?").bind(now),
    db.prepare("DELETE FROM proofread_report WHERE at < ? AND body IS NULL").bind(now - GONE_FOR),
  ]);
}
