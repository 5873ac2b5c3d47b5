import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Catalog } from "../../feed/catalog.ts";
import { variablesOf } from "../../feed/source.ts";
import { isObject, tryJson } from "../../import/values/json.ts";
import { isPrivateHost } from "../../partner/address.ts";
import { addressFault, addressOf, addressSet, type WranglerConfig } from "./deployment.ts";
import type { DeployOptions } from "./options.ts";
import { missingSecrets, secretsFault } from "./secrets.ts";
import { deployed, planned } from "./told.ts";
import type { Said, Wrangler } from "./wrangler.ts";

/** Something without which nothing is to be deployed, in one line. */
export class Refused extends Error {}

export interface Deployment {
  wrangler: Wrangler;
  config: WranglerConfig;
  /** The definitions, for an address, where one is set. */
  catalogAt(base?: string): Catalog;
  env: Record<string, string | undefined>;
  print(text: string): void;
}

/**
 * Deploys, once all is there without which it could not work.
 *
 * @returns the exit code
 * @throws Refused
 */
export async function deploy(options: DeployOptions, deployment: Deployment): Promise<number> {
  const { wrangler, config, env, print } = deployment;
  const set = addressSet(env, config);
  refuse(set === undefined ? null : addressFault(set));
  const catalog = deployment.catalogAt(set);
  const { base } = catalog.site;
  const ofSources = variablesOf(catalog.sources.values());
  // The masthead of the sample says localhost, which is nobody's address: then the service takes one.
  const address = isPrivateHost(new URL(base).hostname) ? undefined : base;
  if (options.isDryRun) {
    const secrets = missingSecrets([], ofSources);
    refuse(secretsFault(secrets));
    print(planned({ config, address, secrets: Object.keys(secrets) }));
    return wrangler.run(["deploy", "--dry-run"]);
  }
  refuse(loginFault(await wrangler.ask(["whoami", "--json"]), options));
  const there = options.isTemporary ? [] : secretsOf(await wrangler.ask(["secret", "list"]));
  const secrets = missingSecrets(there, ofSources);
  refuse(secretsFault(secrets));
  const hasToken = "PUBLISH_TOKEN" in secrets || there.includes("PUBLISH_TOKEN");
  // Workers Builds, behind the button, may be told of the secrets only after the first deployment; until then nobody gets in.
  if (!hasToken && !env.WORKERS_CI) throw new Refused(NO_PUBLISH_TOKEN);
  if (config.r2_buckets?.length && !options.isTemporary)
    refuse(bucketsFault(await wrangler.ask(["r2", "bucket", "list"])));
  const folder = await mkdtemp(join(tmpdir(), "wireproof-deploy-"));
  try {
    const [sent, noted] = [join(folder, "secrets.json"), join(folder, "deployed.ndjson")];
    await writeFile(sent, JSON.stringify(secrets), { mode: 0o600 });
    const code = await wrangler.run(
      [
        "deploy",
        ...(Object.keys(secrets).length > 0 ? ["--secrets-file", sent] : []),
        ...(env.BASE_URL ? ["--var", `BASE_URL:${env.BASE_URL}`] : []),
        ...(options.isTemporary ? ["--temporary"] : []),
      ],
      { WRANGLER_OUTPUT_FILE_PATH: noted },
    );
    if (code !== 0) throw new Refused("wrangler has not deployed, or not all of it: it says why above");
    print(deployed({ catalog, address, reached: addressOf(await targetsIn(noted)), hasToken }));
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const NO_PUBLISH_TOKEN =
  "nobody could get in: there is no publish token. Let `npm start` write one to .dev.vars, or set PUBLISH_TOKEN to what `openssl rand -base64 24` makes";

function refuse(fault: string | null): void {
  if (fault !== null) throw new Refused(fault);
}

/** wrangler says of itself whether somebody is logged in; what else it may not ask is no reason not to deploy. */
function loginFault({ out }: Said, { isTemporary }: DeployOptions): string | null {
  const said = tryJson(out);
  const isLoggedIn = !isObject(said) || said.loggedIn !== false;
  if (isTemporary)
    return isLoggedIn ? "--temporary is for whoever has no login, and wrangler has one: leave it away" : null;
  return isLoggedIn
    ? null
    : "wrangler is not logged in: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN. Without an account, try `npm run deploy -- --temporary`";
}

/** The names of the secrets that the deployment has: none where there is no deployment yet. */
function secretsOf({ code, out, err }: Said): string[] {
  const list = tryJson(out);
  if (code === 0 && Array.isArray(list)) return list.map((secret) => String(isObject(secret) ? secret.name : ""));
  if (/Worker "[^"]*".* not found/.test(out + err)) return [];
  throw new Refused(`wrangler does not say which secrets there are: ${lastWords(err || out)}`);
}

/**
 * Cloudflare's codes for an account that has no R2 yet; what else wrangler may not ask is no reason not to deploy. Asked before: else the
 * deployment stops half way, with the database made.
 */
const bucketsFault = ({ code, out, err }: Said): string | null =>
  code !== 0 && /code: (?:10042|10136)\]/.test(out + err) ? NO_R2 : null;

const NO_R2 =
  "the account has no R2, which keeps what is uploaded: switch it on in Cloudflare's dashboard (R2), or do without uploads and take the lines of [[r2_buckets]] out of wrangler.toml";

/** The line that says what was wrong, without colours. */
function lastWords(text: string): string {
  const lines = stripVTControlCharacters(text).split("\n");
  return (lines.find((line) => line.includes("[ERROR]")) ?? lines.find((line) => line.trim() !== "") ?? "nothing")
    .replace(/^.*\[ERROR\]\s*/, "")
    .trim();
}

/** What wrangler notes of its work, a line of JSON each. */
async function targetsIn(file: string): Promise<string[]> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n").map(tryJson);
  const entry = lines.find((line) => isObject(line) && line.type === "deploy");
  return isObject(entry) && Array.isArray(entry.targets) ? entry.targets.map(String) : [];
}
