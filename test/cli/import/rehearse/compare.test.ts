import { describe, expect, it } from "vitest";
import { type Comparison, compareFeeds } from "../../../../src/cli/import/rehearse/compare.ts";
import type { SeenFeed, SeenItem } from "../../../../src/verify/read/as-reader.ts";

const item = (name: string, more: Partial<SeenItem> = {}): SeenItem => ({
  ...{
    id: name,
    link: `https://a.example/${name}`,
    title: `Title of ${name}`,
    text: `Text of ${name}`,
    enclosures: [],
  },
  published: `2026-03-${String(name.charCodeAt(0) - 90).padStart(2, "0")}T09:00:00.000Z`,
  ...more,
});
const feed = (items: SeenItem[], more: Partial<SeenFeed> = {}): SeenFeed => ({
  format: "RSS",
  title: "Old",
  items,
  ...more,
});
const compare = (old: SeenItem[], ours: SeenItem[], archive: SeenItem[] = []) =>
  compareFeeds(feed(old), feed(ours), archive);

/** The ids of each kind. */
const ids = ({ same, changed, twice, lost, archived, added }: Comparison) => ({
  same: same.map(({ id }) => id),
  changed: changed.map(({ item: { id }, changes }) => [id, ...changes.map(({ field }) => field)]),
  twice: twice.map((one) => [one.item.id, one.ours.id]),
  lost: lost.map(({ id }) => id),
  archived: archived.map(({ id }) => id),
  added: added.map(({ id }) => id),
});
const NONE = { same: [], changed: [], twice: [], lost: [], archived: [], added: [] };

describe("what subscribers would see", () => {
  it("is the same where every field is", () => {
    const both = [item("c"), item("b"), item("a")];
    const comparison = compare(both, both);
    expect(ids(comparison)).toEqual({ ...NONE, same: ["c", "b", "a"] });
    expect([comparison.isInOrder, comparison.feed, comparison.older]).toEqual([true, [], 0]);
  });

  it.each<[string, Partial<SeenItem>, string[]]>([
    ["another link", { link: "https://b.example/a" }, ["link"]],
    ["another title", { title: "Other" }, ["title"]],
    ["another date", { published: "2026-03-08T09:00:00.000Z" }, ["published"]],
    ["the same date, to the second", { published: "2026-03-07T09:00:00.250Z" }, []],
    ["no date any more", { published: null }, ["published"]],
    ["another text", { text: "Text of a, and more" }, ["text"]],
    ["an enclosure less", { enclosures: [{ url: "https://a.example/1.mp3", type: "audio/mpeg" }] }, ["enclosures"]],
  ])("is a change with %s", (_, more, fields) => {
    const { changed, same } = ids(compare([item("a")], [item("a", more)]));
    expect([changed, same]).toEqual(fields.length === 0 ? [[], ["a"]] : [[["a", ...fields]], []]);
  });

  it("is no change where the old feed had no date", () =>
    expect(ids(compare([item("a", { published: null })], [item("a")])).same).toEqual(["a"]));

  it.each([
    ["one link", item("x", { link: "https://a.example/a" })],
    ["a link that is written otherwise", item("x", { link: "http://www.a.example/a/?utm_source=rss" })],
    ["one title at one time", item("x", { title: "Title of a", published: "2026-03-07T10:00:00.000Z" })],
  ])("is twice with another id and %s", (_, other) =>
    expect(ids(compare([item("a")], [other]))).toEqual({ ...NONE, twice: [["a", "x"]] }),
  );

  it("is another story with the same title at another time, or with no title", () => {
    const weekly = (id: string, day: string) =>
      item(id, { title: "Weekly", published: `2026-03-${day}T00:00:00.000Z` });
    expect(ids(compare([weekly("a", "07")], [weekly("x", "14")]))).toEqual({ ...NONE, lost: ["a"], added: ["x"] });
    const blank = { title: "", link: "" };
    expect(ids(compare([item("a", blank)], [item("x", { ...blank, published: item("a").published })]))).toEqual({
      ...NONE,
      lost: ["a"],
      added: ["x"],
    });
  });

  it("is lost where it is nowhere in ours, and not where the archive has it", () => {
    expect(ids(compare([item("b"), item("a")], []))).toEqual({ ...NONE, lost: ["b", "a"] });
    expect(ids(compare([item("b"), item("a")], [item("b")], [item("a")]))).toEqual({
      ...NONE,
      same: ["b"],
      archived: ["a"],
    });
  });

  it("is found changed, or with another id, in the archive, too", () =>
    expect(
      ids(compare([item("b"), item("a")], [], [item("a", { title: "Other" }), item("x", { link: item("b").link })])),
    ).toEqual({
      ...NONE,
      changed: [["a", "title"]],
      twice: [["b", "x"]],
      archived: ["a"],
    }));

  it("is new where the old feed did not have it, and no news where it is older than all of that", () => {
    const comparison = compare([item("c")], [item("d"), item("c"), item("b"), item("a")]);
    expect([ids(comparison).added, comparison.older]).toEqual([["d", "b", "a"], 2]);
  });

  it("tells of another order at the top, by the stories that both have", () => {
    expect(compare([item("c"), item("b"), item("a")], [item("d"), item("c"), item("b")]).isInOrder).toBe(true);
    expect(compare([item("c"), item("b")], [item("b"), item("c")]).isInOrder).toBe(false);
  });

  it("tells of what the feeds say of themselves", () => {
    const ours = feed([], { format: "Atom", title: "Ours", language: "de" });
    expect(compareFeeds(feed([], { language: "en" }), ours, []).feed.map(({ field, ours: is }) => [field, is])).toEqual(
      [
        ["title", "Ours"],
        ["format", "Atom"],
        ["language", "de"],
      ],
    );
    expect(compareFeeds(feed([], { language: "en-GB" }), feed([], { language: "en-gb" }), []).feed).toEqual([]);
  });
});
