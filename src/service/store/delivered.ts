import { DELIVERY_INTERVAL } from "../../hub/delivery-limits.ts";
import type { Database } from "../home.ts";
import type { ClaimedDelivery } from "./deliveries.ts";

/** What came of a delivery. */
export type DeliveryOutcome =
  | { status: "received"; answer: number; edition: number; isDelta: boolean }
  /** `answer`: 0 where there was none. */
  | { status: "failed"; answer: number; fault: string; retryAt: number }
  | { status: "gone"; answer: number }
  /** Nothing was sent, through no fault of the subscriber's. */
  | { status: "put off"; until: number };

export interface DeliveryNote {
  delivery: ClaimedDelivery;
  outcome: DeliveryOutcome;
}

/** The notes of one outcome, as rows. */
const NOTES = `(SELECT value ->> 'id' AS noted, value ->> 'claim' AS claim, value ->> 'secret' AS signed_with, value ->> 'verified' AS verified,
  value ->> 'wanted' AS had_wanted, value ->> 'attempts' AS had_failed, value ->> 'answer' AS answer, value ->> 'edition' AS edition,
  value ->> 'delta' AS delta, value ->> 'fault' AS fault, value ->> 'at' AS at FROM json_each(?1)) n`;

/** Whoever noted it is still the one who is at it. */
const CLAIMED = "id = n.noted AND claimed_until = n.claim";

/**
 * A 2xx is a receipt, whoever is at the subscription by then. Not where its secret was replaced meanwhile: then the subscriber has answered,
 * and thrown away what was signed with the old one (WebSub §7.1).
 */
const RECEIVED = [
  `INSERT INTO push (feed, edition, subscription, status, attempts, is_delta, pushed_at)
   SELECT s.feed, n.edition, s.id, n.answer, n.had_failed + 1, n.delta, ?2 FROM ${NOTES}
   JOIN subscription s ON s.id = n.noted AND s.secret IS n.signed_with WHERE true
   ON CONFLICT (feed, edition, subscription) DO NOTHING`,
  `UPDATE subscription SET acknowledged = max(acknowledged, n.edition), acknowledged_at = ?2, attempts = 0, last_status = n.answer,
     last_fault = NULL, urgent = urgent AND wanted > n.edition,
     wanted_since = CASE WHEN wanted > n.edition AND ended_at IS NULL THEN coalesce(
       (SELECT e.published_at FROM edition e WHERE e.feed = subscription.feed AND e.number = n.edition + 1), wanted_since) END,
     due_at = CASE WHEN wanted > n.edition AND ended_at IS NULL THEN CASE WHEN urgent THEN ?2 ELSE ?2 + ${DELIVERY_INTERVAL} END END,
     claimed_until = CASE WHEN claimed_until = n.claim THEN 0 ELSE claimed_until END
   FROM ${NOTES} WHERE id = n.noted AND secret IS n.signed_with`,
];

/** Where a story was taken back meanwhile, the time of that stands. */
const FAILED = [
  `UPDATE subscription SET attempts = attempts + 1, last_status = nullif(n.answer, 0), last_fault = n.fault, claimed_until = 0,
     due_at = CASE WHEN ended_at IS NOT NULL THEN NULL WHEN urgent AND wanted > n.had_wanted THEN due_at ELSE n.at END
   FROM ${NOTES} WHERE ${CLAIMED}`,
];

/** One that was asked anew meanwhile, and wants it, is tried again. */
const GONE = [
  `UPDATE subscription SET ended_at = ?2, end_reason = 'gone', last_status = n.answer, last_fault = NULL, attempts = 0, wanted_since = NULL,
     urgent = 0, due_at = NULL, claimed_until = 0
   FROM ${NOTES} WHERE ${CLAIMED} AND ended_at IS NULL AND verified_at = n.verified`,
];

const PUT_OFF = [
  `UPDATE subscription SET due_at = CASE WHEN ended_at IS NULL THEN n.at END, claimed_until = 0 FROM ${NOTES} WHERE ${CLAIMED}`,
];

/** What is claimed still: it stays due. */
const RELEASE = `UPDATE subscription SET claimed_until = 0 FROM ${NOTES} WHERE ${CLAIMED}`;

/** Notes what came of deliveries, all of them in a few statements. */
export async function noteDeliveries(db: Database, notes: DeliveryNote[], now: number): Promise<void> {
  const rows = (status?: DeliveryOutcome["status"]): string =>
    JSON.stringify(notes.filter(({ outcome }) => status === undefined || outcome.status === status).map(toRow));
  const statements = [
    ...RECEIVED.map((sql) => [sql, rows("received")] as const),
    ...FAILED.map((sql) => [sql, rows("failed")] as const),
    ...GONE.map((sql) => [sql, rows("gone")] as const),
    ...PUT_OFF.map((sql) => [sql, rows("put off")] as const),
    [RELEASE, rows()] as const,
  ].filter(([, json]) => json !== "[]");
  await db.batch(statements.map(([sql, json]) => db.prepare(sql).bind(...(sql.includes("?2") ? [json, now] : [json]))));
}

const toRow = ({ delivery, outcome }: DeliveryNote) => ({
  id: delivery.id,
  claim: delivery.claimed_until,
  secret: delivery.secret,
  verified: delivery.verified_at,
  wanted: delivery.wanted,
  attempts: delivery.attempts,
  answer: "answer" in outcome ? outcome.answer : undefined,
  ...(outcome.status === "received" ? { edition: outcome.edition, delta: outcome.isDelta ? 1 : 0 } : {}),
  ...(outcome.status === "failed" ? { fault: outcome.fault, at: outcome.retryAt } : {}),
  ...(outcome.status === "put off" ? { at: outcome.until } : {}),
});
