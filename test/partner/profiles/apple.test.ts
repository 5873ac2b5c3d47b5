import { describe, expect, it } from "vitest";
import { entryOf, LONG, many, profile } from "../a-portal.ts";
import { expectBroken, expectGood } from "./expectations.ts";

describe("a story for Apple News", () => {
  it("is left out where there is nothing to take a description from", () =>
    expectBroken(
      "apple",
      {
        rule: "description",
        severity: "hard",
        field: "summary",
        message: "there is neither a summary nor text to take one from",
      },
      { summary: undefined, content_html: '<img src="https://gazette.example/a.jpg">' },
    ));

  it.each<[string, field: string, message: string, story: object]>([
    ["title-length", "title", "the title has 14 characters; 15 to 60 are best", { title: "Harbour opens." }],
    ["title-length", "title", "the title has 61 characters; 15 to 60 are best", { title: "H".repeat(61) }],
    ["language", "language", 'the story is in "fr-CA", the channel in "en-GB"', { language: "fr-CA" }],
  ])("goes out with advice about its %s (%s): %s", (rule, field, message, story) =>
    expectBroken("apple", { rule, severity: "advice", field, message }, story),
  );

  it.each<[string, object]>([
    ["without any fault", {}],
    ["with a title of 15 characters", { title: "H".repeat(15) }],
    ["with a title of 60 characters, which are more code units", { title: "\u{1F600}".repeat(60) }],
    ["in the language of another country", { language: "en-US" }],
    ["without a summary, but with text", { summary: undefined }],
  ])("%s is as good as any", (_, story) => expectGood("apple", story));

  it("has a description of at most 200 characters from its body where it has no summary, and keeps one that it has", () => {
    expect(entryOf("apple").summary).toBe(LONG);
    const { summary = "" } = entryOf("apple", { summary: undefined });
    expect(summary.length).toBeLessThanOrEqual(201);
    expect(LONG.startsWith(summary.slice(0, -1))).toBe(true);
    expect(summary).toMatch(/[a-z.]…$/);
  });

  it("is the story that everybody gets in all else", () => {
    const plain = entryOf("standard");
    expect(entryOf("apple")).toEqual(plain);
  });
});

describe("a feed for Apple News", () => {
  it("is good with one story", () => expect(profile("apple", many(1)).findings).toEqual([]));
});
