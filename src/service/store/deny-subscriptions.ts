import type { Database, PreparedStatement } from "../home.ts";

/**
 * Statements that end subscriptions against the will of their subscribers, who are told why (WebSub §5.2). Those that have ended already
 * stay as they are.
 *
 * @param reason in a sentence for people
 */
export function denySubscriptions(db: Database, ids: number[], reason: string, now: number): PreparedStatement[] {
  const json = JSON.stringify(ids);
  return [
    db
      .prepare(
        `INSERT INTO subscription_request (mode, feed, format, callback, host, partner, key_id, algorithm, wants_delta, reason, asked_at, due_at)
         SELECT 'denied', s.feed, s.format, s.callback, s.host, s.partner, s.key_id, s.algorithm, s.wants_delta, ?2, ?3, ?3
         FROM subscription s WHERE s.id IN (SELECT value FROM json_each(?1)) AND s.ended_at IS NULL
         ON CONFLICT (feed, format, callback) DO UPDATE SET mode = 'denied', secret = NULL, verify_token = NULL, lease_seconds = NULL,
           reason = excluded.reason, asked_at = excluded.asked_at, due_at = excluded.due_at, claimed_until = 0`,
      )
      .bind(json, reason, now),
    db
      .prepare(
        `UPDATE subscription SET ended_at = ?2, end_reason = 'denied', wanted_since = NULL, urgent = 0, due_at = NULL, claimed_until = 0
         WHERE id IN (SELECT value FROM json_each(?1)) AND ended_at IS NULL`,
      )
      .bind(json, now),
  ];
}
