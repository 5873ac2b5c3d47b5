import { parseArgs } from "node:util";
import { findToken } from "./token.ts";
import { checkDocuments } from "./verify/documents.ts";
import { checkPublicFeeds } from "./verify/public.ts";
import { exitCode, type Report, toText } from "./verify/report.ts";
import { checkService } from "./verify/service.ts";

const USAGE = `npm run verify -- [URL or FILE…] [--json] [--token T] [--to URL]

Without arguments: reads back every document of every feed of the running service and compares it with what is stored,
field by field; then proofreads it against the specifications.
With arguments: proofreads anybody's feeds, given as URLs or files. Those that are the formats of one feed are compared
with one another.

  --to URL     the service (http://localhost:8787)
  --token T    its publish token ($PUBLISH_TOKEN, or the line PUBLISH_TOKEN=… in .dev.vars). Without a token nothing
               stored can be read, and the documents are proofread and compared with one another only.
  --json       one JSON object, for machines

Exit code: 0 clean, 1 an error or a discrepancy, 2 wrong usage, or something could not be read. Warnings are shown and do
not fail.`;

const { values, positionals } = readOptions();
const report = await check();
console.log(values.json ? JSON.stringify(report, null, 2) : toText(report));
process.exitCode = exitCode(report);

function check(): Promise<Report> {
  if (positionals.length > 0) return checkDocuments(positionals);
  const base = (values.to ?? "http://localhost:8787").replace(/\/+$/, "");
  const token = values.token ?? findToken();
  return token ? checkService(base, token) : checkPublicFeeds(base);
}

function readOptions() {
  try {
    const options = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        token: { type: "string" },
        to: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (options.values.help) exit(USAGE, 0);
    const { to } = options.values;
    if (to !== undefined && !/^https?:\/\//.test(to)) exit(`--to ${to} is no http(s) URL\n\n${USAGE}`, 2);
    return options;
  } catch (error) {
    return exit(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, 2);
  }
}

function exit(message: string, code: number): never {
  if (code === 0) console.log(message);
  else console.error(message);
  process.exit(code);
}
