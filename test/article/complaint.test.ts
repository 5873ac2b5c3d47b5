import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse.ts";

const BASE = { id: "a", url: "https://gazette.example/a", title: "A", published_at: "2026-03-13T06:10:00Z" };

function problemsOf(input: unknown): string[] {
  const parsed = parseArticle(input);
  return parsed.status === "parsed" ? [] : parsed.problems.map(({ path, detail }) => `${path} ${detail}`);
}

const without = (name: keyof typeof BASE) => Object.fromEntries(Object.entries(BASE).filter(([key]) => key !== name));

/** What newcomers send, and what they are told. */
const MISTAKES: [string, unknown, string][] = [
  ["no id", without("id"), "/id is missing: it must be a text"],
  ["no URL", without("url"), "/url is missing: it must be an absolute http(s) URL, as https://gazette.example/story"],
  ["no title", without("title"), "/title is missing: it must be a text"],
  [
    "no time",
    without("published_at"),
    "/published_at is missing: it must be an RFC 3339 time with a zone, as 2026-03-13T06:10:00Z",
  ],
  ["a path for a URL", { ...BASE, url: "/story" }, "/url is not an absolute http(s) URL"],
  ["a number for an id", { ...BASE, id: 7 }, "/id is the number 7: it must be a text"],
  ["an object for a title", { ...BASE, title: { rendered: "A" } }, "/title is an object: it must be a text"],
  ["a title that is empty", { ...BASE, title: " " }, "/title is empty"],
  ["a body that is null", { ...BASE, content_html: null }, "/content_html is null: it must be a text"],
  [
    "a time without a zone",
    { ...BASE, published_at: "2026-03-13T06:10:00" },
    "/published_at has no zone: put Z for UTC, or an offset as +01:00, behind it, as 2026-03-13T06:10:00Z",
  ],
  [
    "a time of a data base",
    { ...BASE, published_at: "2026-03-13 06:10:00" },
    "/published_at has no zone: put Z for UTC, or an offset as +01:00, behind it, as 2026-03-13T06:10:00Z",
  ],
  [
    "a day",
    { ...BASE, published_at: "2026-03-13" },
    "/published_at is a day: say the time and its zone, too, as 2026-03-13T06:10:00Z",
  ],
  [
    "seconds since 1970",
    { ...BASE, published_at: 1773382200 },
    "/published_at is the number 1773382200: it must be an RFC 3339 time with a zone, as 2026-03-13T06:10:00Z",
  ],
  [
    "a time in words",
    { ...BASE, embargo_until: "tomorrow" },
    "/embargo_until is not an RFC 3339 time with a zone, as 2026-03-13T06:10:00Z",
  ],
  ["tags with commas", { ...BASE, tags: "a, b" }, '/tags is "a, b": it must be a list'],
  ["an author's name alone", { ...BASE, authors: ["Ada"] }, '/authors/0 is "Ada": it must be an object'],
  ["an author without a name", { ...BASE, authors: [{}] }, "/authors/0/name is missing: it must be a text"],
  [
    "a status of WordPress",
    { ...BASE, status: "publish" },
    '/status is "publish": it must be one of "usable", "withheld", "canceled", "draft"',
  ],
  [
    "a width in words",
    { ...BASE, images: [{ url: BASE.url, width: "8" }] },
    '/images/0/width is "8": it must be a number',
  ],
  [
    "half a pixel",
    { ...BASE, images: [{ url: BASE.url, width: 0.5 }] },
    "/images/0/width is the number 0.5: it must be a whole number",
  ],
  ["no pixel", { ...BASE, images: [{ url: BASE.url, width: 0 }] }, "/images/0/width is less than 1"],
  ["a minor in words", { ...BASE, minor: "yes" }, '/minor is "yes": it must be true or false'],
  ["another system's name", { ...BASE, date: 1 }, "/date is not a known field: did you mean published_at?"],
  [
    "a field's name in another spelling",
    { ...BASE, contentHtml: "" },
    "/contentHtml is not a known field: did you mean content_html?",
  ],
  ["a slip", { ...BASE, titel: "" }, "/titel is not a known field: did you mean title?"],
  [
    "one further in",
    { ...BASE, images: [{ url: BASE.url, copyright: "" }] },
    "/images/0/copyright is not a known field: did you mean rights?",
  ],
  ["a field of no system", { ...BASE, colour: "" }, "/colour is not a known field"],
  ["a list for an article", [BASE], " is a list: it must be an object"],
  ["nothing", null, " is null: it must be an object"],
];

describe("a problem of an article", () => {
  it.each(MISTAKES)("says what to do about %s", (_, input, problem) => expect(problemsOf(input)).toEqual([problem]));

  it("repeats no more of a wrong value than one reads", () =>
    expect(problemsOf({ ...BASE, status: "x".repeat(1_000) })).toEqual([
      '/status is a text: it must be one of "usable", "withheld", "canceled", "draft"',
    ]));

  it("is one of each unknown field, whatever their names hold", () =>
    expect(problemsOf({ ...BASE, "a\nb": 1, headline: 1, "x/y": 1 })).toEqual([
      "/a\nb is not a known field",
      "/headline is not a known field: did you mean title?",
      "/x~1y is not a known field",
    ]));
});
