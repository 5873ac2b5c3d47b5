import { describe, expect, it } from "vitest";
import { hiddenText, notesText, passedOverText, sharedText, skipsText } from "../../../src/cli/import/notes.ts";
import { result } from "./results.ts";

const note = (text: string, times = 1, where = "item 1") => ({ note: text, times, where });

describe("notesText", () => {
  it("is empty where nothing is to be noted", () => expect(notesText([result(), result()])).toBe(""));

  it("has a kind of note once over all sources, with its number and the item that had it first", () =>
    expect(
      notesText([
        result({ name: "a.xml", notes: [note("“31 Feb” is no date", 3, "item 2 “A”"), note("undated", 1)] }),
        result({ name: "b.xml" }),
        result({ name: "c.xml", notes: [note("“soon” is no date", 1)] }),
      ]),
    ).toBe("Notes (× items)\n  “31 Feb” is no date ×4 (first: item 2 “A” in a.xml)\n  undated ×1 (item 1 in a.xml)"));

  it("tells what cleaning took out in one line, to the letter, after all else", () =>
    expect(
      notesText([
        result({
          notes: [note("cleaning took out <script>", 4), note("untitled", 2), note("cleaning took out $&", 1)],
        }),
      ]),
    ).toBe("Notes (× items)\n  untitled ×2 (first: item 1 in feed.xml)\n  cleaning took out <script> ×4, $& ×1"));

  it("does not take a note that only speaks of cleaning for one", () =>
    expect(notesText([result({ notes: [note("no cleaning took out this")] })])).toBe(
      "Notes (× items)\n  no cleaning took out this ×1 (item 1 in feed.xml)",
    ));

  it("fits a screen, however many kinds there are", () => {
    const letters = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const text = notesText([
      result({
        notes: [...letters.map((one) => note(one)), ...letters.map((one) => note(`cleaning took out ${one}`))],
      }),
    ]);
    expect(text.split("\n")).toHaveLength(28);
    expect(text).toContain("  and 35 kinds of notes more: --json has them");
    expect(text).toContain(" and 45 kinds of things more");
  });
});

describe("skipsText", () => {
  it("is empty where nothing was skipped", () => expect(skipsText([result()])).toBe(""));

  it("names what was skipped alone with its reason, and what was for the same reason under it", () =>
    expect(
      skipsText([
        result({ name: "a.xml", skipped: [{ where: "item 7", reason: "it has no link" }] }),
        result({
          name: "b.xml",
          skipped: [
            { where: "item 2", reason: "it has no link" },
            { where: "item 3 “B”", reason: "it has the same id as item 1" },
          ],
        }),
      ]),
    ).toBe(
      "Skipped\n  it has no link ×2\n    item 7 in a.xml\n    item 2 in b.xml\n  item 3 “B” in b.xml: it has the same id as item 1",
    ));

  it("says each one's own reason where the kind is one and the words differ", () =>
    expect(
      skipsText([
        result({
          skipped: [
            { where: "item 2", reason: "it has the same id as “A”" },
            { where: "item 3", reason: "it has the same id as “B”" },
          ],
        }),
      ]),
    ).toBe(
      "Skipped\n  it has the same id as … ×2\n    item 2 in feed.xml: it has the same id as “A”\n    item 3 in feed.xml: it has the same id as “B”",
    ));

  it("names ten of a reason, and the number of the others", () => {
    const skipped = Array.from({ length: 25 }, (_, index) => ({ where: `item ${index}`, reason: "it has no link" }));
    const lines = skipsText([result({ skipped })]).split("\n");
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("    and 15 more: --json has them");
  });

  it("names a source that was skipped whole once", () =>
    expect(skipsText([result({ name: "x.bin", skipped: [{ where: "x.bin", reason: "it is no feed" }] })])).toBe(
      "Skipped\n  x.bin: it is no feed",
    ));
});

describe("hiddenText", () => {
  it("says what is stored and not shown, why, and until when", () =>
    expect(
      hiddenText([
        result({ name: "a.md", hidden: [{ where: "“Plan”", why: "withheld: it is a draft" }] }),
        result({ name: "b.md", hidden: [{ where: "“Ahead”", why: "under embargo", at: "2031-01-01T00:00:00Z" }] }),
      ]),
    ).toBe(
      "Stored, and not shown\n  “Plan” in a.md: withheld: it is a draft\n  “Ahead” in b.md (2031-01-01T00:00:00Z): under embargo",
    ));
});

describe("sharedText", () => {
  it("names both articles of a URL", () =>
    expect(
      sharedText([result({ sharedUrls: [{ url: "https://g.example/a", where: "item 2", other: "“A” in a.md" }] })]),
    ).toBe("One URL, two articles: feeds show both\n  “https://g.example/a”: item 2 in feed.xml, and “A” in a.md"));
});

describe("passedOverText", () => {
  const passed = (where: string, reason: string) => ({ where, reason, isNoStory: true as const });

  it("counts what was no story by what it is, with one example", () =>
    expect(
      passedOverText(
        [result({ passedOver: [passed("item 3", "it is a comment")] })],
        [passed("a/1.png", "a picture"), passed("a/2.png", "a picture"), passed("a/.git", "hidden")],
      ),
    ).toBe(
      "Passed over: no stories\n  a picture ×2, such as a/1.png\n  a/.git: hidden\n  item 3 in feed.xml: it is a comment",
    ));
});
