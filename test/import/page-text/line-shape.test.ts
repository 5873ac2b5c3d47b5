import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  endsWithWords,
  isAddress,
  isFullParagraph,
  isHeadlineShaped,
  isListItem,
  isParagraph,
  isRule,
  normalize,
  sameWords,
  wordCount,
} from "../../../src/import/page-text/line-shape.ts";

const block = (text: string) => ({ line: 1, text });

describe("a paragraph", () => {
  it.each([
    "It rained.",
    "It rained!",
    "“It rained.”",
    "It rained (again).",
    "It rained …",
    "It rained,",
    "“It is gone,” he said",
    "„Es ist weg“, sagte er",
    "– Le voilà, dit-il",
    "- a list item",
    "雨が降った。",
    "هل أمطرت؟",
    "word ".repeat(25).trim(),
  ])("%j", (text) => {
    expect(isParagraph(block(text))).toBe(true);
    expect(isHeadlineShaped(block(text))).toBe(false);
  });

  it.each([
    "Harbour reopens",
    "‘We lost everything’: islanders on the storm",
    "“It is over” – the mayor",
    "word ".repeat(24).trim(),
    "",
  ])("%j is none", (text) => {
    expect(isParagraph(block(text))).toBe(false);
  });
});

describe("a full paragraph", () => {
  it.each([
    ["The ferry was full of people that day.", true],
    ["The ferry was full of people then.", false],
    ["The ferry was full of people on that day", false],
    ["- — • … The ferry was full!", false],
  ])("%j: %s", (text, expected) => {
    expect(isFullParagraph(block(text))).toBe(expected);
  });
});

describe("shaped like a headline", () => {
  it.each([
    "Harbour reopens",
    "‘We lost everything’: islanders on the storm",
    "3 dead in storm",
    "iPhone".toUpperCase(),
  ])("%j", (text) => {
    expect(isHeadlineShaped(block(text))).toBe(true);
  });

  it.each([
    ["***", "it has no words"],
    ["and then it rained", "it begins in the middle of a sentence"],
    [`A${"a".repeat(160)}`, "it is too long"],
  ])("%j is not: %s", (text) => {
    expect(isHeadlineShaped(block(text))).toBe(false);
  });
});

describe("lists, rules and addresses", () => {
  it.each([
    ["- one", true],
    ["• one", true],
    ["* one", true],
    // A dash alone opens direct speech in many languages.
    ["– one", false],
    ["-one", false],
    ["- ", false],
    ["1. one", false],
  ])("%j is a list item: %s", (text, expected) => {
    expect(isListItem(text)).toBe(expected);
  });

  it.each([
    ["***", true],
    ["— — —", true],
    ["", true],
    ["* a *", false],
    ["*1*", false],
    ["雨", false],
  ])("%j is a rule: %s", (text, expected) => {
    expect(isRule(text)).toBe(expected);
  });

  it.each([
    ["https://gazette.example/a", true],
    ["HTTP://GAZETTE.EXAMPLE", true],
    ["URL: https://gazette.example/a", true],
    ["Source : http://gazette.example/a", true],
    ["https://gazette.example/a and more", false],
    ["See https://gazette.example/a", false],
    ["gazette.example", false],
    ["https://", false],
  ])("%j is an address: %s", (text, expected) => {
    expect(isAddress(text)).toBe(expected);
  });
});

describe("words", () => {
  it.each([
    ["", 0],
    ["— … ***", 0],
    ["one two", 2],
    [" one\ttwo\u00a0three ", 3],
    ["it's 5 o’clock – now", 4],
    ["雨が降った", 1],
  ])("%j has %i", (text, count) => {
    expect(wordCount(text)).toBe(count);
  });

  it.each([
    ["Ice melts “faster” than ever", 'ICE MELTS "FASTER" THAN EVER'],
    ["It’s – over", "it's - over"],
    ["a  b\u00a0c", "A B C"],
    ["ﬁrst", "first"],
    ["cafe\u0301", "café"],
  ])("%j and %j are the same", (a, b) => {
    expect(sameWords(a, b)).toBe(true);
  });

  it.each([
    ["a b", "ab"],
    ["a b", "a b."],
    ["", "a"],
  ])("%j and %j are not", (a, b) => {
    expect(sameWords(a, b)).toBe(false);
  });

  it("are compared in a form that is its own form, of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
        expect(sameWords(text, ` ${text} `)).toBe(true);
      }),
    );
  });

  it.each([
    ["Home Weather Harbour reopens", "Harbour reopens", true],
    ["Home / HARBOUR REOPENS", "Harbour reopens", true],
    ["Harbour reopens", "Harbour reopens", false],
    // The end of a longer word is no word.
    ["Outharbour reopens", "harbour reopens", false],
    ["Harbour reopens today", "Harbour reopens", false],
  ])("%j ends in %j: %s", (longer, text, expected) => {
    expect(endsWithWords(longer, text)).toBe(expected);
  });
});
