import { isIP } from "node:net";
import type { NodeConfig } from "../../node/config.ts";
import {
  DEFAULT_DIRECTORY,
  HELP_OPTION,
  isHttpUrl,
  type ParsedOptions,
  parseCommandLine,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm start -- [--port N] [--persist-to DIR] [--empty] [--base-url URL] …

Starts the service on this machine. A new store gets a sample newsroom.

  --port N                 listen on port N (8787)
  --address ADDRESS        listen on this address (127.0.0.1); 0.0.0.0 is all
  --persist-to DIR         keep the store in DIR (.wireproof)
  --empty                  load no sample into a new store
  --base-url URL           where readers reach the service (\`base\` of feeds/site.ts)
  --hosts NAMES            more host names to answer under, with commas between
  --trusted-proxies LIST   take X-Forwarded-For, -Host and -Proto from these addresses and networks (none)
  --metrics-port N         answer /metrics on port N of this machine alone, without a token (no port)
  --hsts-subdomains        tell browsers to ask all subdomains by HTTPS alone, too
  --log-format FORMAT      json or text (text on a terminal)
  --help                   this text

Each can be set in the environment instead: PORT, ADDRESS, PERSIST_TO, EMPTY=1, BASE_URL, HOSTS, TRUSTED_PROXIES,
METRICS_PORT, HSTS_SUBDOMAINS=1, LOG_FORMAT. What only the environment says: PUBLISH_TOKEN, SIGNING_KEY, METRICS_TOKEN,
ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET.`;

/** All but the secrets, which no command line holds: others can read it. */
export type StartOptions = Omit<NodeConfig, "secrets" | "metricsToken" | "sampleFiles"> & { empty: boolean };

export const OPTIONS = {
  port: { type: "string" },
  address: { type: "string" },
  "persist-to": { type: "string" },
  empty: { type: "boolean" },
  "base-url": { type: "string" },
  hosts: { type: "string" },
  "trusted-proxies": { type: "string" },
  "metrics-port": { type: "string" },
  "hsts-subdomains": { type: "boolean" },
  "log-format": { type: "string" },
  ...HELP_OPTION,
} as const;

/** The options that have a value. */
type Valued = Exclude<keyof typeof OPTIONS, "help" | "empty" | "hsts-subdomains">;

const FORMATS = ["json", "text"] as const;

interface Surroundings {
  env: Record<string, string | undefined>;
  /** Whether a person watches. */
  isTerminal: boolean;
}

/** What is not on the command line is in the environment, or has its default. */
export const parseOptions = (
  args: string[],
  { env, isTerminal }: Surroundings = { env: {}, isTerminal: false },
): ParsedOptions<StartOptions> =>
  parseCommandLine(args, { options: OPTIONS }, ({ values }) => {
    const given = (name: Valued): string | undefined => values[name] ?? (env[variableOf(name)] || undefined);
    /** What was given, as whoever gave it wrote it. */
    const named = (name: Valued): string =>
      values[name] === undefined ? `${variableOf(name)}=${given(name)}` : `--${name} ${values[name]}`;
    const ports = { port: given("port") ?? "8787", "metrics-port": given("metrics-port") };
    for (const name of ["port", "metrics-port"] as const)
      if (!isPort(ports[name] ?? "1")) return usageProblem(`${named(name)} is no port`);
    const base = given("base-url");
    if (base !== undefined && !isOrigin(base))
      return usageProblem(`${named("base-url")} is no address of a site, such as https://feeds.gazette.example`);
    const trustedProxies = listOf(given("trusted-proxies"));
    const unknown = trustedProxies.find((network) => !isNetwork(network));
    if (unknown)
      return usageProblem(`--trusted-proxies ${unknown} is neither an address nor a network such as 10.0.0.0/8`);
    const format = given("log-format") ?? (isTerminal ? "text" : "json");
    const logFormat = FORMATS.find((one) => one === format);
    if (!logFormat) return usageProblem(`${named("log-format")} is none of ${FORMATS.join(", ")}`);
    return {
      status: "options",
      options: {
        port: Number(ports.port),
        address: given("address") ?? "127.0.0.1",
        directory: given("persist-to") ?? DEFAULT_DIRECTORY,
        empty: values.empty ?? isYes(env.EMPTY),
        base: base?.replace(/\/$/, ""),
        hosts: listOf(given("hosts")),
        trustedProxies,
        metricsPort: ports["metrics-port"] === undefined ? undefined : Number(ports["metrics-port"]),
        hstsSubdomains: values["hsts-subdomains"] ?? isYes(env.HSTS_SUBDOMAINS),
        logFormat,
      },
    };
  });

const isYes = (text = ""): boolean => ["1", "true", "yes"].includes(text);

/** The variable that says the same as an option. */
const variableOf = (name: string): string => name.replaceAll("-", "_").toUpperCase();

export const isPort = (text: string): boolean =>
  /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** `https://feeds.gazette.example`: paths are put behind it. */
const isOrigin = (text: string): boolean => isHttpUrl(text) && URL.parse(text)?.origin === text.replace(/\/$/, "");

const listOf = (text = ""): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
