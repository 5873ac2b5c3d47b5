import { variablesIn } from "../../feed/source.ts";
import { webhookFault } from "../../partner/alerts.ts";
import type { Secrets } from "../../service/home.ts";
import { tokenFault } from "../../service/token-fault.ts";
import { ensureSigningKey, findVariable, publishToken } from "../token.ts";

type Known = Secrets & { publishToken: string; metricsToken?: string };

/** What was set is not to be used: another start would find the same. */
export class Unfit extends Error {}

/**
 * The secrets of the environment and of `.dev.vars`. A publish token and a signing key are made where there are none.
 *
 * @param ofSources the names of the variables that sources name
 * @throws one line where there is none, and none can be written; `Unfit` where one is too weak
 */
export async function secrets(ofSources: string[] = []): Promise<Known> {
  const known = await find(ofSources);
  const fault = faultOf(known);
  if (fault !== null) throw new Unfit(fault);
  return known;
}

function faultOf({ publishToken, metricsToken, webhook }: Known): string | null {
  const faults = {
    PUBLISH_TOKEN: tokenFault(publishToken),
    METRICS_TOKEN: metricsToken === undefined ? null : tokenFault(metricsToken),
    ALERT_WEBHOOK_SECRET: webhook ? webhookFault(webhook.secret) : null,
  };
  const [first] = Object.entries(faults).filter(([, fault]) => fault !== null);
  return first ? first.join(" ") : null;
}

async function find(ofSources: string[]): Promise<Known> {
  try {
    const token = await publishToken();
    await ensureSigningKey();
    const [url, secret] = [findVariable("ALERT_WEBHOOK_URL"), findVariable("ALERT_WEBHOOK_SECRET")];
    return {
      publishToken: token,
      signingKey: findVariable("SIGNING_KEY"),
      webhook: url && secret ? { url, secret } : undefined,
      metricsToken: findVariable("METRICS_TOKEN"),
      ofSources: variablesIn(ofSources, findVariable),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`no secrets can be written to .dev.vars (${reason}): set PUBLISH_TOKEN and SIGNING_KEY`);
  }
}
