import { isObject } from "../../import/values/json.ts";
import type { PartnerKey } from "../../partner/partner.ts";
import type { ReceiptReport } from "../../partner/receipt-report.ts";
import type { CommandName, PartnerOptions } from "./options.ts";
import { subscribersText } from "./subscribers.ts";
import { alertsTable, keysTable, type ListedPartner, partnersTable, receiptsTable, type ShownAlert } from "./tables.ts";

/** What a command asks of the service, and how the answer reads. */
export interface PartnerCommand {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** Becomes JSON. */
  body?: unknown;
  /** Null: this is not how a Wireproof service answers. */
  show(answer: unknown): CommandResult | null;
}

export interface CommandResult {
  /** The result, which a script may take. */
  text: string;
  /** What a person should know beside it. */
  note?: string;
}

/** A statement is checked on this machine; all others ask the service. */
export type AskingCommand = Exclude<CommandName, "check">;

/** @param now milliseconds: which keys have expired */
export function toCommand(
  command: AskingCommand,
  options: Omit<PartnerOptions, "command">,
  now: number,
): PartnerCommand {
  const { words } = options;
  const [slug = "", id = ""] = words.map(encodeURIComponent);
  const partner = `/api/partners/${slug}`;
  const receipts = `/api/articles/${slug}/receipts`;
  const change = (body: unknown): PartnerCommand => ({ method: "PATCH", path: partner, body, show: showPartner });
  const commands: Record<AskingCommand, PartnerCommand> = {
    list: { method: "GET", path: "/api/partners", show: showList("partners", partnersTable) },
    create: {
      method: "POST",
      path: "/api/partners",
      body: { ...options.settings, slug: words[0] },
      show: showPartner,
    },
    change: change(options.settings),
    suspend: change({ status: "suspended" }),
    resume: change({ status: "active" }),
    keys: {
      method: "GET",
      path: `${partner}/keys`,
      show: showList("keys", (keys: PartnerKey[]) => keysTable(keys, now)),
    },
    "new-key": { method: "POST", path: `${partner}/keys`, body: options.key, show: showKey },
    rotate: { method: "POST", path: `${partner}/keys/${id}/rotate`, body: options.rotation, show: showKey },
    revoke: {
      method: "DELETE",
      path: `${partner}/keys/${id}`,
      show: () => ({ text: "The key opens nothing any more." }),
    },
    receipts: { method: "GET", path: receipts, show: showReceipts },
    statement: { method: "GET", path: `${receipts}/statement`, show: showJson },
    alerts: {
      method: "GET",
      path: "/api/partners/alerts",
      show: showList("alerts", (alerts: ShownAlert[]) => alertsTable(alerts)),
    },
  };
  return commands[command];
}

export const showJson = (answer: unknown): CommandResult => ({ text: JSON.stringify(answer, null, 2) });

const showList =
  <T>(name: string, table: (list: T[]) => string) =>
  (answer: unknown): CommandResult | null =>
    isObject(answer) && Array.isArray(answer[name]) ? { text: table(answer[name]) } : null;

const showPartner = (answer: unknown): CommandResult | null =>
  isPartner(answer) ? { text: partnersTable([answer]) } : null;

/** The key stands alone, so that a script can take it. */
function showKey(answer: unknown): CommandResult | null {
  if (!isObject(answer) || typeof answer.key !== "string") return null;
  const end = typeof answer.overlap_ends === "string" ? ` The old one ends ${answer.overlap_ends}.` : "";
  return { text: answer.key, note: `This is the only time that the key is shown.${end}` };
}

function showReceipts(answer: unknown): CommandResult | null {
  if (!isReceiptReport(answer)) return null;
  const state =
    answer.waiting.length === 0
      ? "Every partner has what its feed says now."
      : `Not yet: ${answer.waiting.join(", ")}.`;
  return { text: [receiptsTable(answer), state, subscribersText(answer)].filter((part) => part !== "").join("\n") };
}

const isPartner = (value: unknown): value is ListedPartner =>
  isObject(value) && typeof value.slug === "string" && Array.isArray(value.feeds);

const isReceiptReport = (value: unknown): value is ReceiptReport =>
  isObject(value) && Array.isArray(value.revisions) && Array.isArray(value.waiting);
