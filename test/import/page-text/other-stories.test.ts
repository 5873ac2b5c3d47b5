import { expect, it } from "vitest";
import { isOfAnotherStory } from "../../../src/import/page-text/other-stories.ts";

const PAGE = { title: "Harbour reopens", authors: [], body: [] };
const around = (previous: string, next: string) => ({
  page: PAGE,
  previous: { line: 1, text: previous },
  next: { line: 3, text: next },
  isLast: false,
});

it.each([
  ["The ferries sailed.", "It rained.", false],
  ["The ferries sailed.", "Mayor wins third term", true],
  ["Most read", "It rained.", true],
  ["Read more: the plan", "It rained.", false],
  ["Photo: Jane Doe", "Share", false],
  ["Harbour reopens", "It rained.", false],
  ["The ferries sailed.", "2 hours ago", true],
  ["The ferries sailed.", "It rained and rained. Continue reading", true],
])("a line between %j and %j: %s", (previous, next, expected) => {
  expect(isOfAnotherStory(around(previous, next))).toBe(expected);
});
