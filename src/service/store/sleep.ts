import type { Database, PreparedStatement } from "../home.ts";
import { AWAKE_FOR } from "./polled.ts";
import { visible } from "./visible.ts";

/** Whoever began to wake a feed and has not done so by then will not: others begin anew. Milliseconds. */
export const WAKE_PATIENCE = 10_000;

/** Feeds that are woken in a minute at most, all together: some 50 ms of work each, which is a quarter of one processor's. */
export const MAX_WOKEN = 300;

/** Feeds that one sweep puts to sleep: the next goes on. */
const MAX_PUT_TO_SLEEP = 100;

/** A family's feed, as somebody finds it who polls it. */
export interface Sleeper {
  asleep: 0 | 1;
  /** The number of its last edition; 0: there never was one. */
  edition: number;
  /** Stories in it, as far as they were counted. */
  stories: number;
  /** Whether it was refused as it is now. */
  refused: 0 | 1;
  /** Whether its family's articles are being chosen. */
  choosing: 0 | 1;
}

/**
 * Null: there is no such feed.
 *
 * @param least stories are counted so far
 */
export const findSleeper = (db: Database, slug: string, least: number, now: number): Promise<Sleeper | null> =>
  db
    .prepare(
      `SELECT f.asleep, f.edition, f.refusal IS NOT NULL AND f.changed <= f.composed AS refused,
         g.reselect_after IS NOT NULL AS choosing,
         (SELECT count(*) FROM (SELECT 1 FROM membership m INDEXED BY membership_newest
            WHERE m.feed = f.slug AND ${visible("m", "?3")} AND NOT m.notice LIMIT ?2)) AS stories
       FROM feed f JOIN family g ON g.path = f.family WHERE f.slug = ?1`,
    )
    .bind(slug, least, now)
    .first<Sleeper>();

/**
 * Of all who wake a feed at once, one does it. Race: the store tells them apart, for they may be in different places.
 *
 * @returns whether it is for the caller to do; `busy`: too many feeds have been woken of late
 */
export async function claimWake(db: Database, slug: string, now: number): Promise<"claimed" | "others" | "busy"> {
  const { meta } = await db
    .prepare(
      `UPDATE feed SET woken_at = ?2 WHERE slug = ?1 AND asleep AND coalesce(woken_at, 0) <= ?2 - ${WAKE_PATIENCE}
         AND (SELECT count(*) FROM (SELECT 1 FROM feed WHERE woken_at > ?2 - 60000 LIMIT ${MAX_WOKEN})) < ${MAX_WOKEN}`,
    )
    .bind(slug, now)
    .run();
  if (meta.changes > 0) return "claimed";
  const found = await db
    .prepare("SELECT asleep AND coalesce(woken_at, 0) <= ?2 AS free FROM feed WHERE slug = ?1")
    .bind(slug, now - WAKE_PATIENCE)
    .first<{ free: 0 | 1 }>();
  return found?.free ? "busy" : "others";
}

export const isAsleep = async (db: Database, slug: string): Promise<boolean> =>
  (await db.prepare("SELECT 1 FROM feed WHERE slug = ? AND asleep").bind(slug).first()) !== null;

/** A wake that came to nothing: the next poll may try again at once. */
export const releaseWake = async (db: Database, slug: string): Promise<void> =>
  void (await db.prepare("UPDATE feed SET woken_at = NULL WHERE slug = ? AND asleep").bind(slug).run());

/** A statement that lets a feed be awake, with the edition that was made of it now; what changed meanwhile makes it stale. */
export const wakeUp = (db: Database, slug: string, now: number): PreparedStatement =>
  db
    .prepare(
      `UPDATE feed SET asleep = 0, awake_until = ?2 + ${AWAKE_FOR}, due_at = ?2, swept_at = ?2,
         stale_since = CASE WHEN changed > composed THEN ?2 END WHERE slug = ?1 AND asleep`,
    )
    .bind(slug, now);

/**
 * Puts feeds to sleep that nobody has polled for long, and nobody is subscribed to. What they have told readers stays told: their editions' history, and the places
 * of stories in their archives; documents go, so that nothing lies about that nobody corrects.
 *
 * @returns their slugs
 */
export async function fallAsleep(db: Database, now: number): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT slug FROM feed WHERE awake_until <= ? ORDER BY awake_until LIMIT ${MAX_PUT_TO_SLEEP}`)
    .bind(now)
    .all<{ slug: string }>();
  if (results.length === 0) return [];
  const slugs = JSON.stringify(results.map(({ slug }) => slug));
  // Race: one that was polled since it was looked up stays awake.
  const tired = "(SELECT f.slug FROM json_each(?1) one JOIN feed f ON f.slug = one.value WHERE f.awake_until <= ?2)";
  const statements = [
    // To be sent a feed is as good as to poll it.
    `UPDATE feed SET awake_until = ?2 + ${AWAKE_FOR} WHERE slug IN ${tired}
       AND EXISTS (SELECT 1 FROM subscription s WHERE s.feed = feed.slug AND s.ended_at IS NULL)`,
    `DELETE FROM document WHERE feed IN ${tired}`,
    `DELETE FROM archive_document WHERE feed IN ${tired}`,
    // Its pages are composed anew once it is awake.
    `UPDATE archive SET composed = 0 WHERE feed IN ${tired}`,
    // Whether it reads right by then is found out when somebody polls it again.
    `UPDATE feed SET asleep = 1, awake_until = NULL, woken_at = NULL, due_at = NULL, stale_since = NULL, urgent = 0,
       refusal = NULL WHERE slug IN ${tired} RETURNING slug`,
  ];
  const done = await db.batch<{ slug: string }>(statements.map((sql) => db.prepare(sql).bind(slugs, now)));
  return (done.at(-1)?.results ?? []).map(({ slug }) => slug);
}
