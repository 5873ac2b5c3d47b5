import { parseArgs } from "node:util";
import { parseDate } from "../../import/values/dates.ts";
import { findToken } from "../token.ts";

export const USAGE = `npm run import -- SOURCE…

Stores articles from files, folders and URLs in a running worker: RSS, Atom and JSON Feed in any encoding, our own
articles as NDJSON, Markdown with front matter, and news pages as plain text. Importing again changes nothing.

  --to URL         the worker (http://localhost:8787)
  --token TOKEN    its publish token (the environment's PUBLISH_TOKEN, or .dev.vars)
  --dry-run        show what would be stored and what was decided, and store nothing
  --section NAME   the section of every article
  --tag NAME       one more tag for every article
  --base URL       where pages and Markdown without an address of their own are at home
  --date DATE      for what carries no date
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
  now: string;
}

export type ParsedOptions =
  | { status: "options"; options: ImportOptions }
  | { status: "help" }
  | { status: "usage"; problem: string };

export function parseOptions(args: string[]): ParsedOptions {
  try {
    return judge(parse(args));
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: "string", default: "http://localhost:8787" },
      token: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      section: { type: "string" },
      tag: { type: "string" },
      base: { type: "string" },
      date: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });

function judge({ values, positionals }: ReturnType<typeof parse>): ParsedOptions {
  if (values.help) return { status: "help" };
  if (positionals.length === 0) return usage("no SOURCE was given");
  if (!isHttp(values.to)) return usage(`--to ${values.to} is no http(s) URL`);
  if (values.base !== undefined && !isHttp(values.base)) return usage(`--base ${values.base} is no http(s) URL`);
  const date = values.date === undefined ? undefined : parseDate(values.date);
  if (date === null) return usage(`--date ${values.date} is no date`);
  return {
    status: "options",
    options: {
      sources: positionals,
      to: values.to.replace(/\/+$/, ""),
      token: values.token ?? findToken(),
      dryRun: values["dry-run"],
      json: values.json,
      section: values.section?.trim() || undefined,
      tag: values.tag?.trim() || undefined,
      base: values.base,
      date,
      now: new Date().toISOString(),
    },
  };
}

export const isHttp = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? "");

const usage = (problem: string): ParsedOptions => ({ status: "usage", problem });
