import { describe, expect, it } from "vitest";
import { classifyBelowHeadline } from "../../../src/import/page-text/classify-below-headline.ts";
import type { NewsPage } from "../../../src/import/page-text/page.ts";

const STORY = { as: "paragraph", text: "The ferries sailed." } as const;
const block = (text: string) => ({ line: 1, text });

interface Around {
  page?: Partial<NewsPage>;
  previous?: string;
  next?: string;
  previousAs?: string;
  isLast?: boolean;
  nextIsLast?: boolean;
  isInTail?: boolean;
}

/** What a line was taken for, and what the page then knows beside its headline. */
function taken(text: string, { page: before, previous, next, isLast = false, ...around }: Around = {}) {
  const page: NewsPage = { title: "Harbour reopens after storm", authors: [], body: [], ...structuredClone(before) };
  const context = {
    page,
    previous: previous === undefined ? undefined : block(previous),
    next: next === undefined ? undefined : block(next),
    isLast,
    ...around,
  };
  const as = classifyBelowHeadline(block(text), context);
  const { title, ...known } = page;
  return { as, ...known };
}

const NOTHING = { authors: [], body: [] };
const inStory = { page: { body: [STORY] } };

describe("above the story", () => {
  it.each([
    ["By Jane Doe", { as: "byline: Jane Doe", ...NOTHING, authors: ["Jane Doe"] }],
    ["3 March 2026", { as: "published 2026-03-03T00:00:00Z", ...NOTHING, published: "2026-03-03T00:00:00Z" }],
    ["HARBOUR REOPENS AFTER STORM", { as: "headline again, dropped", ...NOTHING }],
    ["Harbour reopens after storm | The Gazette", { as: "headline again, dropped", ...NOTHING }],
    ["* * *", { as: "separator, dropped", ...NOTHING }],
    ["Share", { as: "page furniture, dropped", ...NOTHING }],
    ["Photo: Jane Smith", { as: "caption, dropped", ...NOTHING }],
    ["Read more: The plan", { as: "related headline, dropped", ...NOTHING }],
    ["You may also like", { as: "heading of related stories, dropped", ...NOTHING }],
  ])("%j", (text, expected) => {
    expect(taken(text)).toEqual(expected);
  });

  it("a name is an author's only behind a bare `by`", () => {
    expect(taken("Jane Doe", { previous: "by" })).toEqual({
      as: "byline: Jane Doe",
      ...NOTHING,
      authors: ["Jane Doe"],
    });
    expect(taken("Jane Doe", { previous: "By John Roe" })).toMatchObject({ as: "subheading", authors: [] });
    expect(taken("Jane Doe")).toMatchObject({ as: "subheading", authors: [] });
  });
});

describe("the story", () => {
  it.each([
    ["The ferries sailed.", STORY],
    ["“It is over,” she said", { as: "paragraph", text: "“It is over,” she said" }],
    ["- Line A runs.", { as: "list item", text: "Line A runs." }],
    ["• Line B", { as: "list item", text: "Line B" }],
  ])("%j is a part of it", (text, part) => {
    expect(taken(text)).toEqual({ as: part.as, authors: [], body: [part] });
    expect(taken(text, inStory)).toEqual({ as: part.as, authors: [], body: [STORY, part] });
  });

  it("a byline or a date within it is a part of it", () => {
    expect(taken("Published 3 March 2026.", inStory)).toMatchObject({ as: "paragraph", body: [STORY, {}] });
    expect(taken("By Jane Doe and others.", inStory)).toMatchObject({ as: "paragraph", authors: [] });
  });

  it("buttons, captions and pointers within it are not", () => {
    for (const text of ["Share", "Photo: Jane Smith", "Read more: The plan", "***", "Related stories"])
      expect(taken(text, inStory)).toEqual({ as: expect.stringMatching(/, dropped$/), authors: [], body: [STORY] });
  });
});

