import { describe, expect, it } from "vitest";
import { compareFeeds } from "../../../../src/cli/import/rehearse/compare.ts";
import { rehearsalCode, rehearsalJson, rehearsalText } from "../../../../src/cli/import/rehearse/report.ts";
import type { SeenFeed, SeenItem } from "../../../../src/verify/read/as-reader.ts";

const item = (id: string, more: Partial<SeenItem> = {}): SeenItem => ({
  ...{
    id,
    link: `https://a.example/${id}`,
    title: `Title ${id}`,
    published: "2026-03-07T09:00:00Z",
    text: "T",
    enclosures: [],
  },
  ...more,
});
const feed = (items: SeenItem[]): SeenFeed => ({ format: "RSS", title: "F", items });
const of = (old: SeenItem[], ours: SeenItem[]) => ({
  ...{ old: "https://old.example/feed", ours: "http://localhost:8787/feeds/all.rss" },
  comparison: compareFeeds(feed(old), feed(ours), []),
});

describe("a rehearsal's report", () => {
  it("says that nobody would notice, and the code is 0", () => {
    const rehearsal = of(
      [item("1")],
      [item("2", { title: "New", link: "https://a.example/new", published: "2026-03-09T09:00:00Z" }), item("1")],
    );
    expect(rehearsalCode(rehearsal)).toBe(0);
    const text = rehearsalText(rehearsal);
    expect(text).toMatch(/│ the same +│ +1 │/);
    expect(text).toMatch(/│ as new +│ +1 │/);
    expect(text).toMatch(/Nothing would be shown twice, lost or changed\.$/);
  });

  it("names what would be noticed, with where values begin to differ, and the code is 1", () => {
    const long = "The same beginning of a long text ";
    const rehearsal = of(
      [item("1", { text: `${long}old` }), item("2"), item("3")],
      [item("1", { text: `${long}new and more` }), item("x", { link: item("2").link })],
    );
    expect(rehearsalCode(rehearsal)).toBe(1);
    const text = rehearsalText(rehearsal);
    expect(text).toContain(
      "text (37 → 46 characters): “…ning of a long text old” → “…ning of a long text new and more”",
    );
    expect(text).toMatch(/Twice\n {2}Title 2 .*\n {4}old id: 2\n {4}our id: x/);
    expect(text).toMatch(/No more\n {2}Title 3 .*\n {4}id: 3/);
    expect(JSON.parse(rehearsalJson(rehearsal)).comparison.lost).toMatchObject([{ id: "3" }]);
  });

  it("names five of a kind, and nothing that acts on a terminal", () => {
    const lost = Array.from({ length: 7 }, (_, index) => item(`${index}`, { title: `\u001b[31mRed ${index}` }));
    const text = rehearsalText(of(lost, []));
    expect(text).toContain("… and 2 more");
    expect(text).not.toContain("\u001b");
  });
});
