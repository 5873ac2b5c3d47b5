import { describe, expect, it } from "vitest";
import { notesText, skipsText } from "../../../src/cli/import/notes.ts";
import { result } from "./results.ts";

describe("notesText", () => {
  it("is empty where nothing is to be noted", () => expect(notesText([result(), result()])).toBe(""));

  it("has each source's name once above its notes, and no source without notes", () =>
    expect(
      notesText([
        result({
          name: "a.xml",
          notes: [
            { note: "untitled", times: 3 },
            { note: "undated", times: 1 },
          ],
        }),
        result({ name: "b.xml" }),
        result({ name: "c.xml", notes: [{ note: "untitled", times: 1 }] }),
      ]),
    ).toBe("Notes (× items)\n  a.xml\n    untitled ×3\n    undated ×1\n  c.xml\n    untitled ×1"));

  it("tells what cleaning took out in one line, after all else", () =>
    expect(
      notesText([
        result({
          notes: [
            { note: "cleaning took out <script>", times: 4 },
            { note: "untitled", times: 2 },
            { note: "cleaning took out onclick of <a>", times: 1 },
          ],
        }),
      ]),
    ).toBe("Notes (× items)\n  feed.xml\n    untitled ×2\n    cleaning took out <script> ×4, onclick of <a> ×1"));

  it("repeats what was taken out to the letter", () =>
    expect(notesText([result({ notes: [{ note: "cleaning took out $& and $1", times: 1 }] })])).toBe(
      "Notes (× items)\n  feed.xml\n    cleaning took out $& and $1 ×1",
    ));

  it("does not take a note that only speaks of cleaning for one", () =>
    expect(notesText([result({ notes: [{ note: "no cleaning took out this", times: 1 }] })])).toBe(
      "Notes (× items)\n  feed.xml\n    no cleaning took out this ×1",
    ));
});

describe("skipsText", () => {
  it("is empty where nothing was skipped", () => expect(skipsText([result()])).toBe(""));

  it("gives every skip of a source its reason", () =>
    expect(
      skipsText([
        result({ name: "a.xml" }),
        result({
          name: "b.xml",
          skipped: [
            { where: "item 2", reason: "it has no link" },
            { where: "item 3 “B”", reason: "it has the same id as item 1" },
          ],
        }),
      ]),
    ).toBe("Skipped\n  b.xml\n    item 2: it has no link\n    item 3 “B”: it has the same id as item 1"));

  it("names a source that was skipped whole once", () =>
    expect(skipsText([result({ name: "x.bin", skipped: [{ where: "x.bin", reason: "it is no feed" }] })])).toBe(
      "Skipped\n  x.bin\n    it is no feed",
    ));
});
