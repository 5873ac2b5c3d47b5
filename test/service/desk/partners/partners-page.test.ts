import { describe, expect, it } from "vitest";
import type { Alert } from "../../../../src/partner/alerts.ts";
import type { Partner } from "../../../../src/partner/partner.ts";
import { type PartnerFeed, PartnersPage } from "../../../../src/service/desk/partners/partners-page.tsx";
import { definitionOf, site, stateOf } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { HOUR, NOW, SESSION } from "../fixtures.ts";

const RADIO: Partner = {
  slug: "radio",
  name: "The radio",
  status: "active",
  key_in_url: false,
  requests_per_minute: 60,
  bytes_per_day: 1_000,
};
const feedOf = (fields: Partial<PartnerFeed> = {}): PartnerFeed => ({
  definition: definitionOf({ slug: "radio-all", title: "For the radio", access: "partner", partner: "radio" }),
  state: stateOf({ edition: 3, entries: 12 }),
  partner: RADIO,
  pickup: { feed: "radio-all", partner: "radio", polled_at: NOW - HOUR, pushed_at: null, edition: 3 },
  leftOut: 0,
  ...fields,
});
const alertOf = (fields: Partial<Alert> = {}): Alert => ({
  id: "1",
  kind: "silent",
  partner: "radio",
  feed: "radio-all",
  article_id: "",
  edition: 0,
  since: NOW - 5 * HOUR,
  raised_at: NOW - 2 * HOUR,
  cleared_at: null,
  delivered_at: null,
  attempts: 0,
  ...fields,
});
const page = (feeds: PartnerFeed[], alerts: Alert[] = [], partners: Partner[] = []) =>
  render(PartnersPage, {
    partners,
    ...{ site, session: SESSION, feeds, families: [], alerts, now: NOW },
    definitions: new Map(feeds.map(({ definition }) => [definition.slug, definition])),
  });
const rows = (html: string, label: string) => {
  const table = html.slice(html.indexOf(`aria-label="${label}"`));
  const body = table.slice(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
  return body
    .split("<tr>")
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => text(cell).trim()));
};

describe("a partner's feed", () => {
  const row = (fields: Partial<PartnerFeed>) => rows(page([feedOf(fields)]), "Partner feeds")[0];
  const USUAL = [
    "For the radio",
    "The radio",
    "standard",
    "3 · 4 hours ago",
    "the current one",
    "1 hour ago",
    "12",
    "0",
  ];
  const usualBut = (cells: Record<number, string>) => USUAL.map((cell, index) => cells[index] ?? cell);
  const pickup = (edition: number) => ({
    feed: "radio-all",
    partner: "radio",
    polled_at: NOW - HOUR,
    pushed_at: null,
    edition,
  });

  it.each([
    ["that is picked up", {}, {}],
    ["whose partner lags behind", { pickup: pickup(2) }, { 4: "edition 2" }],
    ["whose partner is ahead of what we read", { pickup: pickup(4) }, {}],
    ["whose partner came and got nothing", { pickup: pickup(0) }, { 4: "nothing yet" }],
    [
      "whose partner is sent it, and never came",
      { pickup: { ...pickup(3), polled_at: null, pushed_at: NOW - HOUR } },
      { 5: "sent 1 hour ago" },
    ],
    ["whose partner never came", { pickup: undefined }, { 4: "nothing yet", 5: "never" }],
    ["whose partner is suspended", { partner: { ...RADIO, status: "suspended" } }, { 1: "The radio , suspended" }],
    ["whose partner nobody has made", { partner: undefined }, { 1: "radio (not created yet)" }],
    [
      "without an edition",
      { state: undefined, pickup: undefined },
      { 3: "none yet", 4: "nothing yet", 5: "never", 6: "0" },
    ],
    ["of which something is left out", { leftOut: 4 }, { 7: "4" }],
  ] as [string, Partial<PartnerFeed>, Record<number, string>][])("%s", (_, fields, cells) =>
    expect(row(fields)).toEqual(usualBut(cells)),
  );

  it("names its profile, and leads to what its partner's system says of it", () => {
    const definition = definitionOf({
      slug: "msn",
      title: "For MSN",
      access: "partner",
      partner: "msn",
      profile: "msn",
    });
    expect(row({ definition })?.[2]).toBe("msn");
    expect(page([feedOf({ definition })])).toContain('<a href="/desk/partners/feeds/msn">For MSN</a>');
  });
});

describe("the list of partners", () => {
  it.each([
    ["open for the first one", [], '<details open=""><summary>A new partner'],
    ["folded beside others", [RADIO], "<details><summary>A new partner"],
  ] as [string, Partner[], string][])("has a form for one more, %s", (_, partners, html) =>
    expect(page([feedOf()], [], partners)).toContain(html),
  );
});

describe("the alerts on partners", () => {
  it.each([
    [[], "No partner is overdue."],
    [[alertOf()], "One alert is open."],
    [[alertOf(), alertOf({ id: "2" })], "2 alerts are open."],
    [[alertOf({ cleared_at: NOW })], "No partner is overdue."],
  ])("are counted, %#", (alerts, words) => expect(text(page([feedOf()], alerts))).toContain(words));

  it("are none where no feed is for a partner", () => {
    expect(text(page([]))).toContain("No feed is for a partner.");
    expect(text(page([]))).not.toContain("overdue");
  });

  it("say who, what, since when, and what became of the webhook", () => {
    const alerts = [
      alertOf({ attempts: 1 }),
      alertOf({ kind: "retraction", article_id: "a/b", delivered_at: NOW }),
      alertOf({ feed: "gone", partner: "paper", attempts: 3 }),
    ];
    const html = page([feedOf()], alerts);
    expect(rows(html, "Open alerts")).toEqual([
      ["The radio", "For the radio", "has not polled", "5 hours ago", "2 hours ago", "failed once"],
      [
        "The radio",
        "For the radio",
        "has not picked up that a/b was taken back",
        "5 hours ago",
        "2 hours ago",
        "delivered",
      ],
      ["paper", "gone", "has not polled", "5 hours ago", "2 hours ago", "failed 3 times"],
    ]);
    expect(html).toContain('<a href="/desk/articles/a%2Fb">a/b</a>');
    expect(rows(page([feedOf()], [alertOf()]), "Open alerts")[0]?.[5]).toBe("not sent");
  });

  it("that are over are shown apart, the first ten", () => {
    const cleared = Array.from({ length: 14 }, (_, index) => alertOf({ id: String(index), cleared_at: NOW }));
    const html = page([feedOf()], cleared);
    expect(html).not.toContain('aria-label="Open alerts"');
    expect(rows(html, "Alerts that are over")).toHaveLength(10);
  });
});
