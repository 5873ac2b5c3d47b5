import { describe, expect, it } from "vitest";
import { MAX_SUMMARY } from "../../../src/article/limits.ts";
import { chooseBody } from "../../../src/import/decide/choose-body.ts";
import type { Draft } from "../../../src/import/draft.ts";
import { draft } from "../helpers.ts";

const text = (value: string) => ({ type: "text", value }) as const;
const html = (value: string) => ({ type: "html", value }) as const;
const title = text("A");

/** The body and summary, and what was noted. */
function bodyOf(fields: Partial<Draft>) {
  const notes: string[] = [];
  return { ...chooseBody(draft(fields), notes), notes };
}

describe("with a whole text", () => {
  it.each([
    [
      "the other is the summary",
      { content: html("<p>a</p>"), description: text("s") },
      { html: "<p>a</p>", summary: "s", notes: [] },
    ],
    ["there may be no other", { content: html("<p>a</p>") }, { html: "<p>a</p>", summary: undefined, notes: [] }],
    [
      "plain text becomes paragraphs",
      { content: text("a & b\n\nc") },
      { html: "<p>a &amp; b</p>\n<p>c</p>", summary: undefined, notes: [] },
    ],
    [
      "a summary that says the same is left out",
      { content: html("<p>One  <b>two</b></p>"), description: text("One two") },
      {
        html: "<p>One  <b>two</b></p>",
        summary: undefined,
        notes: ["a summary that repeats the whole text is left out"],
      },
    ],
    [
      "a summary without words is none",
      { content: html("<p>a</p>"), description: html("<img src='i'>") },
      { html: "<p>a</p>", summary: undefined, notes: [] },
    ],
    [
      "a summary loses its markup, which is noted",
      { content: html("<p>a</p>"), description: html("<p>One <b>two</b></p>") },
      { html: "<p>a</p>", summary: "One two", notes: ["markup in the summary is taken out"] },
    ],
    [
      "a summary with references alone has no markup to lose",
      { content: html("<p>a</p>"), description: html("R&amp;D") },
      { html: "<p>a</p>", summary: "R&D", notes: [] },
    ],
  ])("%s", (_, fields, expected) => {
    expect(bodyOf({ title, ...fields })).toEqual(expected);
  });

  it("a summary longer than an article may have is cut, which is noted", () => {
    const { summary, notes } = bodyOf({ title, content: html("<p>a</p>"), description: text("word ".repeat(3_000)) });
    expect(summary).toMatch(/word…$/);
    expect(summary?.length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(notes).toEqual([`a summary longer than ${MAX_SUMMARY} characters is cut`]);
  });
});

describe("one text alone", () => {
  it.each([
    ["with markup is the body", { title, description: html("<p>a</p>") }, { html: "<p>a</p>" }],
    // RSS 2.0, `item`: without a title, the description is the post.
    [
      "that stands for an item without a title is the body",
      { description: text("a & b") },
      { html: "<p>a &amp; b</p>" },
    ],
    [
      "of plain words below a title is the synopsis that RSS calls it",
      { title, description: text(" a\nb ") },
      { html: "", summary: "a b" },
    ],
    ["of none is no body", { title }, { html: "" }],
  ])("%s", (_, fields, expected) => {
    expect(bodyOf(fields)).toEqual({ ...expected, notes: [] });
  });

  it("too long for a summary is the body, whole", () => {
    const long = "x".repeat(MAX_SUMMARY + 1);
    expect(bodyOf({ title, description: text(long) })).toEqual({ html: `<p>${long}</p>`, notes: [] });
    const longest = "x".repeat(MAX_SUMMARY);
    expect(bodyOf({ title, description: text(longest) })).toEqual({ html: "", summary: longest, notes: [] });
  });
});
