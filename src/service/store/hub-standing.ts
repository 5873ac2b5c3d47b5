import type { Database } from "../home.ts";
import type { SubscriptionRequest } from "./subscription-requests.ts";

/** How much is there already of what somebody asks for; each is counted up to its limit. */
export interface HubStanding {
  /** Requests that wait to be confirmed by callbacks of this host. */
  pending: number;
  /** Subscriptions of callbacks of this host. */
  ofHost: number;
  /** Subscriptions to this topic. */
  ofTopic: number;
  /** Whether the callback is subscribed to this topic. */
  isSubscribed: 0 | 1;
  /** How many requests in a row callbacks of this host did not confirm, and when the last of them was asked, in milliseconds. */
  unconfirmed: number;
  askedAt: number;
}

/** Up to where there is counting. */
export type StandingLimits = Record<"pending" | "ofHost" | "ofTopic", number>;

export async function findHubStanding(
  db: Database,
  { feed, format, callback, host }: Pick<SubscriptionRequest, "feed" | "format" | "callback" | "host">,
  limits: StandingLimits,
): Promise<HubStanding> {
  const found = await db
    .prepare(
      `SELECT (SELECT count(*) FROM (SELECT 1 FROM subscription_request WHERE host = ?4 LIMIT ?5)) AS pending,
         (SELECT count(*) FROM (SELECT 1 FROM subscription INDEXED BY subscription_host
            WHERE host = ?4 AND ended_at IS NULL LIMIT ?6)) AS ofHost,
         (SELECT count(*) FROM (SELECT 1 FROM subscription WHERE feed = ?1 AND format = ?2 AND ended_at IS NULL LIMIT ?7)) AS ofTopic,
         EXISTS (SELECT 1 FROM subscription WHERE feed = ?1 AND format = ?2 AND callback = ?3 AND ended_at IS NULL) AS isSubscribed,
         coalesce((SELECT unconfirmed FROM callback_host WHERE host = ?4), 0) AS unconfirmed,
         coalesce((SELECT asked_at FROM callback_host WHERE host = ?4), 0) AS askedAt`,
    )
    .bind(feed, format, callback, host, limits.pending, limits.ofHost, limits.ofTopic)
    .first<HubStanding>();
  return found ?? { pending: 0, ofHost: 0, ofTopic: 0, isSubscribed: 0, unconfirmed: 0, askedAt: 0 };
}
