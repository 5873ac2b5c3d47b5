import type { Catalog } from "../../feed/catalog.ts";
import { isPrivateHost } from "../../partner/address.ts";
import { type Alert, backoff, MAX_ATTEMPTS, webhook } from "../../partner/alerts.ts";
import type { Database, Home, Secrets } from "../home.ts";
import { claimAttempt, listDue, saveDelivered, updateAlerts, type Watched } from "../store/alerts.ts";

/** Milliseconds: a receiver that takes longer gets it again. */
const PATIENCE = 10_000;

/** Part of the sweep: who has not come, who has not picked up a retraction; and the desk's system hears of it. */
export async function checkAlerts({ db, secrets }: Home, catalog: Catalog, now: number): Promise<void> {
  const target = webhookTarget(secrets.webhook, catalog);
  await updateAlerts(db, watchedBy(catalog), target !== null, now);
  if (target === null) return;
  for (const alert of await listDue(db, now)) await deliver(db, alert, target, now);
}

type Webhook = NonNullable<Secrets["webhook"]>;

/** Null: there is none, or none that may be called. A private address is for a service that is local itself. */
function webhookTarget(webhook: Webhook | undefined, { site }: Catalog): Webhook | null {
  if (!webhook) return null;
  const parsed = URL.parse(webhook.url);
  const isLocal = isPrivateHost(new URL(site.base).hostname);
  const isFit = parsed !== null && /^https?:$/.test(parsed.protocol) && (isLocal || !isPrivateHost(parsed.hostname));
  if (!isFit) console.error(JSON.stringify({ event: "no webhook", reason: "ALERT_WEBHOOK_URL is no public URL" }));
  return isFit ? webhook : null;
}

async function deliver(db: Database, alert: Alert, { url, secret }: Webhook, now: number): Promise<void> {
  const attempts = alert.attempts + 1;
  const next = attempts < MAX_ATTEMPTS ? now + backoff(alert.attempts) : null;
  if (!(await claimAttempt(db, alert, next))) return;
  try {
    const request = webhook(alert, secret, now);
    const response = await fetch(url, {
      method: "POST",
      ...request,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (response.ok) return await saveDelivered(db, alert.id, now);
    console.error(JSON.stringify({ event: "webhook refused", alert: alert.id, attempts, status: response.status }));
  } catch (error) {
    console.error(JSON.stringify({ event: "webhook failed", alert: alert.id, attempts, error: String(error) }));
  }
}

const MINUTE = 60_000;

const watchedBy = ({ partner }: Catalog): Watched[] =>
  [...partner.definitions.values()].flatMap((definition) => {
    if (definition.partner === undefined || !definition.alerts) return [];
    const { silent_after, retraction_within } = definition.alerts;
    return {
      feed: definition.slug,
      partner: definition.partner,
      silent_after: silent_after === undefined ? null : silent_after * MINUTE,
      retraction_within: retraction_within === undefined ? null : retraction_within * MINUTE,
    };
  });
