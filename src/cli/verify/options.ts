import {
  DEFAULT_SERVICE,
  type ParsedOptions,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run verify -- [URL or FILE…] [--json] [--token T] [--to URL]

Without arguments: reads back every document of every feed of the running service and compares it with what is stored,
field by field; then proofreads it against the specifications.
With arguments: proofreads anybody's feeds, given as URLs or files. Those that are the formats of one feed are compared
with one another.

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
}

export const OPTIONS = SERVICE_OPTIONS;

export const parseOptions = (args: string[]): ParsedOptions<VerifyOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals }) => {
    const problem = urlProblem("to", values.to);
    if (problem) return usageProblem(problem);
    return {
      status: "options",
      options: {
        names: positionals,
        to: serviceAddress(values.to),
        token: values.token,
        json: values.json ?? false,
      },
    };
  });