describe("a dateline", () => {
  it("opens the story, and its text is the first paragraph", () => {
    expect(taken("PORT ELLIS (Coast Wire) — The ferries sailed.")).toEqual({
      as: "dateline PORT ELLIS (Coast Wire) → credit Coast Wire → paragraph",
      authors: [],
      dateline: "PORT ELLIS (Coast Wire)",
      agency: "Coast Wire",
      body: [STORY],
    });
  });

  it("may stand alone, and then opens no paragraph", () => {
    expect(taken("PORT ELLIS —")).toEqual({
      as: "dateline PORT ELLIS",
      authors: [],
      dateline: "PORT ELLIS",
      agency: undefined,
      body: [],
    });
  });

  it("is none within the story, nor a second time", () => {
    const text = "PARIS (AFP) — It rained.";
    const paragraph = { as: "paragraph", text };
    expect(taken(text, inStory)).toEqual({ as: "paragraph", authors: [], body: [STORY, paragraph] });
    expect(taken(text, { page: { dateline: "PORT ELLIS" } })).toEqual({
      as: "paragraph",
      authors: [],
      dateline: "PORT ELLIS",
      body: [paragraph],
    });
  });
});

describe("a line shaped like a headline", () => {
  const dropped = { authors: [], body: [STORY] };
  const DROPPED = { as: "related headline, dropped", ...dropped };

  it.each([
    [
      "very short, above a paragraph, is a subheading",
      "What happens next",
      { next: "It rained." },
      { as: "subheading", authors: [], body: [STORY, { as: "subheading", text: "What happens next" }] },
    ],
    [
      "that says who did what is a subheading, too: nothing says that it is another story's",
      "Mayor wins third term after long night",
      { next: "It rained." },
      { as: "subheading" },
    ],
    ["that the page's tail has again is another story's", "Budget in charts", { isInTail: true }, DROPPED],
    ["with its age below it is another story's", "Budget in charts", { next: "3 hours ago" }, DROPPED],
    ["with its date below it is another story's", "Budget in charts", { next: "3 March 2026" }, DROPPED],
    ["with a teaser below it is another story's", "Budget in charts", { next: "Nobody knows what it …" }, DROPPED],
    [
      "above a story's last words is its own, though they are cut off",
      "Budget in charts",
      { next: "Nobody knows what it …", nextIsLast: true },
      { as: "subheading" },
    ],
    [
      "below a pointer to another story is not of that",
      "What happens next",
      { previous: "Read more: The plan", next: "It rained." },
      { as: "subheading" },
    ],
    [
      "below words that end in a colon is of their list",
      "Jane Doe",
      {
        previous: "The winners are:",
        page: { body: [{ as: "paragraph" as const, text: "The winners are:" }] },
        next: "Ann Roe",
      },
      { as: "list item" },
    ],
    [
      "below a line of such a list is of it, too",
      "Ann Roe",
      { previous: "Jane Doe", page: { body: [{ as: "list item" as const, text: "Jane Doe" }] }, next: "It rained." },
      { as: "list item" },
    ],
    [
      "above another of its kind is another story's",
      "Budget in charts",
      { next: "Mayor wins third term" },
      { as: "related headline, dropped", ...dropped },
    ],
    [
      "below another of its kind is another story's",
      "Budget in charts",
      { previous: "Mayor wins third term", next: "It rained." },
      { as: "related headline, dropped", ...dropped },
    ],
    [
      "beside a button is not in a row",
      "What happens next",
      { previous: "Share", next: "It rained." },
      { as: "subheading" },
    ],
    [
      "beside the headline is not in a row",
      "What happens next",
      { previous: "Harbour reopens after storm", next: "It rained." },
      { as: "subheading" },
    ],
    [
      "alone below the last paragraph is the story's last words",
      "What happens next",
      { isLast: true },
      { as: "paragraph" },
    ],
  ])("%s", (_, text, around, expected) => {
    expect(taken(text, { ...inStory, ...around })).toMatchObject(expected);
  });

  it("takes its teaser along", () => {
    const teaser = { ...inStory, previous: "Budget in charts", previousAs: "related headline, dropped" };
    expect(taken("Nobody knows what it …", teaser)).toEqual({ as: "related teaser, dropped", ...dropped });
    expect(taken("Nobody knows what it …", { ...teaser, isLast: true }).as).toBe("paragraph");
    expect(taken("Nobody knows.", teaser).as).toBe("paragraph");
  });

  it.each([
    ["and long is its first paragraph", "Ferries sail again in the bay", { next: "Mayor wins third term" }],
    ["and the last is all that there is of it", "Ferries sail", { isLast: true }],
  ])("first of the story %s", (_, text, around) => {
    expect(taken(text, around)).toEqual({ as: "paragraph", authors: [], body: [{ as: "paragraph", text }] });
  });

  it("first of the story and very short is a subheading, whatever stands around it", () => {
    expect(taken("The storm", { previous: "Mayor wins third term", next: "Budget in charts" }).as).toBe("subheading");
  });
});
