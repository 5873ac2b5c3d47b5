import { millisecondsInDay } from "date-fns/constants";
import { type Alert, backoff, MAX_ATTEMPTS } from "../../partner/alerts.ts";
import { NOTE_INTERVAL } from "../../partner/receipts.ts";
import type { Database } from "../home.ts";

/** A partner feed whose definition asks for alerts. The times are milliseconds; null: not watched for that. */
export interface Watched {
  feed: string;
  partner: string;
  silent_after: number | null;
  retraction_within: number | null;
}

/** Alerts that one sweep sends: the next one goes on. */
const MAX_DELIVERIES = 20;

/** Alerts in the desk's list: as many as anybody reads. */
const MAX_LISTED = 200;

const WATCHED = `SELECT value ->> 'feed' AS feed, value ->> 'partner' AS partner, value ->> 'silent_after' AS silent_after,
  value ->> 'retraction_within' AS retraction_within FROM json_each(?1)`;

/** A retraction that nobody has picked up by then is another matter. Milliseconds. */
const WATCH_RETRACTION = 30 * millisecondsInDay;

/** The edition from which on the feed no longer says what a row of `carried` says. */
const endOf = (row: string): string =>
  `coalesce((SELECT min(n.edition) FROM carried n
     WHERE n.article_id = ${row}.article_id AND n.feed = ${row}.feed AND n.edition > ${row}.edition), ${Number.MAX_SAFE_INTEGER})`;

/** Whether the partner has an edition that says what `c` says; newer articles may have taken its place for a while. */
const isKnownTo = (partner: string): string =>
  `EXISTS (SELECT 1 FROM carried s JOIN receipt k ON k.feed = s.feed AND k.partner = ${partner}
     AND k.edition >= s.edition AND k.edition < ${endOf("s")}
     WHERE s.article_id = c.article_id AND s.feed = c.feed AND s.revision = c.revision AND s.retracted = 1)`;

/** Whether the feed has said something else of the article since. */
const IS_OVER = `EXISTS (SELECT 1 FROM carried o
  WHERE o.article_id = c.article_id AND o.feed = c.feed AND o.edition > c.edition AND o.pushed = 0)`;

/** Whether a partner is sent the feed, so that it need not poll: by `?2` it has all of it, or has not waited for longer than it may be silent. */
const isSent = (feed: string, partner: string, silentAfter: string): string =>
  `EXISTS (SELECT 1 FROM subscription s WHERE s.feed = ${feed} AND s.partner = ${partner} AND s.ended_at IS NULL
     AND s.lease_until > ?2 AND coalesce(s.wanted_since, ?2) > ?2 - ${silentAfter} - ${NOTE_INTERVAL})`;

const INSERT_ALERT =
  "INSERT INTO alert (id, kind, partner, feed, article_id, edition, since, raised_at, next_attempt_at) SELECT lower(hex(randomblob(12))),";

/**
 * Raises what is due and clears what is over. Polls are noted to the hour, so a silence counts an hour later: no alert is false.
 * Race: two sweeps raise one alert; the index on open ones lets one through.
 *
 * @param send whether there is a webhook to send them to
 */
