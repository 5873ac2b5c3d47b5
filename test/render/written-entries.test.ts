import { describe, expect, it, test } from "vitest";
import type { Entry, Feed } from "../../src/feed/feed.ts";
import { render } from "../../src/render/render.ts";
import { WrittenEntries } from "../../src/render/written-entries.ts";
import { bareEntry, bareFeed, deletedEntry, partnerFeed, plainEntry, sampleFeed } from "../verify/sample.ts";

/** Writes entries as their ids, and tells which. */
function writing() {
  const asked: string[][] = [];
  const write = (entries: Entry[]) => {
    asked.push(entries.slice(1).map(({ id }) => id));
    return { head: `${asked.length}:`, entries: entries.map(({ id }) => `<${id}>`), foot: "." };
  };
  return { asked, write };
}

const entry = (id: string): Entry => ({ ...plainEntry, id });
const feedOf = (...entries: Entry[]): Feed => ({ ...bareFeed, language: "en", entries });

describe("an entry", () => {
  it("is written once, whatever feeds it stands in", () => {
    const { asked, write } = writing();
    const written = new WrittenEntries();
    const [a, b, c] = [entry("a"), entry("b"), entry("c")];
    expect(written.partsOf(feedOf(a, b), write)).toEqual({ head: "1:", entries: ["<a>", "<b>"], foot: "." });
    expect(written.partsOf(feedOf(c, b, a), write)).toEqual({ head: "2:", entries: ["<c>", "<b>", "<a>"], foot: "." });
    expect(asked).toEqual([["a", "b"], ["c"]]);
  });

  it("is written anew in another language, and where it is another object", () => {
    const { asked, write } = writing();
    const written = new WrittenEntries();
    const a = entry("a");
    for (const feed of [feedOf(a), { ...feedOf(a), language: "de" }, feedOf({ ...a })]) written.partsOf(feed, write);
    expect(asked).toEqual([["a"], ["a"], ["a"]]);
  });

  it("may stand twice in a feed", () => {
    const a = entry("a");
    expect(new WrittenEntries().partsOf(feedOf(a, a), writing().write).entries).toEqual(["<a>", "<a>"]);
  });
});

test.each<[string, Feed]>([
  ["every field", sampleFeed],
  ["a partner's fields", partnerFeed],
  [
    "times that are the same",
    { ...bareFeed, entries: [bareEntry, plainEntry].map((one) => ({ ...one, updated: "2026-02-28T08:00:00Z" })) },
  ],
  ["tombstones", { ...bareFeed, entries: [bareEntry, deletedEntry] }],
])("a document has the bytes that it has where nothing was written before: %s", (_, feed) => {
  const others = { ...feed, entries: feed.entries.toReversed() };
  render(others);
  expect(render(feed)).toEqual(render({ ...feed, entries: feed.entries.map((one) => structuredClone(one)) }));
});
