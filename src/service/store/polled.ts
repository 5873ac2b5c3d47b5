import { millisecondsInDay } from "date-fns/constants";
import type { Format } from "../../feed/feed.ts";
import type { Database } from "../home.ts";
import type { Coding } from "./codings.ts";

/** One of the bodies of an edition. */
export interface Variant {
  format: Format;
  coding: Coding;
}

/** What has not been polled for so long is made no more: the laziest of readers look once a week. */
const POLLED_FOR = 7 * millisecondsInDay;

/** Notes that somebody polls a feed so. */
export async function notePolled(db: Database, slug: string, { format, coding }: Variant, now: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO polled (feed, format, coding, at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (feed, format, coding) DO UPDATE SET at = excluded.at`,
    )
    .bind(slug, format, coding, now)
    .run();
}

/** What is polled of a feed. */
export async function listPolled(db: Database, slug: string, now: number): Promise<Variant[]> {
  const { results } = await db
    .prepare("SELECT format, coding FROM polled WHERE feed = ? AND at > ?")
    .bind(slug, now - POLLED_FOR)
    .all<Variant>();
  return results;
}
