import { millisecondsInMinute } from "date-fns/constants";
import { onceEach } from "../../article/once-each.ts";
import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { isPrivateHost } from "../../partner/address.ts";
import { type Alert, backoff, MAX_ATTEMPTS, webhook, webhookFault } from "../../partner/alerts.ts";
import type { Database, Home, Reach, Secrets } from "../home.ts";
import { reachOf } from "../http/toward-others.ts";
import { logFault } from "../log.ts";
import { claimAttempt, listDueAlerts, saveDelivered, updateAlerts, type Watched } from "../store/alerts.ts";
import { listAwakeForPartners } from "../store/awake-for-partners.ts";

/** How long a receiver is waited for; one that takes longer gets the alert again. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Part of the sweep: raises alerts of partners that have not come or have not picked up a retraction, clears those that are over,
 * and tells the desk's system of them.
 */
export async function checkAlerts(home: Home, catalog: Catalog, now: number): Promise<void> {
  const { db, secrets } = home;
  const target = webhookTarget(secrets.webhook, catalog);
  await updateAlerts(db, await watchedBy(db, catalog), target !== null, now);
  if (target === null) return;
  for (const alert of await listDueAlerts(db, now)) await deliver(home, alert, target, now);
}

type Webhook = NonNullable<Secrets["webhook"]> & { reach: Reach };

/** The webhook; null where there is none, or none that may be called. A private address may be, by a service that is local itself. */
function webhookTarget(webhook: Secrets["webhook"], { site }: Catalog): Webhook | null {
  if (!webhook) return null;
  const parsed = URL.parse(webhook.url);
  const reach = reachOf(site.base);
  const isFit =
    parsed !== null && /^https?:$/.test(parsed.protocol) && (reach === "any" || !isPrivateHost(parsed.hostname));
  const fault = webhookFault(webhook.secret);
  const reason = isFit ? fault && `ALERT_WEBHOOK_SECRET ${fault}` : "ALERT_WEBHOOK_URL is no public URL";
  if (reason !== null) logFault("no webhook", { reason });
  return reason === null ? { ...webhook, reach } : null;
}

/** Makes one attempt to send an alert, unless another sweep makes it. */
async function deliver(
  { db, fetchOut }: Pick<Home, "db" | "fetchOut">,
  alert: Alert,
  { url, secret, reach }: Webhook,
  now: number,
): Promise<void> {
  const attempts = alert.attempts + 1;
  const next = attempts < MAX_ATTEMPTS ? now + backoff(alert.attempts) : null;
  if (!(await claimAttempt(db, alert, next))) return;
  try {
    const request = webhook(alert, secret, now);
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetchOut(url, { method: "POST", ...request, signal }, reach);
    await response.body?.cancel();
    if (response.ok) return await saveDelivered(db, alert.id, now);
    logFault("webhook refused", { alert: alert.id, attempts, status: response.status });
  } catch (error) {
    logFault("webhook failed", { alert: alert.id, attempts, error: String(error) });
  }
}

/** The partner feeds whose definitions ask for alerts; of families, those that are awake because the partner polls them. */
async function watchedBy(db: Database, catalog: Catalog): Promise<Watched[]> {
  const { families } = catalog;
  const asking = servedFamilies(catalog).filter(({ alerts }) => alerts);
  const awake = await listAwakeForPartners(
    db,
    asking.map(({ slug }) => slug),
  );
  return [...watchedOf(catalog), ...awake.flatMap(({ slug, family }) => watch(slug, families.get(family) ?? {}))];
}

/** Of the feeds with a definition of their own. */
const watchedOf = onceEach(({ partner }: Catalog): Watched[] =>
  [...partner.definitions.values()].flatMap((definition) => watch(definition.slug, definition)),
);

function watch(feed: string, { partner, alerts }: Pick<Definition, "partner" | "alerts">): Watched[] {
  if (partner === undefined || !alerts) return [];
  const { silent_after, retraction_within } = alerts;
  return [
    {
      feed,
      partner,
      silent_after: silent_after === undefined ? null : silent_after * millisecondsInMinute,
      retraction_within: retraction_within === undefined ? null : retraction_within * millisecondsInMinute,
    },
  ];
}
