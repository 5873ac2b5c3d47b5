import { createHmac } from "node:crypto";
import { toRfc3339 } from "../article/time.ts";

/** What the desk has to hear of. Times are milliseconds. */
export interface Alert {
  id: string;
  /** `silent`: no poll for too long. `retraction`: published, and not picked up for too long. */
  kind: "silent" | "retraction";
  partner: string;
  feed: string;
  /** The article that was taken back; empty where the partner is silent. */
  article_id: string;
  /** The edition that says so; 0 where the partner is silent. */
  edition: number;
  /** The last poll, or when the retraction was published. */
  since: number;
  raised_at: number;
  cleared_at: number | null;
  delivered_at: number | null;
  attempts: number;
}

/** After so many attempts a webhook is given up: with the pauses between them, eight and a half hours have passed. */
export const MAX_ATTEMPTS = 10;

/** How long to wait after so many failed attempts: 1, 2, 4, … minutes, six hours at most. Milliseconds. */
export const backoff = (attempts: number): number => Math.min(60_000 * 2 ** attempts, 6 * 3_600_000);

/** An alert as the API tells of it; what does not apply is `undefined`. */
export const describeAlert = (alert: Alert) => ({
  id: alert.id,
  kind: alert.kind,
  partner: alert.partner,
  feed: alert.feed,
  article: alert.article_id === "" ? undefined : alert.article_id,
  edition: alert.edition === 0 ? undefined : alert.edition,
  since: toRfc3339(alert.since),
  raised_at: toRfc3339(alert.raised_at),
  cleared_at: alert.cleared_at === null ? undefined : toRfc3339(alert.cleared_at),
  webhook: {
    delivered_at: alert.delivered_at === null ? undefined : toRfc3339(alert.delivered_at),
    attempts: alert.attempts,
  },
});

/** Bytes of a webhook's secret: Standard Webhooks asks for 24 at least. */
const MIN_SECRET_BYTES = 24;

/** Why a webhook's secret will not do, as the rest of a sentence; null: it will. */
export function webhookFault(secret: string): string | null {
  const isBase64 = /^(?:whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret);
  const bytes = isBase64 ? keyOf(secret).byteLength : 0;
  if (bytes >= MIN_SECRET_BYTES) return null;
  const what = isBase64
    ? `is ${bytes} bytes in base64, and ${MIN_SECRET_BYTES} are the least`
    : "is no whsec_ and base64";
  return `${what}: take a random one, as \`echo whsec_$(openssl rand -base64 24)\` makes`;
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ""), "base64");

/**
 * The request of a webhook, signed as Standard Webhooks asks: HMAC-SHA256 over id, time and body. Two lines on what both homes
 * have, since the `standardwebhooks` package brings a SHA-256 of its own; the tests check them with it.
 *
 * @param secret `whsec_` and base64
 */
export function webhook(alert: Alert, secret: string, now: number): { headers: Record<string, string>; body: string } {
  const { webhook: _, ...data } = describeAlert(alert);
  const body = JSON.stringify({ type: `partner.${alert.kind}`, timestamp: toRfc3339(alert.raised_at), data });
  const [id, timestamp] = [`alert_${alert.id}`, String(Math.floor(now / 1000))];
  const signature = createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
  };
}
