import { isPrivateHost } from "../../partner/address.ts";
import { isHttpUrl } from "../options.ts";

/** As much of `wrangler.toml` as is told of a deployment. */
export interface WranglerConfig {
  name?: string;
  vars: Record<string, unknown>;
  d1_databases: { database_name?: string }[];
  r2_buckets?: { bucket_name?: string }[];
  queues: { producers?: { queue?: string }[] };
}

/** What is set as the service's address, by the environment of this deployment or else by `wrangler.toml`. */
export const addressSet = (env: Record<string, string | undefined>, { vars }: WranglerConfig): string | undefined =>
  env.BASE_URL || (typeof vars.BASE_URL === "string" && vars.BASE_URL) || undefined;

/** Why readers could not come to an address that is set, in one line; null: they could. */
export function addressFault(set: string): string | null {
  if (!isHttpUrl(set)) return `BASE_URL ${set} is no http(s) URL`;
  return isPrivateHost(new URL(set).hostname)
    ? `BASE_URL ${set} is no address that readers could come to: take it away, or set the public one`
    : null;
}

/** The address at which the worker is reached, of what wrangler says it has put in place; undefined: it says none. */
export const addressOf = (targets: string[]): string | undefined =>
  targets
    .map((target) => /^(?:https:\/\/)?([\w-]+(?:\.[\w-]+)+)(?:$| \(custom domain)/.exec(target)?.[1])
    .find(Boolean);
