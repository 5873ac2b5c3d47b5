import { describe, expect, it } from "vitest";
import {
  alertsTable,
  keysTable,
  type ListedPartner,
  partnersTable,
  receiptsTable,
  type ShownAlert,
} from "../../../src/cli/partners/tables.ts";
import type { PartnerKey } from "../../../src/partner/partner.ts";
import type { Delivery } from "../../../src/partner/receipt-report.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

/** The table's rows below its head, each a list of its cells' lines. */
const rowsOf = (table: string): string[][] =>
  table
    .split("\n")
    .slice(3)
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .split("│")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const headOf = (table: string): string[] =>
  (table.split("\n")[1] ?? "")
    .split("│")
    .slice(1, -1)
    .map((cell) => cell.trim());

describe("partnersTable", () => {
  const partner: ListedPartner = {
    slug: "radio",
    name: "Harbour Radio",
    status: "active",
    key_in_url: false,
    requests_per_minute: 60,
    bytes_per_day: 300_000_000,
    feeds: [],
  };

  it("says so where there are none", () => expect(partnersTable([])).toBe("There are no partners yet."));

  it("shows each partner with its feeds' URLs and its limits", () => {
    const feeds: ListedPartner["feeds"] = [
      { slug: "a", title: "A", urls: { rss: "https://x/a.rss", atom: "https://x/a.atom", json: "https://x/a.json" } },
    ];
    const table = partnersTable([
      { ...partner, feeds },
      { ...partner, slug: "tv", status: "suspended", key_in_url: true },
    ]);
    expect(headOf(table)).toEqual([
      "partner",
      "name",
      "status",
      "feeds",
      "requests a minute",
      "bytes a day",
      "key in URL",
    ]);
    expect(rowsOf(table)).toEqual([
      ["radio", "Harbour Radio", "active", "https://x/a.rss", "60", "300,000,000", "no"],
      ["", "", "", "https://x/a.atom", "", "", ""],
      ["", "", "", "https://x/a.json", "", "", ""],
      ["tv", "Harbour Radio", "suspended", "none is defined for it", "60", "300,000,000", "yes"],
    ]);
  });
});

describe("keysTable", () => {
  const key = (changes: Partial<PartnerKey> = {}): PartnerKey => ({
    id: "0123456789ab",
    created_at: "2026-01-01T00:00:00Z",
    ...changes,
  });

  it("says so where there are none", () => expect(keysTable([], NOW)).toBe("It has no keys yet."));

  it("shows a key that opens all, never ends and was never used", () =>
    expect(rowsOf(keysTable([key()], NOW))).toEqual([["0123456789ab", "", "all its feeds", "good", "never", "never"]]));

  it("shows what a key opens, until when, and when it was last used", () => {
    const limited = key({
      label: "News desk",
      feeds: ["top", "local"],
      expires_at: "2027-01-01T00:00:00.000Z",
      last_used_at: "2026-11-24T11:00:00Z",
    });
    expect(rowsOf(keysTable([limited], NOW))).toEqual([
      ["0123456789ab", "News desk", "top", "good", "2027-01-01 00:00:00Z", "2026-11-24 11:00:00Z"],
      ["", "", "local", "", "", ""],
    ]);
  });

  it.each([
    ["expired", { expires_at: "2026-11-24T12:00:00Z" }],
    ["good", { expires_at: "2026-11-24T12:00:01Z" }],
    ["revoked", { revoked_at: "2026-11-24T12:00:00Z" }],
    ["revoked", { revoked_at: "2026-11-01T00:00:00Z", expires_at: "2026-11-02T00:00:00Z" }],
  ])("is %s at noon with %j", (state, changes) => expect(rowsOf(keysTable([key(changes)], NOW))[0]?.[3]).toBe(state));
});

describe("receiptsTable", () => {
  const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
    partner: "radio",
    feed: "radio-wire",
    what: "carried",
    edition: 7,
    published_at: "2026-03-03T10:00:00.000Z",
    state: "waiting",
    outdated: [],
    ...changes,
  });
  const table = (deliveries: Delivery[]) =>
    receiptsTable({
      article: "story",
      revisions: [{ revision: 2, stored_at: "2026-03-03T09:59:00Z", deliveries }],
      complete: false,
      waiting: [],
    });

  it("shows who has which revision since when, by which key", () => {
    const received = {
      at: "2026-03-03T10:05:00Z",
      edition: 8,
      key: "0123456789ab",
      status: 200,
      format: "rss",
      via: "push" as const,
    };
    const shown = table([delivery(), delivery({ partner: "tv", what: "retracted", state: "received", received })]);
    expect(headOf(shown)).toEqual([
      "revision",
      "partner",
      "feed",
      "says",
      "published",
      "state",
      "since",
      "by key",
      "via",
    ]);
    expect(rowsOf(shown)).toEqual([
      ["2", "radio", "radio-wire 7", "carried", "2026-03-03 10:00:00Z", "waiting", "", "", ""],
      [
        "2",
        "tv",
        "radio-wire 7",
        "retracted",
        "2026-03-03 10:00:00Z",
        "received",
        "2026-03-03 10:05:00Z",
        "0123456789ab",
        "push",
      ],
    ]);
  });

  it("shows a revision that no partner feed carries", () =>
    expect(rowsOf(table([]))).toEqual([
      ["2", "–", "–", "nothing to partners", "2026-03-03 09:59:00Z", "", "", "", ""],
    ]));
});

describe("alertsTable", () => {
  const alert = (changes: Partial<ShownAlert> = {}): ShownAlert => ({
    id: "1",
    kind: "silent",
    partner: "radio",
    feed: "radio-wire",
    article: undefined,
    edition: undefined,
    since: "2026-03-03T10:00:00Z",
    raised_at: "2026-03-03T11:00:00Z",
    cleared_at: undefined,
    webhook: { delivered_at: undefined, attempts: 0 },
    ...changes,
  });

  it("says so where there are none", () => expect(alertsTable([])).toBe("There are no alerts."));

  it("shows what an alert is about, and whether it is over", () =>
    expect(rowsOf(alertsTable([alert(), alert({ article: "story", cleared_at: "2026-03-03T12:00:00Z" })]))).toEqual([
      ["silent", "radio", "radio-wire", "", "2026-03-03 10:00:00Z", "2026-03-03 11:00:00Z", "no", ""],
      [
        "silent",
        "radio",
        "radio-wire",
        "story",
        "2026-03-03 10:00:00Z",
        "2026-03-03 11:00:00Z",
        "2026-03-03 12:00:00Z",
        "",
      ],
    ]));

  it.each([
    ["", { delivered_at: undefined, attempts: 0 }],
    ["3 attempts", { delivered_at: undefined, attempts: 3 }],
    ["delivered", { delivered_at: "2026-03-03T11:00:01Z", attempts: 4 }],
  ])("tells of its webhook “%s”", (told, webhook) =>
    expect(rowsOf(alertsTable([alert({ webhook })]))[0]?.[7]).toBe(told),
  );
});
