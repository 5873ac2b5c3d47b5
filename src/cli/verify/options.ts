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
import { HEADER_OPTIONS, headerProblem, headersOf } from "./header-options.ts";
import { OUTPUT_OPTIONS, type OutputChoices, outputProblem, outputsOf } from "./output-options.ts";
import { WATCH_OPTIONS, WATCH_USAGE, type WatchTimes, watchTimes } from "./watch/options.ts";

export const USAGE = `npm run verify -- [URL, PAGE, LIST, FILE or -]… [--all] [--json] [--header H] [--user-agent A]
npm run verify -- [--token T] [--to URL] [--all] [--json]
npm run verify -- --reach URL… [--json]
npm run verify -- --watch URL… [--for TIME] [--every TIME] [--all] [--json] [--header H] [--user-agent A]
npm run verify -- --explain [RULE…]

Without arguments: reads back every document of every feed of the running service and compares it with what is stored,
field by field; then proofreads it against the specifications.
With arguments: proofreads anybody's feeds, given as URLs or files, or on standard input (-, or piped in). Of a web
page, the feeds that it leads to; of an OPML list, those that it names. Those that are the formats of one feed are
compared with one another. A name such as example.org is a host's, unless there is such a file. What is compressed is
unpacked.
With --reach: polls feeds as twelve real readers do, each twice, and tells who is kept out, and whose polls cost more
than they need to: challenges, redirects, certificates, ETags, 304, sizes, ages.
With --watch: polls feeds for a time, and tells what changes from poll to poll and should not: ids, dates, ETags, what
was there and is back. Ctrl-C ends it early, with its report.
With --explain: what a rule wants, why, how a document that breaks it is mended, and an example of each.

  --reach      what follows are the URLs of feeds, anybody's
${WATCH_USAGE}
  --to URL     the service (${DEFAULT_SERVICE})
  --token T    its publish token ($PUBLISH_TOKEN, or the line PUBLISH_TOKEN=… in .dev.vars). Without a token nothing
               stored can be read, and the documents are proofread and compared with one another only.
  --header H   sent to the servers that are named, as 'Authorization: Bearer …'; may be given again
  --user-agent A
               sent instead of this program's own name
  --all        all findings, and all of each feed of a list: else ten of a kind, and a line a feed
  --json       one JSON object, for machines
  --sarif      SARIF 2.1.0 instead, for code hosts and editors
  --junit      JUnit's XML instead, for CI servers
  --fail-on S  error (if nothing is said), or warning: then a warning ends with 1, too
  --explain    what follows are names of rules, or of groups of them (rss, itunes); without a name all are listed
  --help       this text

Exit code: 0 clean, 1 an error or a discrepancy, 2 wrong usage, or something could not be read. Warnings are shown and
do not fail, unless --fail-on says so; advice never does.`;

export interface VerifyOptions extends OutputChoices {
  /** Anybody's feeds, pages and lists, as they were given; none: the service's own are meant. */
  names: string[];
  to: string;
  token?: string;
  json: boolean;
  /** The names are URLs, to be polled as readers do. */
  reach: boolean;
  /** The names are URLs, to be polled for a time. */
  watch?: WatchTimes;
  /** By names in small letters. */
  headers: Record<string, string>;
  userAgent?: string;
  /** The running service is meant, whatever is piped in. */
  asksService: boolean;
  /** All findings, not the first of each kind. */
  all: boolean;
}

export const OPTIONS = {
  ...SERVICE_OPTIONS,
  reach: { type: "boolean" },
  ...WATCH_OPTIONS,
  ...HEADER_OPTIONS,
  all: { type: "boolean" },
  ...OUTPUT_OPTIONS,
} as const;

export const parseOptions = (args: string[]): ParsedOptions<VerifyOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals }) => {
    const watch = watchTimes(positionals, values);
    const problem =
      urlProblem("to", values.to) ??
      (typeof watch === "string" ? watch : undefined) ??
      outputProblem(values) ??
      headerProblem(values, positionals, values.reach) ??
      (values.reach ? reachProblem(positionals, values) : undefined);
    if (problem) return usageProblem(problem);
    return {
      status: "options",
      options: {
        names: positionals,
        to: serviceAddress(values.to),
        token: values.token,
        json: values.json ?? false,
        reach: values.reach ?? false,
        watch: typeof watch === "string" ? undefined : watch,
        ...outputsOf(values),
        headers: headersOf(values),
        userAgent: values["user-agent"],
        asksService: (values.to ?? values.token) !== undefined,
        all: values.all ?? false,
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
