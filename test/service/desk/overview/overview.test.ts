import { describe, expect, it } from "vitest";
import { entriesOf, Overview } from "../../../../src/service/desk/overview.tsx";
import type { Refusal } from "../../../../src/service/store/desk.ts";
import type { FeedState } from "../../../../src/service/store/feeds.ts";
import { definitionOf, site, stateOf } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { discrepancyOf, HOUR, NOW, SESSION } from "../fixtures.ts";

type Props = Parameters<typeof Overview>[0];
const overview = (props: Partial<Props> = {}) =>
  render(Overview, {
    site,
    session: SESSION,
    feeds: [],
    families: [],
    ahead: { embargoes: [], expiries: [] },
    refusals: [],
    definitions: new Map([["all", definitionOf()]]),
    owners: new Map(),
    alerts: 0,
    sources: [],
    purges: null,
    hasTakenAddress: false,
    now: NOW,
    ...props,
  });
const feed = (state: FeedState | undefined) => ({ definition: definitionOf(), state });
/** The cells of the only feed's row. */
const row = (state: FeedState | undefined) => {
  const [, body = ""] = /<tbody>(.*?)<\/tbody>/.exec(overview({ feeds: [feed(state)] })) ?? [];
  return [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => text(cell).trim());
};
const refusalOf = (fields: Partial<Refusal> = {}): Refusal => ({
  feed: "all",
  at: NOW - HOUR,
  page: null,
  current: true,
  discrepancies: [discrepancyOf()],
  ...fields,
});

describe("a feed in the overview", () => {
  it.each([
    ["published", stateOf(), ["Everything", "1 · 4 hours ago", "1", "fresh", "verified", "none"]],
    ["that the store does not know yet", undefined, ["Everything", "none yet", "0", "stale", "not yet", ""]],
    [
      "that has no edition yet",
      stateOf({ edition: 0, published_at: 0, entries: 0 }),
      ["Everything", "none yet", "0", "fresh", "not yet", "none"],
    ],
    [
      "that has changed since",
      stateOf({ changed: 2, stale_since: NOW - HOUR }),
      ["Everything", "1 · 4 hours ago", "1", "stale since 1 hour ago", "verified", "none"],
    ],
    [
      "that is selected anew",
      stateOf({ reselect_after: "" }),
      ["Everything", "1 · 4 hours ago", "1", "stale", "verified", "none"],
    ],
    [
      "that is held back",
      stateOf({ refusal: [discrepancyOf(), discrepancyOf()] }),
      ["Everything", "1 · 4 hours ago", "1", "fresh", "refused: 2 discrepancies", "none"],
    ],
    [
      "with an archive",
      stateOf({ pages: 2, linked: 2 }),
      ["Everything", "1 · 4 hours ago", "1", "fresh", "verified", "2 pages"],
    ],
    [
      "with an archive that grows",
      stateOf({ pages: 2, linked: 1 }),
      ["Everything", "1 · 4 hours ago", "1", "fresh", "verified", "1 page, being written"],
    ],
    [
      "with an archive that changes",
      stateOf({ pages: 1, linked: 1, stale_page: 1 }),
      ["Everything", "1 · 4 hours ago", "1", "fresh", "verified", "1 page, being written"],
    ],
  ])("%s", (_, state, cells) => expect(row(state)).toEqual(cells));

  it("that is held back leads to why", () => {
    const html = overview({ feeds: [feed(stateOf({ refusal: [discrepancyOf()] }))], refusals: [refusalOf()] });
    expect(html).toContain('<a class="wrong" href="#refused-all">refused: 1 discrepancy</a>');
    expect(html).toContain('<details open="" id="refused-all">');
  });
});

describe("the overview", () => {
  it("counts the feeds by what is wrong with them", () => {
    const feeds = [stateOf(), stateOf({ changed: 2 }), stateOf({ refusal: [] }), undefined].map(feed);
    expect(text(overview({ feeds }))).toContain("2 of 4 feeds verified, 1 refused, 2 stale.");
    expect(text(overview({ feeds: feeds.slice(0, 1) }))).toContain("1 of 1 feed verified, 0 refused, 0 stale.");
  });

  it.each([
    [0, undefined],
    [1, "1 open alert"],
    [3, "3 open alerts"],
  ])("leads to %i alerts on partners", (alerts, words) => {
    const link = /<a href="\/desk\/partners">([^<]*alert[^<]*)<\/a>/.exec(overview({ alerts }))?.[1];
    expect(link).toBe(words);
  });

  it("says that nothing was refused, waits or ends", () => {
    expect(text(overview())).toMatch(
      /Latest refusals Nothing was kept back\. .* Embargoes ahead No story waits\. Expiries ahead No story ends\./,
    );
  });

  it("tells of each refusal whose it is, when it was, and whether it still holds", () => {
    const refusals = [
      refusalOf(),
      refusalOf({ feed: "gone", current: false, at: NOW - 26 * HOUR }),
      refusalOf({ at: null, page: 3 }),
    ];
    const html = overview({ refusals });
    expect([...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, one = ""]) => text(one))).toEqual([
      "Everything, 1 hour ago : held back, the last good one is served",
      "gone, yesterday : published since",
      "Everything, page 3 of the archive: held back, the last good one is served",
    ]);
    expect([...html.matchAll(/<details([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual([
      ' open="" id="refused-all"',
      "",
      ' open=""',
    ]);
  });

  it("leads to the stories that come, with their feeds", () => {
    const coming = { id: "a/b", title: "<b>", at: NOW + 3 * HOUR, feeds: ["all", "sport"] };
    const html = overview({ ahead: { embargoes: [coming], expiries: [] } });
    expect(html).toContain('<a href="/desk/articles/a%2Fb" dir="auto">&lt;b&gt;</a>');
    expect(text(html).replaceAll("\u202F", " ")).toContain("in 3 hours, March 1, 2026, 3:00 PM UTC · all, sport");
  });
});

describe("the entries that refusals name", () => {
  it("are each named once; of a feed itself there is none", () => {
    const [a, b, itself] = [discrepancyOf(), discrepancyOf({ entry: "tag:b" }), discrepancyOf({ entry: undefined })];
    expect(entriesOf([refusalOf({ discrepancies: [a, itself, b] }), refusalOf({ discrepancies: [b, a] })])).toEqual([
      "tag:gazette.example,2026:a",
      "tag:b",
    ]);
    expect(entriesOf([])).toEqual([]);
  });
});

describe("purges of the edge in the overview", () => {
  const purges = { at: NOW, tokens: 25, granted: 40, refused: 0, refused_at: null };

  it("are not there where no cache takes them", () => expect(text(overview())).not.toContain("Purges"));

  it("are counted", () => expect(text(overview({ purges }))).toContain("Purges of the edge : 40 granted, 0 refused"));

  it("that were refused say what becomes of copies", () => {
    const page = text(overview({ purges: { ...purges, refused: 2, refused_at: NOW - HOUR } }));
    expect(page).toContain("40 granted, 2 refused, the last 1 hour ago . Copies end by their age, within 13 seconds");
  });
});
