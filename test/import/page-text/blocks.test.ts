import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBlocks } from "../../../src/import/page-text/blocks.ts";

const LONG = "Ferries sailed again on Tuesday, the harbour master said,";
const OTHER = "and nobody in Port Ellis was more surprised by it than";

describe("a page's blocks", () => {
  it.each([
    ["a line each, without blank lines", "One\nTwo\nThree", ["1 One", "2 Two", "3 Three"]],
    ["what stands between blank lines", "One\n\nTwo\n \t\n\nThree", ["1 One", "3 Two", "6 Three"]],
    ["a wrapped paragraph as one", `Head\n\n${LONG}\n${OTHER}\nhe was.`, ["1 Head", `3 ${LONG} ${OTHER} he was.`]],
    ["short lines as lines of their own", "Head\n\nHome\nWeather\nSport", ["1 Head", "3 Home", "4 Weather", "5 Sport"]],
    // All but the last line of a wrapped text are long.
    [
      "a short line among long ones is the end of a wrap",
      `Head\n\n${LONG}\nHome\n${OTHER}`,
      ["1 Head", `3 ${LONG}`, "4 Home", `5 ${OTHER}`],
    ],
    [
      "list items apart, however long",
      `Head\n\n- ${LONG}\n- ${OTHER}\n- three`,
      ["1 Head", `3 - ${LONG}`, `4 - ${OTHER}`, "5 - three"],
    ],
    [
      "no wrapped text where no line is blank: each line may be a paragraph",
      `${LONG}\n${OTHER}`,
      [`1 ${LONG}`, `2 ${OTHER}`],
    ],
    ["white space as one space", "  One\t two\u00a0 three  ", ["1 One two three"]],
    ["nothing of an empty page", "\n \n\t\n", []],
    [
      "lines of every kind of end",
      "One\r\nTwo\rThree\u2028Four\u2029Five",
      ["1 One", "2 Two", "3 Three", "4 Four", "5 Five"],
    ],
  ])("%s", (_, text, blocks) => {
    expect(toBlocks(text).map(({ line, text }) => `${line} ${text}`)).toEqual(blocks);
  });

  it("hold every word of the page once, in its order, each on its own line or a later one", () => {
    const line = fc.oneof(fc.stringMatching(/^[a-z ]{0,70}$/), fc.constant(""), fc.constant("- item"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const blocks = toBlocks(lines.join("\n"));
        const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
        expect(blocks.flatMap(({ text }) => words(text))).toEqual(lines.flatMap(words));
        for (const { line, text } of blocks) expect(words(lines[line - 1] ?? "")[0]).toBe(words(text)[0]);
      }),
    );
  });
});
