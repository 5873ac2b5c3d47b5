import { describe, expect, it } from "vitest";
import { toBlocks } from "../../../src/import/page-text/blocks.ts";
import { findHeadline, startsWithTitle } from "../../../src/import/page-text/find-headline.ts";

const found = (...lines: string[]) => findHeadline(toBlocks(lines.join("\n")));

const HEADLINE = "Harbour reopens after storm";

describe("a page's headline", () => {
  it.each([
    ["the first line that could be one", [HEADLINE, "The ferries sailed."], 0],
    [
      "none of what stands above it",
      ["Menu", "https://gazette.example/a", "***", "By Jane Doe", "3 March 2026", "Home / World", "Sea", HEADLINE],
      7,
    ],
    ["below the site's menu", ["The Harbour Gazette", "Menu", "News", "Sport", HEADLINE, "The ferries sailed."], 4],
    ["above what is no menu", [HEADLINE, "Politics", "Ferries sail again in the bay", "They sailed."], 0],
    ["the one that stands twice, where it stands first", ["A word from us", HEADLINE, "Share", HEADLINE], 1],
    ["the one that a breadcrumb ends in", [`Home Weather ${HEADLINE}`, "Our app is here", HEADLINE], 2],
    ["the one that the page's title begins with", [`${HEADLINE} | The Gazette`, "Our app is here", HEADLINE], 2],
    ["the one said before in other quotes and capitals", ["Our app is here", "‘We Lost’ all", "x", "'We lost' all"], 1],
  ])("is %s", (_, lines, index) => {
    expect(found(...lines)).toEqual({ title: lines[index], index });
  });

  it("is the rest of a breadcrumb that it stands in alone", () => {
    expect(found(`Home / Weather / ${HEADLINE}`, "The ferries sailed.")).toEqual({ title: HEADLINE, index: 0 });
  });

  it("is sought for its second place in the head of the page only", () => {
    const lines = [
      HEADLINE,
      ...Array.from({ length: 20 }, (_, index) => `Paragraph number ${index}.`),
      "Another one here",
      "Another one here",
    ];
    expect(found(...lines)).toEqual({ title: HEADLINE, index: 0 });
  });

  it("is cut where a page is one endless line", () => {
    expect(found("word ".repeat(1_000))?.title).toHaveLength(900);
  });

  it.each([[[]], [["Menu"]], [["Home", "News", "***"]], [["by", "2026-03-03", "Share"]], [["Harbour"]]])(
    "is missing in %j",
    (lines) => {
      expect(found(...lines)).toBeNull();
    },
  );
});

describe("a page's title", () => {
  it.each([
    [`${HEADLINE} | The Gazette`, true],
    [`${HEADLINE} – The Gazette`, true],
    [`${HEADLINE.toUpperCase()} - THE GAZETTE`, true],
    [`${HEADLINE}: what we know`, true],
    [HEADLINE, false],
    [`${HEADLINE} again`, false],
    [`${HEADLINE}-day`, false],
    [`The Gazette | ${HEADLINE}`, false],
  ])("%j begins with the headline: %s", (line, expected) => {
    expect(startsWithTitle(line, HEADLINE)).toBe(expected);
  });
});
