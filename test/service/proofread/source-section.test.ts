import { describe, expect, it } from "vitest";
import { markedParts, SourceSection } from "../../../src/service/proofread/source-section.tsx";
import { render } from "../render.ts";

const marked = (text: string, ...marks: number[]) =>
  markedParts({ text, marks }).map((part) => [part.text, part.isMarked]);

describe("a line", () => {
  it("is marked where something was found, to the end of the word or of the tag", () => {
    expect(marked('<a><pubdate at="x">no', 3)).toEqual([
      ["<a>", false],
      ["<pubdate", true],
      [' at="x">no', false],
    ]);
    expect(marked("<a><b>c", 0, 3)).toEqual([
      ["<a>", true],
      ["<b>", true],
      ["c", false],
    ]);
  });

  it("is marked once where two are found in one word, and not where its end is", () => {
    expect(marked("abc", 0, 1, 3)).toEqual([["abc", true]]);
  });
});

it("what is left out of a source is said, between what is shown and behind it", () => {
  const source = { lines: 9, pieces: [3, 7].map((from) => ({ from, lines: [{ text: `line ${from}` }] })) };
  const html = render(SourceSection, { report: { source, findings: [] } });
  expect([...html.matchAll(/class="gap">([^<]+)/g)].map(([, gap]) => gap)).toEqual([
    "lines 1 to 2",
    "lines 4 to 6",
    "lines 8 to 9",
  ]);
});
