import type { ReceiptReport } from "../../partner/receipt-report.ts";
import type { components } from "../interface.ts";
import { textTable } from "../text-table.ts";

type Schemas = components["schemas"];
type PartnerKey = Schemas["PartnerKey"];

/** A partner as `GET /api/partners` lists it; alone it has its keys, too. A service of before there were families names none. */
export type ListedPartner = Omit<Schemas["ListedPartner"], "families"> &
  Partial<Pick<Schemas["Partner"], "families" | "keys">>;
export type ShownAlert = Schemas["Alert"];

export const partnersTable = (partners: ListedPartner[]): string =>
  partners.length === 0
    ? "There are no partners yet."
    : textTable(
        ["partner", "name", "status", "feeds", "requests a minute", "bytes a day", "key in URL"],
        partners.map((one) => [
          one.slug,
          one.name,
          one.status,
          [...one.feeds, ...(one.families ?? [])].map(({ urls }) => Object.values(urls).join("\n")).join("\n") ||
            "none is defined for it",
          one.requests_per_minute,
          one.bytes_per_day.toLocaleString("en"),
          one.key_in_url ? "yes" : "no",
        ]),
      );

/** @param now milliseconds */
export const keysTable = (keys: PartnerKey[], now: number): string =>
  keys.length === 0
    ? "It has no keys yet."
    : textTable(
        ["key", "label", "opens", "state", "expires", "last used"],
        keys.map((key) => [
          key.id,
          key.label ?? "",
          key.feeds?.join("\n") ?? "all its feeds",
          stateOf(key, now),
          shortTime(key.expires_at) || "never",
          shortTime(key.last_used_at) || "never",
        ]),
      );

function stateOf({ revoked_at, expires_at }: PartnerKey, now: number): string {
  if (revoked_at !== undefined) return "revoked";
  return expires_at !== undefined && Date.parse(expires_at) <= now ? "expired" : "good";
}

export const receiptsTable = ({ revisions }: ReceiptReport): string =>
  textTable(
    ["revision", "partner", "feed", "says", "published", "state", "since", "by key", "via"],
    revisions.flatMap(({ revision, deliveries, stored_at }) =>
      deliveries.length === 0
        ? [[revision, "–", "–", "nothing to partners", shortTime(stored_at), "", "", "", ""]]
        : deliveries.map((one) => [
            revision,
            one.partner,
            `${one.feed} ${one.edition}`,
            one.what,
            shortTime(one.published_at),
            one.state,
            shortTime(one.received?.at),
            one.received?.key ?? "",
            one.received?.via ?? "",
          ]),
    ),
  );

export const alertsTable = (alerts: ShownAlert[]): string =>
  alerts.length === 0
    ? "There are no alerts."
    : textTable(
        ["alert", "partner", "feed", "article", "since", "raised", "cleared", "webhook"],
        alerts.map((one) => [
          one.kind,
          one.partner,
          one.feed,
          one.article ?? "",
          shortTime(one.since),
          shortTime(one.raised_at),
          shortTime(one.cleared_at) || "no",
          one.webhook.delivered_at ? "delivered" : one.webhook.attempts > 0 ? `${one.webhook.attempts} attempts` : "",
        ]),
      );

/** RFC 3339 without its `T` and fractions, as people read it. */
const shortTime = (time: string | undefined): string => time?.replace("T", " ").replace(/(\.\d+)?Z$/, "Z") ?? "";