export async function updateAlerts(db: Database, watched: Watched[], send: boolean, now: number): Promise<void> {
  const json = JSON.stringify(watched);
  await db.batch([
    db
      .prepare(
        `UPDATE alert SET cleared_at = ?2, next_attempt_at = NULL WHERE cleared_at IS NULL AND (
           EXISTS (SELECT 1 FROM partner_poll p WHERE p.feed = alert.feed AND p.partner = alert.partner
             AND alert.kind = 'silent' AND max(p.polled_at, coalesce(p.pushed_at, 0)) > alert.since)
           OR alert.kind = 'silent' AND ${isSent("alert.feed", "alert.partner", "0")}
           OR alert.kind = 'retraction' AND EXISTS (SELECT 1 FROM carried c WHERE c.article_id = alert.article_id
             AND c.feed = alert.feed AND c.edition = alert.edition AND (${isKnownTo("alert.partner")} OR ${IS_OVER}))
           OR (feed, partner) NOT IN (SELECT w.feed, w.partner FROM (${WATCHED}) w
             JOIN partner a ON a.slug = w.partner AND a.status = 'active'))`,
      )
      .bind(json, now),
    db
      .prepare(
        `${INSERT_ALERT} 'silent', d.partner, d.feed, '', 0, d.since, ?2, ?3 FROM (
           SELECT w.*, coalesce((SELECT max(p.polled_at, coalesce(p.pushed_at, 0)) FROM partner_poll p
             WHERE p.feed = w.feed AND p.partner = w.partner),
             (SELECT min(k.created_at) FROM partner_key k WHERE k.partner = w.partner AND k.revoked_at IS NULL)) AS since
           FROM (${WATCHED}) w JOIN partner a ON a.slug = w.partner AND a.status = 'active'
         ) d WHERE d.silent_after IS NOT NULL AND d.since < ?2 - d.silent_after - ${NOTE_INTERVAL}
           AND NOT ${isSent("d.feed", "d.partner", "d.silent_after")}
         ON CONFLICT DO NOTHING`,
      )
      .bind(json, now, send ? now : null),
    db
      .prepare(
        // Only what the partner had before has to be taken back from it.
        `${INSERT_ALERT} 'retraction', w.partner, w.feed, c.article_id, c.edition, c.published_at, ?2, ?3
         FROM (${WATCHED}) w JOIN partner a ON a.slug = w.partner AND a.status = 'active'
         CROSS JOIN carried c INDEXED BY carried_retracted ON c.feed = w.feed AND c.retracted = 1
           AND c.published_at < ?2 - w.retraction_within AND c.published_at > ?2 - ${WATCH_RETRACTION}
         WHERE NOT ${isKnownTo("w.partner")} AND NOT ${IS_OVER}
           AND EXISTS (SELECT 1 FROM carried h JOIN receipt r ON r.feed = h.feed AND r.partner = w.partner
             AND r.edition >= h.edition AND r.edition < ${endOf("h")}
             WHERE h.article_id = c.article_id AND h.feed = c.feed AND h.edition < c.edition AND h.present = 1 AND h.retracted = 0)
         ON CONFLICT DO NOTHING`,
      )
      .bind(json, now, send ? now : null),
  ]);
}

const COLUMNS = "id, kind, partner, feed, article_id, edition, since, raised_at, cleared_at, delivered_at, attempts";

/** Open ones first, the newest first. */
export const listAlerts = async (db: Database): Promise<Alert[]> =>
  (
    await db
      .prepare(
        `SELECT ${COLUMNS} FROM (SELECT * FROM alert ORDER BY raised_at DESC LIMIT ${MAX_LISTED})
         ORDER BY cleared_at IS NOT NULL, raised_at DESC, id`,
      )
      .all<Alert>()
  ).results;

/** The longest pause before the next attempt, by how many there were: the first one is made at once. JSON. */
const PAUSES = JSON.stringify([0, ...Array.from({ length: MAX_ATTEMPTS }, (_, attempts) => backoff(attempts))]);

/**
 * Alerts that are to be sent now, the one that has waited longest first. One that is to wait for longer than any alert was put off
 * says that the clock was set back: it is due.
 */
export const listDueAlerts = async (db: Database, now: number): Promise<Alert[]> =>
  (
    await db
      .prepare(
        `SELECT ${COLUMNS} FROM alert WHERE next_attempt_at IS NOT NULL
           AND (next_attempt_at <= ?1 OR next_attempt_at > ?1 + (?2 ->> attempts)) ORDER BY next_attempt_at LIMIT ${MAX_DELIVERIES}`,
      )
      .bind(now, PAUSES)
      .all<Alert>()
  ).results;

/**
 * Race: two sweeps that send one alert. Whoever counts the attempt up makes it.
 *
 * @param next when to try again if this attempt is lost; null: never
 */
export async function claimAttempt(db: Database, { id, attempts }: Alert, next: number | null): Promise<boolean> {
  const { meta } = await db
    .prepare("UPDATE alert SET attempts = attempts + 1, next_attempt_at = ?3 WHERE id = ?1 AND attempts = ?2")
    .bind(id, attempts, next)
    .run();
  return meta.changes > 0;
}

/** Notes that the desk's system has taken an alert: it is not sent again. */
export async function saveDelivered(db: Database, id: string, now: number): Promise<void> {
  await db.prepare("UPDATE alert SET delivered_at = ?2, next_attempt_at = NULL WHERE id = ?1").bind(id, now).run();
}
