import { describe, expect, it } from "vitest";
import { asJson, asText, decisionsOf } from "../../../src/cli/import/report.ts";
import type { ReadItem } from "../../../src/import/source-reading.ts";
import { result } from "./results.ts";

describe("asText", () => {
  it("draws a row for each source, and their sum", () =>
    expect(
      asText(
        [
          result({ read: 12, stored: 10, unchanged: 1, skipped: [{ where: "item 3", reason: "it has no link" }] }),
          result({ name: "b", kind: "page text", read: 1, stored: 1 }),
        ],
        false,
      ),
    ).toBe(
      `┌───────────┬───────────┬──────┬────────┬───────────┬─────────┐
│ source    │ kind      │ read │ stored │ unchanged │ skipped │
├───────────┼───────────┼──────┼────────┼───────────┼─────────┤
│ feed.xml  │ rss       │   12 │     10 │         1 │       1 │
├───────────┼───────────┼──────┼────────┼───────────┼─────────┤
│ b         │ page text │    1 │      1 │         0 │       0 │
├───────────┼───────────┼──────┼────────┼───────────┼─────────┤
│ 2 sources │           │   13 │     11 │         1 │       1 │
└───────────┴───────────┴──────┴────────┴───────────┴─────────┘

Skipped
  feed.xml
    item 3: it has no link`,
    ));

  it("is one source where it is one", () => expect(asText([result()], false)).toContain("│ 1 source "));

  it("has decisions first, then the table, what was not done, the notes and the skips", () => {
    const everything = result({
      details: ["item 1: id x", "  untitled"],
      notes: [{ note: "untitled", times: 1 }],
      skipped: [{ where: "item 2", reason: "it has no link" }],
    });
    const [decisions, table, dry, notes, skips, ...more] = asText([everything, result()], true).split("\n\n");
    expect([decisions, dry, notes, skips, more]).toEqual([
      "feed.xml\n  item 1: id x\n    untitled",
      "A dry run: nothing was stored.",
      "Notes (× items)\n  feed.xml\n    untitled ×1",
      "Skipped\n  feed.xml\n    item 2: it has no link",
      [],
    ]);
    expect(table).toContain("│ would be stored │");
  });

  it("lets nothing that was imported act on the terminal", () => {
    const hostile = result({
      name: "\u001b[2J.xml",
      details: ["item 1 “\u001b]0;x\u0007”"],
      skipped: [{ where: "item \u009b31m", reason: "it \r is bad" }],
    });
    expect(asText([hostile], false)).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe("asJson", () => {
  it("has every source as it is, and their sum", () => {
    const sources = [
      result({ title: "The Gazette", skipped: [{ where: "item 1", reason: "it has no link" }] }),
      result({ read: 3, stored: 1, unchanged: 2 }),
    ];
    expect(JSON.parse(asJson(sources))).toEqual({
      sources: JSON.parse(JSON.stringify(sources)),
      total: { read: 5, stored: 3, unchanged: 2, skipped: 1 },
    });
  });

  it("sums up nothing as zeros", () =>
    expect(JSON.parse(asJson([]))).toEqual({
      sources: [],
      total: { read: 0, stored: 0, unchanged: 0, skipped: 0 },
    }));
});

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
