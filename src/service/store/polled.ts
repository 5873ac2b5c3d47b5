import { hoursToMilliseconds } from "date-fns";
import { millisecondsInDay } from "date-fns/constants";
import type { Format } from "../../feed/feed.ts";
import type { Database } from "../home.ts";
import type { Coding } from "./codings.ts";

/** One of the bodies of an edition. */
export interface Variant {
  format: Format;
  coding: Coding;
}

/** What has not been polled for so long is made no more: the laziest of readers look once a week. Milliseconds. */
export const POLLED_FOR = 7 * millisecondsInDay;

/** A poll is noted once in so long: what is known to a few hours is enough for days. Milliseconds. */
export const NOTED_EVERY = hoursToMilliseconds(6);

/** A feed stays awake for so long after a poll that was noted, for later ones may not have been yet. Milliseconds. */
export const AWAKE_FOR = POLLED_FOR + NOTED_EVERY;

/** Notes that somebody polls a feed so. One that would fall asleep does not. */
export async function notePolled(db: Database, slug: string, { format, coding }: Variant, now: number): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO polled (feed, format, coding, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (feed, format, coding) DO UPDATE SET at = excluded.at`,
      )
      .bind(slug, format, coding, now),
    db
      .prepare(`UPDATE feed SET awake_until = ?2 + ${AWAKE_FOR} WHERE slug = ?1 AND awake_until < ?2 + ${AWAKE_FOR}`)
      .bind(slug, now),
  ]);
}

/** What is polled of a feed. */
export async function listPolled(db: Database, slug: string, now: number): Promise<Variant[]> {
  const { results } = await db
    .prepare("SELECT format, coding FROM polled WHERE feed = ? AND at > ?")
    .bind(slug, now - POLLED_FOR)
    .all<Variant>();
  return results;
}
