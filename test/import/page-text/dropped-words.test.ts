import { expect, it } from "vitest";
import { noteDroppedWords } from "../../../src/import/page-text/dropped-words.ts";

const line = (number: number, as: string) => ({ line: number, text: `Words ${number}`, as });

it("names each line that has words and is not in the story, and the page's tail once", () => {
  expect(
    noteDroppedWords([
      line(1, "above the headline, dropped"),
      line(2, "headline"),
      line(3, "headline again, dropped"),
      line(4, "related headline, dropped"),
      line(5, "page furniture, dropped"),
      line(6, "paragraph"),
      line(7, "not of the story, dropped"),
      line(8, "tail, dropped"),
      line(9, "tail, dropped"),
    ]),
  ).toEqual([
    "left out as above the headline: line 1 “Words 1”",
    "left out as a related headline: line 4 “Words 4”",
    "left out as the page's tail of 2 lines: line 8 “Words 8”",
  ]);
  expect(noteDroppedWords([line(1, "headline"), line(2, "paragraph")])).toEqual([]);
});
