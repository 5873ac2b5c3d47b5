import { documentUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { WranglerConfig } from "./deployment.ts";

/** Before: what a deployment would do. */
export function planned({ config, address, secrets }: { config: WranglerConfig; address?: string; secrets: string[] }) {
  const databases = config.d1_databases.map(({ database_name: name }) => name);
  const buckets = (config.r2_buckets ?? []).map(({ bucket_name: name }) => name);
  const queues = (config.queues.producers ?? []).map(({ queue }) => queue);
  return `This would deploy the worker ${config.name}.
  database  ${databases.join(", ")}, made where it is not there; the worker brings it up to date
  queues    ${queues.join(", ")}, made where they are not there
  files     ${buckets.length > 0 ? `${buckets.join(", ")}, made where it is not there` : "none can be uploaded: wrangler.toml has no bucket"}
  secrets   ${secrets.length > 0 ? `${secrets.join(", ")}, where the deployment has none` : "none of here: a first deployment needs a PUBLISH_TOKEN"}
  address   ${address ?? "the one at which somebody first signs in: BASE_URL is not set"}
`;
}

interface Outcome {
  catalog: Catalog;
  /** Where documents say they are, if that is set. */
  address: string | undefined;
  /** Where wrangler has put it. */
  reached: string | undefined;
  hasToken: boolean;
}

/** After: what to open next. */
export function deployed({ catalog, address, reached, hasToken }: Outcome): string {
  const origin = address ?? (reached === undefined ? undefined : `https://${reached}`);
  const at = (path: string) => (origin === undefined ? path : origin + path);
  const [first] = catalog.definitions.keys();
  const site = { ...catalog.site, base: origin ?? "" };
  return [
    "",
    "Wireproof is deployed. What to open next:",
    hasToken ? "" : "  first     npx wrangler secret put PUBLISH_TOKEN, for nobody gets in without one",
    `  the desk  ${at("/desk")}${address === undefined ? ", and sign in: its address is the service's own from then on" : ""}`,
    `  feeds     ${at("/")}`,
    first === undefined ? "" : `            ${documentUrl(site, first, "rss")}`,
    `  health    ${at("/health")}`,
    `  stories   npm run import -- SOURCE --to ${origin ?? "URL"}`,
  ]
    .filter((line, index) => index === 0 || line !== "")
    .join("\n");
}
