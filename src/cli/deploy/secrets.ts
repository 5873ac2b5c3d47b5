import { webhookFault } from "../../partner/alerts.ts";
import { tokenFault } from "../../service/token-fault.ts";
import { findVariable } from "../token.ts";

const NAMES = ["PUBLISH_TOKEN", "SIGNING_KEY", "ALERT_WEBHOOK_URL", "ALERT_WEBHOOK_SECRET"];

/** What would be wrong with a secret. */
const FAULTS: Record<string, (value: string) => string | null> = {
  PUBLISH_TOKEN: tokenFault,
  ALERT_WEBHOOK_SECRET: webhookFault,
};

/**
 * The secrets of the environment and of `.dev.vars` that a deployment has not got. What it has stays as it is.
 *
 * @param there the names of those that it has
 * @param ofSources the names of the variables that sources name
 */
export const missingSecrets = (there: string[], ofSources: string[] = []): Record<string, string> =>
  Object.fromEntries(
    [...NAMES, ...ofSources].flatMap((name) => {
      const value = there.includes(name) ? undefined : findVariable(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Why one of these is not to be sent, in one line; null: they will do. */
export function secretsFault(secrets: Record<string, string>): string | null {
  for (const [name, value] of Object.entries(secrets)) {
    const fault = FAULTS[name]?.(value) ?? null;
    if (fault !== null) return `${name} ${fault}`;
  }
  return null;
}
