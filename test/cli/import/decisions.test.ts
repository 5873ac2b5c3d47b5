import { describe, expect, it } from "vitest";
import { decisionsOf } from "../../../src/cli/import/decisions.ts";
import type { ReadItem } from "../../../src/import/source-reading.ts";

describe("decisionsOf", () => {
  const item = (changes: Partial<ReadItem> = {}): ReadItem => ({
    where: "item 1 “Ferry”",
    article: { id: "f-1", url: "https://gazette.example/f", published_at: "2026-03-03T00:00:00Z" },
    notes: [],
    ...changes,
  });
  const facts = "item 1 “Ferry”: 2026-03-03T00:00:00Z, https://gazette.example/f, id f-1";

  it("has nothing to show of a feed's item that is being stored", () =>
    expect(decisionsOf(item({ notes: ["untitled"] }), false)).toEqual([]));

  it("shows what a dry run decided of a feed's item, and its notes", () =>
    expect(decisionsOf(item({ notes: ["untitled", "undated"] }), true)).toEqual([facts, "  untitled", "  undated"]));

  it("names the section, the dateline and the credit where there are some", () =>
    expect(
      decisionsOf(
        item({ article: { id: "f", section: "Local", dateline: "Vardø", credit: { name: "Coast Wire" } } }),
        true,
      ),
    ).toEqual(["item 1 “Ferry”: section Local, dateline Vardø, credit Coast Wire, id f"]));

  it("always shows what each line of a page was taken for", () => {
    const decisions = [
      { line: 1, text: "Home Weather", as: "breadcrumb → section Weather" },
      { line: 120, text: "Ice melts", as: "headline" },
    ];
    expect(decisionsOf(item({ decisions, notes: ["undated"] }), false)).toEqual([
      facts,
      "     1  breadcrumb → section Weather  Home Weather",
      "   120  headline                      Ice melts",
    ]);
  });

  it.each([
    ["60 characters whole", "x".repeat(60), "x".repeat(60)],
    ["longer ones up to 60 with the sign that there was more", "x".repeat(61), `${"x".repeat(59)}…`],
    ["no half of a character", `${"x".repeat(58)}🙂yz`, `${"x".repeat(58)}\uFFFD…`],
  ])("shows %s of a line", (_, text, shown) =>
    expect(decisionsOf(item({ decisions: [{ line: 1, text, as: "text" }] }), false)[1]).toBe(
      `     1  text                          ${shown}`,
    ),
  );

  it("shows what the lines of a page were taken for that was skipped", () =>
    expect(
      decisionsOf(
        { where: "page", reason: "it has no headline", decisions: [{ line: 2, text: "a", as: "text" }] },
        false,
      ),
    ).toEqual(["page: skipped", "     2  text                          a"]));

  it("shows on a dry run that an item is skipped", () =>
    expect(decisionsOf({ where: "item 2", reason: "it has no link" }, true)).toEqual(["item 2: skipped"]));
});
