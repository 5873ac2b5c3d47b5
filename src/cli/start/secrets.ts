import type { Secrets } from "../../service/home.ts";
import { ensureSigningKey, findVariable, publishToken } from "../token.ts";

/**
 * The secrets of the environment and of `.dev.vars`. A publish token and a signing key are made where there are none.
 *
 * @throws one line where there is none, and none can be written
 */
export async function secrets(): Promise<Secrets & { publishToken: string; metricsToken?: string }> {
  try {
    const token = await publishToken();
    await ensureSigningKey();
    const [url, secret] = [findVariable("ALERT_WEBHOOK_URL"), findVariable("ALERT_WEBHOOK_SECRET")];
    return {
      publishToken: token,
      signingKey: findVariable("SIGNING_KEY"),
      webhook: url && secret ? { url, secret } : undefined,
      metricsToken: findVariable("METRICS_TOKEN"),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`no secrets can be written to .dev.vars (${reason}): set PUBLISH_TOKEN and SIGNING_KEY`);
  }
}
