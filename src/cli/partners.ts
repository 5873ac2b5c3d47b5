import { readFile } from "node:fs/promises";
import type { PartnerKey } from "../partner/partner.ts";
import type { ReceiptReport } from "../partner/receipt-report.ts";
import { isSignedBy } from "../partner/signed-by.ts";
import type { PublicKey, SignedStatement } from "../partner/statement.ts";
import { type PartnerOptions, parseOptions, USAGE } from "./partners/options.ts";
import {
  alertsTable,
  keysTable,
  type Listed,
  partnersTable,
  receiptsTable,
  type ShownAlert,
} from "./partners/tables.ts";
import { findToken } from "./token.ts";

const parsed = parseOptions(process.argv.slice(2));
if (parsed.status === "help") {
  console.log(USAGE);
} else if (parsed.status === "usage") {
  console.error(`${parsed.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(parsed.options);
}

interface Answer {
  status: number;
  body: unknown;
}

/** What a command asks of the service, and how its answer reads. */
interface Command {
  method: string;
  path: string;
  body?: unknown;
  show(body: never): string;
}

async function run(options: PartnerOptions): Promise<number> {
  try {
    if (options.command === "check") return await check(options);
    const command = toCommand(options);
    const answer = await ask(options, command);
    if (answer.status >= 400) {
      console.error(refusal(answer));
      return 1;
    }
    console.log(options.json ? JSON.stringify(answer.body, null, 2) : command.show(answer.body as never));
    return 0;
  } catch (error) {
    const unreachable = error instanceof TypeError && error.message === "fetch failed";
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `wireproof: ${unreachable ? `nothing answers on ${options.to}: start it with \`npm start\`` : reason}`,
    );
    return 2;
  }
}

function toCommand({ command, words, settings, key, rotation }: PartnerOptions): Command {
  const [slug = "", id = ""] = words.map(encodeURIComponent);
  const partner = `/api/partners/${slug}`;
  const showPartner = (one: Listed) => partnersTable([one]);
  const change = (body: unknown): Command => ({ method: "PATCH", path: partner, body, show: showPartner });
  const commands: Record<string, Command> = {
    list: {
      method: "GET",
      path: "/api/partners",
      show: (body: { partners: Listed[] }) => partnersTable(body.partners),
    },
    create: { method: "POST", path: "/api/partners", body: { ...settings, slug: words[0] }, show: showPartner },
    change: change(settings),
    suspend: change({ status: "suspended" }),
    resume: change({ status: "active" }),
    keys: {
      method: "GET",
      path: `${partner}/keys`,
      show: (body: { keys: PartnerKey[] }) => keysTable(body.keys, Date.now()),
    },
    "new-key": { method: "POST", path: `${partner}/keys`, body: key, show: showKey },
    rotate: { method: "POST", path: `${partner}/keys/${id}/rotate`, body: rotation, show: showKey },
    revoke: { method: "DELETE", path: `${partner}/keys/${id}`, show: () => "The key opens nothing any more." },
    receipts: { method: "GET", path: `/api/articles/${slug}/receipts`, show: showReceipts },
    statement: {
      method: "GET",
      path: `/api/articles/${slug}/receipts/statement`,
      show: (body) => JSON.stringify(body, null, 2),
    },
    alerts: {
      method: "GET",
      path: "/api/partners/alerts",
      show: (body: { alerts: ShownAlert[] }) => alertsTable(body.alerts),
    },
  };
  const found = commands[command];
  if (!found) throw new Error(`"${command}" is no command`);
  return found;
}

/** The key alone on its line, so that a script can take it; what is to be known of it beside it. */
function showKey({ key, overlap_ends }: { key: string; overlap_ends?: string }): string {
  console.error(
    `This is the only time that the key is shown.${overlap_ends ? ` The old one ends ${overlap_ends}.` : ""}`,
  );
  return key;
}

function showReceipts(report: ReceiptReport): string {
  const state = report.complete
    ? "Every partner has what its feed says now."
    : `Not yet: ${report.waiting.join(", ")}.`;
  return `${receiptsTable(report)}\n${state}`;
}

async function ask({ to, ...options }: PartnerOptions, { method, path, body }: Command): Promise<Answer> {
  const token = options.token ?? findToken();
  if (!token)
    throw new Error("there is no publish token: give --token, set PUBLISH_TOKEN, or let `npm start` write .dev.vars");
  const response = await fetch(to + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

function refusal({ body }: Answer): string {
  const { detail, problems = [] } = body as { detail?: string; problems?: { path: string; detail: string }[] };
  return [`wireproof: ${detail}`, ...problems.map((problem) => `  ${problem.path} ${problem.detail}`)].join("\n");
}

/** A statement is proved by the public key alone: anybody can do this, without a token. */
async function check({ to, words: [file = ""] }: PartnerOptions): Promise<number> {
  const statement = JSON.parse(await readFile(file, "utf8")) as SignedStatement;
  const response = await fetch(`${to}/.well-known/wireproof-keys.json`);
  const { keys } = (await response.json()) as { keys: PublicKey[] };
  const good = await isSignedBy(statement, keys);
  console.log(good ? `Signed by ${to}, and unchanged.` : `NOT as ${to} signed it.`);
  return good ? 0 : 1;
}
