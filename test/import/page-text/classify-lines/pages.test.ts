import { describe, expect, it } from "vitest";
import type { LineFates } from "../../../../src/import/line-fate.ts";
import { classifyLines } from "../../../../src/import/page-text/classify-lines.ts";

/** What each line was taken for. */
const takenFor = (...lines: string[]): string[] => classifyLines(lines.join("\n\n")).decisions.map(({ as }) => as);

const HEADLINE = "Harbour reopens after storm";
const STORY = "The ferries sailed again on Tuesday, the harbour master said.";

describe("what a page's lines are taken for", () => {
  it("by where they stand: above the headline, at it, below it, in the tail", () => {
    expect(
      takenFor(
        `Home Weather ${HEADLINE}`,
        "The Gazette of Port Ellis",
        HEADLINE,
        STORY,
        "Related stories",
        "A dog bites a man",
      ),
    ).toEqual([
      "breadcrumb → section Weather",
      "above the headline, dropped",
      "headline",
      "paragraph",
      "tail, dropped",
      "tail, dropped",
    ]);
  });

  it.each([
    ["an address", "https://gazette.example/a", "address https://gazette.example/a"],
    ["a button", "Menu", "page furniture, dropped"],
    ["a byline", "By Jane Doe", "byline: Jane Doe"],
    ["a date", "3 March 2026", "published 2026-03-03T00:00:00Z"],
    ["the page's title", `${HEADLINE} | The Gazette`, "page title, dropped"],
    ["a breadcrumb without a section", "Home", "breadcrumb, dropped"],
  ])("above the headline, %s counts", (_, line, as) => {
    expect(takenFor(line, HEADLINE, HEADLINE, STORY)).toEqual([as, "headline", "headline again, dropped", "paragraph"]);
  });

  it("a headline in a breadcrumb is taken out of it", () => {
    const classified = classifyLines(`Home / Weather / ${HEADLINE}\n\n${STORY}`);
    expect(classified).toEqual({
      status: "page",
      page: { title: HEADLINE, section: "Weather", authors: [], body: [{ as: "paragraph", text: STORY }] },
      decisions: [
        { line: 1, text: `Home / Weather / ${HEADLINE}`, as: `headline → ${HEADLINE}; breadcrumb → section Weather` },
        { line: 3, text: STORY, as: "paragraph" },
      ],
    });
  });

  it("what is shaped like a headline belongs to the tail where no paragraph follows", () => {
    expect(takenFor(HEADLINE, STORY, "What happens next", "It rained.", "The last word", "A dog bites a man")).toEqual([
      "headline",
      "paragraph",
      "subheading",
      "paragraph",
      "tail, dropped",
      "tail, dropped",
    ]);
  });
});

describe("what a person says of a line", () => {
  const TEXT = [HEADLINE, STORY, "Read more: the plan", "It rained", STORY, "Most read", "A dog"].join("\n");
  const fates = (said: LineFates) => {
    const classified = classifyLines(TEXT, said);
    return [classified.decisions.map(({ as }) => as), classified.status === "page" ? classified.page : undefined];
  };

  it("holds, wherever the line stands", () => {
    const [as, page] = fates({ 2: "none", 3: "story", 4: "caption", 7: "subheading" });
    expect(as).toEqual([
      "headline",
      "not of the story, dropped",
      "paragraph",
      "caption, dropped",
      "paragraph",
      "tail, dropped",
      "subheading",
    ]);
    expect(page).toMatchObject({
      title: HEADLINE,
      body: [
        { as: "paragraph", text: "Read more: the plan" },
        { as: "paragraph", text: STORY },
        { as: "subheading", text: "A dog" },
      ],
    });
  });

  it("makes another line the headline, and what was taken for it a part of the story or none", () => {
    const [as, page] = fates({ 1: "none", 4: "headline" });
    expect(as).toMatchObject([
      "not of the story, dropped",
      "above the headline, dropped",
      {},
      "headline",
      "paragraph",
      {},
      {},
    ]);
    expect(page).toMatchObject({ title: "It rained" });
  });

  it("stands for the whole paragraph that the line is in", () => {
    const wrapped = `${HEADLINE}\n\n${STORY}\nAnd so on.\n\n${STORY}`;
    const { decisions } = classifyLines(wrapped, { 4: "none" });
    expect(decisions.map(({ line, as }) => [line, as])).toEqual([
      [1, "headline"],
      [3, "not of the story, dropped"],
      [6, "paragraph"],
    ]);
  });
});

describe("what is no page", () => {
  it("has no headline, and every line of it is dropped", () => {
    expect(classifyLines("by\n\nShare\n\n2026-03-03")).toEqual({
      status: "no page",
      reason: "it has no headline",
      decisions: [
        { line: 1, text: "by", as: "no headline, dropped" },
        { line: 3, text: "Share", as: "no headline, dropped" },
        { line: 5, text: "2026-03-03", as: "no headline, dropped" },
      ],
    });
  });

  it("has a headline and nothing else", () => {
    expect(classifyLines(`${HEADLINE}\n\nBy Jane Doe`)).toEqual({
      status: "no page",
      reason: "it has no paragraph",
      decisions: [
        { line: 1, text: HEADLINE, as: "headline" },
        { line: 3, text: "By Jane Doe", as: "byline: Jane Doe" },
      ],
    });
  });

  it("is empty", () => {
    expect(classifyLines("")).toEqual({ status: "no page", reason: "it has no headline", decisions: [] });
  });
});
