import { describe, expect, it } from "vitest";
import { MAX_AUTHORS, MAX_LINE } from "../../../src/article/limits.ts";
import { chooseAuthors } from "../../../src/import/decide/choose-authors.ts";
import type { Person } from "../../../src/import/values/people.ts";

/** The authors, and what was noted. */
function authorsOf(people: Person[]) {
  const notes: string[] = [];
  return [chooseAuthors(people, "https://gazette.example/x/", notes), notes];
}

describe("the people who wrote an item", () => {
  it("stand in their order, with absolute addresses", () => {
    expect(authorsOf([{ name: " Jane\nDoe ", url: "jane", email: "jane@gazette.example" }, { name: "John" }])).toEqual([
      [{ name: "Jane Doe", url: "https://gazette.example/x/jane", email: "jane@gazette.example" }, { name: "John" }],
      [],
    ]);
  });

  it("stand once each", () => {
    expect(authorsOf([{ name: "Jane" }, { name: "John" }, { name: "Jane " }])).toEqual([
      [{ name: "Jane" }, { name: "John" }],
      [],
    ]);
  });

  it("are two where they share a name and nothing else", () => {
    const [authors] = authorsOf([
      { name: "Jane", email: "a@b.example" },
      { name: "Jane", email: "c@d.example" },
    ]);
    expect(authors).toHaveLength(2);
  });

  it("lose an address that is no page, which is noted", () => {
    expect(authorsOf([{ name: "Jane", url: "javascript:alert(1)" }])).toEqual([
      [{ name: "Jane" }],
      ["an author's address that is no http(s) URL is left out"],
    ]);
  });

  it("are left out without a name", () => {
    expect(authorsOf([{ name: " \n" }, { name: "" }])).toEqual([[], []]);
  });

  it("are as many, and as long, as an article may have", () => {
    const many = Array.from({ length: MAX_AUTHORS + 1 }, (_, index) => ({ name: `Author ${index}` }));
    expect(authorsOf(many)).toEqual([many.slice(0, MAX_AUTHORS), [`authors after the ${MAX_AUTHORS}th are left out`]]);
    expect(authorsOf([{ name: "x".repeat(MAX_LINE) }])).toEqual([[{ name: "x".repeat(MAX_LINE) }], []]);
    expect(authorsOf([{ name: "x".repeat(MAX_LINE + 1) }])).toEqual([
      [{ name: `${"x".repeat(MAX_LINE - 1)}…` }],
      [`an author longer than ${MAX_LINE} characters is cut`],
    ]);
  });
});
