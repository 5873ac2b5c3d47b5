import { describe, expect, it } from "vitest";
import { asJson, asText } from "../../../src/cli/import/report.ts";
import { result, runOf } from "./results.ts";

describe("asText", () => {
  it("draws a row for each source, and their sum", () =>
    expect(
      asText(
        runOf([
          result({ read: 12, stored: 10, unchanged: 1, skipped: [{ where: "item 3", reason: "it has no link" }] }),
          result({ name: "b", kind: "page text", read: 1, stored: 1 }),
        ]),
      ),
    ).toBe(
      `┌───────────┬───────────┬──────┬────────┬───────────┬───────────┬─────────┬─────────────┐
│ source    │ kind      │ read │ stored │ unchanged │ not shown │ skipped │ passed over │
├───────────┼───────────┼──────┼────────┼───────────┼───────────┼─────────┼─────────────┤
│ feed.xml  │ rss       │   12 │     10 │         1 │         0 │       1 │           0 │
├───────────┼───────────┼──────┼────────┼───────────┼───────────┼─────────┼─────────────┤
│ b         │ page text │    1 │      1 │         0 │         0 │       0 │           0 │
├───────────┼───────────┼──────┼────────┼───────────┼───────────┼─────────┼─────────────┤
│ 2 sources │           │   13 │     11 │         1 │         0 │       1 │           0 │
└───────────┴───────────┴──────┴────────┴───────────┴───────────┴─────────┴─────────────┘

Skipped
  item 3 in feed.xml: it has no link`,
    ));

  it("is one source where it is one", () => expect(asText(runOf([result()]))).toContain("│ 1 source "));

  it("has decisions first, then the table, what was not done, the notes, what is not shown or no story, and the skips", () => {
    const everything = result({
      details: ["item 1: id x", "  untitled"],
      notes: [{ note: "untitled", times: 1, where: "item 1" }],
      hidden: [{ where: "item 1", why: "expired" }],
      passedOver: [{ where: "item 4", reason: "it is a comment", isNoStory: true }],
      skipped: [{ where: "item 2", reason: "it has no link" }],
    });
    const text = asText(runOf([everything, result()], { dryRun: true, said: ["Nobody was asked."] }));
    const [decisions, table, dry, said, notes, hidden, passed, skips, ...more] = text.split("\n\n");
    expect([decisions, dry, said, notes, hidden, passed, skips, more]).toEqual([
      "feed.xml\n  item 1: id x\n    untitled",
      "A dry run: nothing was stored.",
      "Nobody was asked.",
      "Notes (× items)\n  untitled ×1 (item 1 in feed.xml)",
      "Stored, and not shown\n  item 1 in feed.xml: expired",
      "Passed over: no stories\n  item 4 in feed.xml: it is a comment",
      "Skipped\n  item 2 in feed.xml: it has no link",
      [],
    ]);
    expect(table).toContain("│ would be stored │");
  });

  it("has one row for a folder of many files, with what they were read as", () => {
    const files = Array.from({ length: 30 }, (_, index) => `content/${index}.md`);
    const sources = [...files.map((name) => result({ name, kind: "markdown" as const })), result({ name: "feed.xml" })];
    const text = asText(runOf(sources, { folders: new Map([["content", files]]) }));
    const rows = text.split("\n").filter((line) => line.startsWith("│"));
    expect(rows.map((row) => row.replaceAll(/\s+/g, " "))).toEqual([
      "│ source │ kind │ read │ stored │ unchanged │ not shown │ skipped │ passed over │",
      "│ content │ markdown ×30 │ 60 │ 60 │ 0 │ 0 │ 0 │ 0 │",
      "│ feed.xml │ rss │ 2 │ 2 │ 0 │ 0 │ 0 │ 0 │",
      "│ 31 sources │ │ 62 │ 62 │ 0 │ 0 │ 0 │ 0 │",
    ]);
  });

  it("fits a screen or two, whatever 20,000 items are: the rest is said to be in --json", () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `item ${index}`);
    const text = asText(
      runOf(
        items.map((where) =>
          result({
            name: `a/${where}.md`,
            details: [`${where}: decided`],
            hidden: [{ where, why: "withheld: it is a draft" }],
            passedOver: [{ where, reason: "a picture", isNoStory: true }],
            skipped: [{ where, reason: `it has the same id as “${where}”` }],
            sharedUrls: [{ url: `https://g.example/${where}`, where, other: where }],
            notes: [{ note: `“${where}” is no date`, times: 1, where }],
          }),
        ),
        { folders: new Map([["a", items.map((where) => `a/${where}.md`)]]), dryRun: true },
      ),
    );
    expect(text.split("\n").length).toBeLessThan(260);
    expect(text).toContain("a picture ×20000, such as ");
  });

  it("lets nothing that was imported act on the terminal", () => {
    const hostile = result({
      name: "\u001b[2J.xml",
      details: ["item 1 “\u001b]0;x\u0007”"],
      skipped: [{ where: "item \u009b31m", reason: "it \r is bad" }],
    });
    expect(asText(runOf([hostile]))).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe("asJson", () => {
  it("has every source as it is, what was passed over, and their sum", () => {
    const sources = [
      result({ title: "The Gazette", skipped: [{ where: "item 1", reason: "it has no link" }] }),
      result({ read: 3, stored: 1, unchanged: 2, hidden: [{ where: "item 2", why: "expired" }] }),
    ];
    const passedOver = [{ where: "a.png", reason: "a picture", isNoStory: true as const }];
    expect(JSON.parse(asJson(runOf(sources, { passedOver, said: ["x"] })))).toEqual({
      dryRun: false,
      said: ["x"],
      sources: JSON.parse(JSON.stringify(sources)),
      passedOver,
      total: { read: 5, stored: 3, unchanged: 2, hidden: 1, skipped: 1, passedOver: 1 },
    });
  });

  it("sums up nothing as zeros", () =>
    expect(JSON.parse(asJson(runOf([]))).total).toEqual({
      ...{ read: 0, stored: 0, unchanged: 0, hidden: 0, skipped: 0, passedOver: 0 },
    }));
});
