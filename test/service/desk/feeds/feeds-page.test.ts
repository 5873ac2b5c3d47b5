import { describe, expect, it } from "vitest";
import { entriesOf, FeedsPage } from "../../../../src/service/desk/feeds/feeds-page.tsx";
import type { Refusal } from "../../../../src/service/store/desk.ts";
import type { FeedState } from "../../../../src/service/store/feeds.ts";
import { definitionOf, site, stateOf } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { mainOf, text } from "../browser.ts";
import { discrepancyOf, HOUR, NOW, SESSION } from "../fixtures.ts";

type Props = Parameters<typeof FeedsPage>[0];
const feedsPage = (props: Partial<Props> = {}) =>
  render(FeedsPage, {
    site,
    session: SESSION,
    feeds: [],
    families: [],
    refusals: [],
    definitions: new Map([["all", definitionOf()]]),
    owners: new Map(),
    purges: null,
    now: NOW,
    ...props,
  });
const feed = (state: FeedState | undefined) => ({ definition: definitionOf(), state });
/** The cells of the only feed's row. */
const row = (state: FeedState | undefined) => {
  const [, body = ""] = /<tbody>(.*?)<\/tbody>/.exec(feedsPage({ feeds: [feed(state)] })) ?? [];
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

describe("a feed among the feeds", () => {
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
    const html = feedsPage({ feeds: [feed(stateOf({ refusal: [discrepancyOf()] }))], refusals: [refusalOf()] });
    expect(html).toContain('<a class="wrong" href="#refused-all">refused: 1 discrepancy</a>');
    expect(html).toContain('<details open="" id="refused-all">');
  });
});

describe("the feeds' page", () => {
  it("counts the feeds by what is wrong with them", () => {
    const feeds = [stateOf(), stateOf({ changed: 2 }), stateOf({ refusal: [] }), undefined].map(feed);
    expect(text(feedsPage({ feeds }))).toContain("2 of 4 feeds verified, 1 refused, 2 stale.");
    expect(text(feedsPage({ feeds: feeds.slice(0, 1) }))).toContain("1 of 1 feed verified, 0 refused, 0 stale.");
  });

  it("says that nothing was refused", () => {
    expect(text(feedsPage())).toContain("Latest refusals Nothing was kept back. Every edition came back");
  });

  it("tells of each refusal whose it is, when it was, and whether it still holds", () => {
    const refusals = [
      refusalOf(),
      refusalOf({ feed: "gone", current: false, at: NOW - 26 * HOUR }),
      refusalOf({ at: null, page: 3 }),
    ];
    const html = feedsPage({ refusals });
    expect([...mainOf(html).matchAll(/<summary>(.*?)<\/summary>/g)].map(([, one = ""]) => text(one))).toEqual([
      "Everything, 1 hour ago : held back, the last good one is served",
      "gone, yesterday : published since",
      "Everything, page 3 of the archive: held back, the last good one is served",
    ]);
    expect([...mainOf(html).matchAll(/<details([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual([
      ' open="" id="refused-all"',
      "",
      ' open=""',
    ]);
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

describe("purges of the edge on the feeds' page", () => {
  const purges = { at: NOW, tokens: 25, granted: 40, refused: 0, refused_at: null };

  it("are not there where no cache takes them", () => expect(text(feedsPage())).not.toContain("Purges"));

  it("are counted", () => expect(text(feedsPage({ purges }))).toContain("Purges of the edge : 40 granted, 0 refused"));

  it("that were refused say what becomes of copies", () => {
    const page = text(feedsPage({ purges: { ...purges, refused: 2, refused_at: NOW - HOUR } }));
    expect(page).toContain("40 granted, 2 refused, the last 1 hour ago . Copies end by their age, within 13 seconds");
  });
});
