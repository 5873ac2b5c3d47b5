import { parseArgs } from "node:util";

export const USAGE = `npm run partners -- COMMAND [--to URL] [--token T] [--json]

  list                       every partner, its feeds and keys
  create SLUG --name NAME    a new partner; then: [--key-in-url] [--requests N] [--bytes N] as for change
  change SLUG                [--name NAME] [--key-in-url | --no-key-in-url] [--requests N a minute] [--bytes N a day]
  suspend SLUG               its keys open nothing, until:
  resume SLUG
  keys SLUG                  its keys, by the part of them that may be seen
  new-key SLUG               [--label TEXT] [--feeds A,B] [--expires TIME]: a key, shown once
  rotate SLUG ID             [--overlap MINUTES]: a new key; the old one ends after the overlap (a day)
  revoke SLUG ID             ends a key at once
  receipts ARTICLE           which partner has which revision of an article, since when
  statement ARTICLE          the same, signed, as JSON
  check FILE                 whether a statement is as the service signed it
  alerts                     partners that do not come, or have not picked up a retraction

  --to URL     the service (http://localhost:8787)
  --token T    its publish token ($PUBLISH_TOKEN, or the line PUBLISH_TOKEN=… in .dev.vars)
  --json       the service's answer as it is, for machines

Exit code: 0 done, 1 refused or not proved, 2 wrong usage, or the service could not be reached.`;

/** How many words each command takes after it. */
const COMMANDS: Record<string, number> = {
  list: 0,
  create: 1,
  change: 1,
  suspend: 1,
  resume: 1,
  keys: 1,
  "new-key": 1,
  rotate: 2,
  revoke: 2,
  receipts: 1,
  statement: 1,
  check: 1,
  alerts: 0,
};

export interface PartnerOptions {
  command: string;
  words: string[];
  to: string;
  token?: string;
  json: boolean;
  /** What `create` and `change` set. */
  settings: Record<string, unknown>;
  /** What `new-key` asks for. */
  key: Record<string, unknown>;
  rotation: Record<string, unknown>;
}

export type Parsed =
  | { status: "help" }
  | { status: "usage"; problem: string }
  | { status: "options"; options: PartnerOptions };

export function parseOptions(args: string[]): Parsed {
  try {
    return read(args);
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

function read(args: string[]): Parsed {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      name: { type: "string" },
      "key-in-url": { type: "boolean" },
      requests: { type: "string" },
      bytes: { type: "string" },
      label: { type: "string" },
      feeds: { type: "string" },
      expires: { type: "string" },
      overlap: { type: "string" },
      to: { type: "string" },
      token: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return { status: "help" };
  const [command = "", ...words] = positionals;
  const wanted = COMMANDS[command];
  if (wanted === undefined) return usage(command === "" ? "what is to be done?" : `"${command}" is no command`);
  if (words.length !== wanted) return usage(`${command} takes ${wanted} ${wanted === 1 ? "argument" : "arguments"}`);
  const numbers = ["requests", "bytes", "overlap"] as const;
  const bad = numbers.find((name) => values[name] !== undefined && !/^\d+$/.test(values[name]));
  if (bad) return usage(`--${bad} ${values[bad]} is no number`);
  if (values.to !== undefined && !/^https?:\/\//.test(values.to)) return usage(`--to ${values.to} is no http(s) URL`);
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const options: PartnerOptions = {
    command,
    words,
    to: (values.to ?? "http://localhost:8787").replace(/\/+$/, ""),
    token: values.token,
    json: values.json ?? false,
    settings: {
      name: values.name,
      key_in_url: values["key-in-url"],
      requests_per_minute: number(values.requests),
      bytes_per_day: number(values.bytes),
    },
    key: {
      label: values.label,
      feeds: values.feeds?.split(",").map((slug) => slug.trim()),
      expires_at: values.expires,
    },
    rotation: { overlap_minutes: number(values.overlap) },
  };
  return { status: "options", options };
}

const usage = (problem: string): Parsed => ({ status: "usage", problem });
