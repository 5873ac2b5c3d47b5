import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { changesBetween, type Manifest, manifestOf } from "../../src/edition/manifest.ts";
import type { StoredArticle } from "../../src/feed/entry.ts";
import type { Entry } from "../../src/feed/feed.ts";
import { bareEntry, fullEntry, plainEntry, sampleFeed } from "../verify/sample.ts";

const storedAs = (entryId: string, id: string, revision: number): StoredArticle => ({
  entryId,
  article: { id } as Article,
  revision,
  published: 0,
  updated: 0,
});

/** The hash of one entry. */
function hashOf(entry: Entry): string {
  const [line] = manifestOf({ ...sampleFeed, entries: [entry] }, [storedAs(entry.id, "a", 1)]);
  return line?.[1] ?? "";
}

describe("a manifest", () => {
  it("names each entry in the feed's order, with its article and revision", () => {
    const articles = [
      storedAs(plainEntry.id, "plain", 3),
      storedAs(fullEntry.id, "full", 1),
      storedAs("tag:gazette.example,2026:elsewhere", "not in the feed", 9),
      storedAs(bareEntry.id, "bare", 2),
    ];
    expect(manifestOf(sampleFeed, articles)).toEqual([
      [fullEntry.id, hashOf(fullEntry), "full", 1],
      [bareEntry.id, hashOf(bareEntry), "bare", 2],
      [plainEntry.id, hashOf(plainEntry), "plain", 3],
    ]);
  });

  it("of a feed without entries is empty", () => {
    expect(manifestOf({ ...sampleFeed, entries: [] }, [storedAs("a", "a", 1)])).toEqual([]);
  });

  it("is of articles that the feed was made of, or there is a bug", () => {
    expect(() => manifestOf(sampleFeed, [storedAs(fullEntry.id, "full", 1)])).toThrow(
      `the entry ${bareEntry.id} is of none of the articles`,
    );
  });

  it("keeps its hashes: those that are stored are compared with new ones", () => {
    expect(hashOf({ ...bareEntry })).toBe("16v0q4etwlc");
  });

  it.each<[string, Partial<Entry>]>([
    ["its title", { title: "In brief." }],
    ["its summary", { summary: "At length" }],
    ["its body", { content_html: "<p>In brief</p>" }],
    ["its address", { url: "https://gazette.example/2026/brief-2" }],
    ["when it was updated", { updated: "2026-02-28T08:00:01Z" }],
    ["an author", { authors: [{ name: "Ada" }] }],
    ["a picture's credit", { images: [{ url: "https://x.example/1.jpg", type: "image/jpeg", credit: "Bo" }] }],
    ["that it was taken back", { deleted: { at: "2026-03-01T00:00:00Z" } }],
    ["until when it may be shown", { expires: "2026-04-01T00:00:00Z" }],
  ])("has another hash where an entry changed: %s", (_, change) => {
    expect(hashOf({ ...bareEntry, ...change })).not.toBe(hashOf(bareEntry));
  });

  it("tells apart entries that differ in one letter", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), (title, at) => {
        const index = at % title.length;
        const other = `${title.slice(0, index)}\u0416${title.slice(index + 1)}`;
        fc.pre(other !== title);
        expect(hashOf({ ...bareEntry, title })).not.toBe(hashOf({ ...bareEntry, title: other }));
      }),
    );
  });

  it("has no two hashes alike among ten thousand entries", () => {
    const hashes = Array.from({ length: 10_000 }, (_, index) => hashOf({ ...bareEntry, title: `Story ${index}` }));
    expect(new Set(hashes).size).toBe(10_000);
  });
});

const line = (id: string, hash = "h"): Manifest[number] => [id, hash, id, 1];

describe("changes between two editions", () => {
  it.each<[string, Manifest, Manifest, ReturnType<typeof changesBetween>]>([
    ["of nothing and nothing are none", [], [], { added: [], changed: [], removed: [] }],
    [
      "of the first edition are all its entries, in its order",
      [],
      [line("b"), line("a")],
      { added: ["b", "a"], changed: [], removed: [] },
    ],
    [
      "of an emptied feed are all that it had, in the old order",
      [line("b"), line("a")],
      [],
      { added: [], changed: [], removed: ["b", "a"] },
    ],
    [
      "of each kind are told apart",
      [line("stays"), line("moves", "1"), line("goes")],
      [line("comes"), line("moves", "2"), line("stays")],
      { added: ["comes"], changed: ["moves"], removed: ["goes"] },
    ],
    [
      "in order alone are none",
      [line("a"), line("b")],
      [line("b"), line("a")],
      { added: [], changed: [], removed: [] },
    ],
    [
      "in the revision alone are none: readers see the same",
      [["a", "h", "article", 1]],
      [["a", "h", "article", 2]],
      { added: [], changed: [], removed: [] },
    ],
  ])("%s", (_, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
  });

  const manifest = fc
    .uniqueArray(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.constantFrom("1", "2")), { selector: ([id]) => id })
    .map((lines): Manifest => lines.map(([id, hash]) => line(id, hash)));

  test("applied to the entries before, they give the entries after", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const { added, changed, removed } = changesBetween(before, after);
        const hashes = new Map(after.map(([id, hash]) => [id, hash]));
        const patched = new Map(before.filter(([id]) => !removed.includes(id)).map(([id, hash]) => [id, hash]));
        for (const id of [...added, ...changed]) patched.set(id, hashes.get(id) ?? "");
        expect(patched).toEqual(hashes);
      }),
    );
  });

  test("backwards, what was added is removed, and what changed has changed", () => {
    fc.assert(
      fc.property(manifest, manifest, (before, after) => {
        const there = changesBetween(before, after);
        const back = changesBetween(after, before);
        expect([back.added, back.removed]).toEqual([there.removed, there.added]);
        expect([...back.changed].sort()).toEqual([...there.changed].sort());
      }),
    );
  });
});
