import {
  DEFAULT_SERVICE,
  HELP_OPTION,
  type ParsedOptions,
  parseCommandLine,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run export -- [FILE]

Writes all that a running service stores as NDJSON, to standard output or into FILE: every article with its revisions,
the addresses of families' feeds, partners with the hashes of their keys, definitions. \`npm run import -- FILE\` takes
it into another service, which has an equal store then; receipts, editions and counts of readers stay behind.
\`npm run -s export\` keeps npm's own lines out of standard output.

  --to URL       the service (${DEFAULT_SERVICE})
  --token TOKEN  its publish token (the environment's PUBLISH_TOKEN, or .dev.vars)
  --help         this text

Exit code: 0 done, 2 wrong usage, or something could not be reached, read or written.`;

export interface ExportOptions {
  /** Absent: standard output. */
  file?: string;
  to: string;
  token?: string;
}

export const OPTIONS = { to: { type: "string" }, token: { type: "string" }, ...HELP_OPTION } as const;

export const parseOptions = (args: string[]): ParsedOptions<ExportOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals: [file, ...more] }) => {
    if (more.length > 0) return usageProblem("one FILE is enough");
    const problem = urlProblem("to", values.to);
    if (problem) return usageProblem(problem);
    return { status: "options", options: { file, to: serviceAddress(values.to), token: values.token } };
  });
