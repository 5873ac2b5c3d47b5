import { counted } from "../../article/counted.ts";
import {
  DEFAULT_SERVICE,
  type ParsedOptions,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";

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

  --to URL     the service (${DEFAULT_SERVICE})
  --token T    its publish token ($PUBLISH_TOKEN, or the line PUBLISH_TOKEN=… in .dev.vars)
  --json       the service's answer as it is, for machines
  --help       this text

Exit code: 0 done, 1 refused or not proved, 2 wrong usage, or the service could not be reached.`;

/** How many words each command takes after it. */
const COMMANDS = {
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
} as const;

export type CommandName = keyof typeof COMMANDS;

export interface PartnerOptions {
  command: CommandName;
  words: string[];
  to: string;
  token?: string;
  json: boolean;
  /** What `create` and `change` set. */
  settings: Record<string, unknown>;
  /** What `new-key` asks for. */
  key: Record<string, unknown>;
  /** What `rotate` asks for. */
  rotation: Record<string, unknown>;
}

export const OPTIONS = {
  name: { type: "string" },
  "key-in-url": { type: "boolean" },
  requests: { type: "string" },
  bytes: { type: "string" },
  label: { type: "string" },
  feeds: { type: "string" },
  expires: { type: "string" },
  overlap: { type: "string" },
  ...SERVICE_OPTIONS,
} as const;

/** What was not given is undefined, and so is left to the service. */
export const parseOptions = (args: string[]): ParsedOptions<PartnerOptions> =>
  parseCommandLine(
    args,
    { allowPositionals: true, allowNegative: true, options: OPTIONS },
    ({ values, positionals: [command = "", ...words] }) => {
      if (!isCommand(command)) return usageProblem(command ? `"${command}" is no command` : "what is to be done?");
      const wanted = COMMANDS[command];
      if (words.length !== wanted) return usageProblem(`${command} takes ${counted(wanted, "argument")}`);
      const problem =
        numberProblem("requests", values.requests) ??
        numberProblem("bytes", values.bytes) ??
        numberProblem("overlap", values.overlap) ??
        urlProblem("to", values.to);
      if (problem) return usageProblem(problem);
      const options: PartnerOptions = {
        command,
        words,
        to: serviceAddress(values.to),
        token: values.token,
        json: values.json ?? false,
        settings: {
          name: values.name,
          key_in_url: values["key-in-url"],
          requests_per_minute: toNumber(values.requests),
          bytes_per_day: toNumber(values.bytes),
        },
        key: {
          label: values.label,
          feeds: values.feeds?.split(",").map((slug) => slug.trim()),
          expires_at: values.expires,
        },
        rotation: { overlap_minutes: toNumber(values.overlap) },
      };
      return { status: "options", options };
    },
  );

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);

const numberProblem = (option: string, value: string | undefined): string | undefined =>
  value === undefined || /^\d+$/.test(value) ? undefined : `--${option} ${value} is no number`;

const toNumber = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
