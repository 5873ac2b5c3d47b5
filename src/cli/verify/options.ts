import {
  DEFAULT_SERVICE,
  isHttpUrl,
  type ParsedOptions,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run verify -- [URL or FILE…] [--json] [--token T] [--to URL]
npm run verify -- --reach URL… [--json]

Without arguments: reads back every document of every feed of the running service and compares it with what is stored,
field by field; then proofreads it against the specifications.
With arguments: proofreads anybody's feeds, given as URLs or files. Those that are the formats of one feed are compared
with one another.
With --reach: polls feeds as twelve real readers do, each twice, and tells who is kept out, and whose polls cost more
than they need to: challenges, redirects, certificates, ETags, 304, sizes, ages.

  --reach      what follows are the URLs of feeds, anybody's
  --to URL     the service (${DEFAULT_SERVICE})
  --token T    its publish token ($PUBLISH_TOKEN, or the line PUBLISH_TOKEN=… in .dev.vars). Without a token nothing
               stored can be read, and the documents are proofread and compared with one another only.
  --json       one JSON object, for machines
  --help       this text

Exit code: 0 clean, 1 an error or a discrepancy, 2 wrong usage, or something could not be read. Warnings are shown and
do not fail.`;

export interface VerifyOptions {
  /** URLs and files of anybody's feeds; none: the service's own are meant. */
  names: string[];
  to: string;
  token?: string;
  json: boolean;
  /** The names are URLs, to be polled as readers do. */
  reach: boolean;
}

export const OPTIONS = { ...SERVICE_OPTIONS, reach: { type: "boolean" } } as const;

export const parseOptions = (args: string[]): ParsedOptions<VerifyOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals }) => {
    const problem = urlProblem("to", values.to) ?? (values.reach ? reachProblem(positionals, values) : undefined);
    if (problem) return usageProblem(problem);
    return {
      status: "options",
      options: {
        names: positionals,
        to: serviceAddress(values.to),
        token: values.token,
        json: values.json ?? false,
        reach: values.reach ?? false,
      },
    };
  });

function reachProblem(names: string[], { to, token }: { to?: string; token?: string }): string | undefined {
  const file = names.find((name) => !isHttpUrl(name));
  if (file !== undefined) return `--reach polls URLs, and ${file} is no http(s) URL`;
  if (names.length === 0) return "--reach wants the URLs of feeds: --reach https://example.org/feed.xml";
  if (to !== undefined) return "--reach takes no --to: it polls the URLs that follow it";
  return token === undefined ? undefined : "--reach takes no --token: readers have none";
}
