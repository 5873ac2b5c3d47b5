import { type ParseArgsConfig, parseArgs } from "node:util";

/** Where `npm start` puts the service. */
export const DEFAULT_SERVICE = "http://localhost:8787";

/** Where `npm start` keeps the store. */
export const DEFAULT_DIRECTORY = ".wireproof";

/** The directory of a store, where a command line or else the environment names another one. */
export const storeDirectory = (
  given: string | undefined,
  env: Record<string, string | undefined> = process.env,
): string => given ?? (env.PERSIST_TO || DEFAULT_DIRECTORY);

/** What a command line asks for: its options, the usage text, or something the command cannot do. */
export type ParsedOptions<Options> =
  | { status: "options"; options: Options }
  | { status: "help" }
  | { status: "usage"; problem: string };

export const HELP_OPTION = { help: { type: "boolean", short: "h" } } as const;

/** What every command takes that talks to a running service. */
export const SERVICE_OPTIONS = {
  to: { type: "string" },
  token: { type: "string" },
  json: { type: "boolean" },
  ...HELP_OPTION,
} as const;

type CommandConfig = ParseArgsConfig & { options: typeof HELP_OPTION };
type ParsedWords<Config extends CommandConfig> = ReturnType<typeof parseArgs<Config & { args: string[] }>>;

/**
 * Parses a command line by the table of `parseArgs`, and lets `judge` make the command's own options of it.
 * Never throws for what somebody typed: an unknown option or a missing value is a usage problem of one line.
 */
export function parseCommandLine<const Config extends CommandConfig, Options>(
  args: string[],
  config: Config,
  judge: (words: ParsedWords<Config>) => ParsedOptions<Options>,
): ParsedOptions<Options> {
  let words: ParsedWords<Config>;
  try {
    words = parseArgs({ ...config, args });
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return usageProblem(error.message.replaceAll("\n", " "));
  }
  if ("help" in words.values && words.values.help) return { status: "help" };
  return judge(words);
}

export const usageProblem = (problem: string): { status: "usage"; problem: string } => ({ status: "usage", problem });

export const isHttpUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? "");

/** What is wrong with the value of an option that has to be a URL, if it was given. */
export const urlProblem = (option: string, value: string | undefined): string | undefined =>
  value === undefined || isHttpUrl(value) ? undefined : `--${option} ${value} is no http(s) URL`;

/** The service's address as paths are put behind it: without a slash at its end. */
export const serviceAddress = (to: string | undefined): string => (to ?? DEFAULT_SERVICE).replace(/\/+$/, "");

/** `parseArgs` throws these for words it cannot place; any other error is a bug in a table of options. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
