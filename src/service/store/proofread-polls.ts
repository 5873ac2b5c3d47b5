import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";

/** Times that are remembered of one URL: what changes from one to the next shows in a few. */
export const MAX_POLLS_OF_URL = 20;

/** Times that are remembered of all URLs, some 20 KB each: the oldest give way. */
const MAX_POLLS = 5_000;

/** A time is remembered for so long: what a feed held a month before says nothing of what it holds now. Milliseconds. */
const POLLS_KEPT_FOR = 30 * millisecondsInDay;

/** Remembers what a URL's document was at a time, as JSON. */
export async function savePoll(db: Database, url: string, at: number, body: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        "INSERT INTO proofread_poll (url, at, body) VALUES (?, ?, ?) ON CONFLICT (url, at) DO UPDATE SET body = excluded.body",
      )
      .bind(url, at, body),
    db
      .prepare(
        `DELETE FROM proofread_poll WHERE url = ?1 AND at <= (
           SELECT at FROM proofread_poll WHERE url = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)`,
      )
      .bind(url, MAX_POLLS_OF_URL),
    db
      .prepare(
        "DELETE FROM proofread_poll WHERE at <= (SELECT at FROM proofread_poll ORDER BY at DESC LIMIT 1 OFFSET ?)",
      )
      .bind(MAX_POLLS),
  ]);
}

/** What is remembered of a URL, as JSON, the oldest first. */
export async function listPolls(db: Database, url: string): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT body FROM proofread_poll WHERE url = ? ORDER BY at")
    .bind(url)
    .all<{ body: string }>();
  return results.map(({ body }) => body);
}

export async function prunePolls(db: Database, now: number): Promise<void> {
  await db
    .prepare("DELETE FROM proofread_poll WHERE at < ?")
    .bind(now - POLLS_KEPT_FOR)
    .run();
}
