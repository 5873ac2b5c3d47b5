import { parseDate } from "../../import/values/dates.ts";
import {
  DEFAULT_SERVICE,
  type ParsedOptions,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";

export const USAGE = `npm run import -- SOURCE…

Stores articles from files, folders and URLs in a running worker: RSS, Atom and JSON Feed in any encoding, our own
articles as NDJSON, Markdown with front matter, news pages as plain text, and what \`npm run export\` has written, as it
was there. Importing again changes nothing.

  --to URL         the worker (${DEFAULT_SERVICE})
  --token TOKEN    its publish token (the environment's PUBLISH_TOKEN, or .dev.vars)
  --dry-run        show what would be stored and what was decided, and store nothing
  --section NAME   the section of every article
  --tag NAME       one more tag for every article
  --base URL       where pages and Markdown without an address of their own are at home
  --date DATE      for what carries no date
  --rehearse URL   store nothing: compare what subscribers of the old feed there see with what ours would show them
  --with SLUG      our feed, where no redirect leads to it from the old one's address
  --json           the result as JSON
  --help           this text`;

export interface ImportOptions {
  sources: string[];
  to: string;
  token?: string;
  dryRun: boolean;
  json: boolean;
  section?: string;
  tag?: string;
  base?: string;
  /** RFC 3339. */
  date?: string;
  /** The URL of an old feed: nothing is stored, and it is compared with ours. */
  rehearse?: string;
  /** Our feed's slug. */
  with?: string;
}

export const OPTIONS = {
  "dry-run": { type: "boolean" },
  section: { type: "string" },
  tag: { type: "string" },
  base: { type: "string" },
  date: { type: "string" },
  rehearse: { type: "string" },
  with: { type: "string" },
  ...SERVICE_OPTIONS,
} as const;

export const parseOptions = (args: string[]): ParsedOptions<ImportOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals }) => {
    if (positionals.length === 0 && values.rehearse === undefined) return usageProblem("no SOURCE was given");
    const problem =
      urlProblem("to", values.to) ?? urlProblem("base", values.base) ?? urlProblem("rehearse", values.rehearse);
    if (problem) return usageProblem(problem);
    const date = values.date === undefined ? undefined : parseDate(values.date);
    if (date === null) return usageProblem(`--date ${values.date} is no date`);
    return {
      status: "options",
      options: {
        sources: positionals,
        to: serviceAddress(values.to),
        token: values.token,
        dryRun: values["dry-run"] ?? false,
        json: values.json ?? false,
        section: values.section?.trim() || undefined,
        tag: values.tag?.trim() || undefined,
        base: values.base,
        date,
        rehearse: values.rehearse,
        with: values.with,
      },
    };
  });
