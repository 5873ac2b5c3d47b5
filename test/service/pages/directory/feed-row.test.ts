import { describe, expect, it } from "vitest";
import { type DirectoryFacts, FeedRow } from "../../../../src/service/pages/directory/feed-row.tsx";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { definitionOf, site, stateOf } from "../fixtures.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const HOUR = 3_600_000;
const factsOf = (facts: Partial<DirectoryFacts> = {}): DirectoryFacts => ({
  states: new Map(),
  changes: new Map(),
  now: NOW,
  ...facts,
});
const row = (facts: DirectoryFacts, input = {}) => render(FeedRow, { site, feed: definitionOf(input), facts });

describe("a feed in the directory", () => {
  it("that was never published has no rhythm, and says so", () => {
    expect(text(row(factsOf()))).toBe(
      " Everything All the news No stories yet, full text Not published yet RSS Atom JSON Feed ",
    );
  });

  it("tells when its last story changed, with no rhythm where that is the only one", () => {
    const facts = factsOf({ states: new Map([["all", stateOf()]]), changes: new Map([["all", [NOW - 2 * HOUR]]]) });
    expect(text(row(facts))).toMatch(/ 1 story, full text The last 2 hours ago Proofread 4 hours ago /);
  });

  it("tells its rhythm where there are more", () => {
    const changes = [NOW - HOUR, NOW - 4 * HOUR, NOW - 7 * HOUR];
    expect(text(row(factsOf({ changes: new Map([["all", changes]]) })))).toContain(
      "Several stories a day, the last 1 hour ago",
    );
  });

  it("looks at its own facts only", () => {
    const facts = factsOf({ states: new Map([["other", stateOf()]]), changes: new Map([["other", [NOW, 0]]]) });
    expect(row(facts)).toBe(row(factsOf()));
  });

  it("sets its words in its own language, and leads to its page and its documents", () => {
    const html = row(factsOf(), { slug: "arabic", title: "الأخبار", description: "كل الأخبار", language: "ar" });
    expect(html).toContain('<h3 lang="ar" dir="rtl"><a href="/feeds/arabic">الأخبار</a></h3>');
    expect(html).toContain('<p class="dek" lang="ar" dir="rtl">كل الأخبار</p>');
    expect([...html.matchAll(/href="(https:[^"]+)"/g)].map(([, href]) => href)).toEqual([
      "https://feeds.example/feeds/arabic.rss",
      "https://feeds.example/feeds/arabic.atom",
      "https://feeds.example/feeds/arabic.json",
    ]);
  });
});
