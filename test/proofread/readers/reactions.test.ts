import { expect, it } from "vitest";
import { type ReadFeed, reactions } from "../../../src/proofread/readers/reactions.ts";

const READ: ReadFeed = {
  title: "The Harbour Gazette",
  entries: [
    {
      id: "a-1",
      title: "A boat",
      link: "https://gazette.example/boat",
      date: "2026-03-13T06:00:00Z",
      author: null,
      text: "She left.",
      enclosures: [],
    },
  ],
};
const [ENTRY] = READ.entries;

it("says nothing of what is read alike", () => {
  expect(reactions(READ, structuredClone(READ))).toEqual([]);
  expect(reactions({ refused: "no feed" }, { refused: "something else" })).toEqual([]);
});

it("tells a refusal, and a complaint, in the reader's own words", () => {
  expect(reactions(READ, { refused: "not well-formed (line 3)" })).toEqual(["refuses it: not well-formed (line 3)"]);
  expect(reactions(READ, { ...READ, complaint: "undefined entity" })).toEqual([
    "reads it with a complaint: undefined entity",
  ]);
  expect(reactions({ ...READ, complaint: "a" }, { ...READ, complaint: "b" })).toEqual([]);
});

it("tells each field that is missing or other", () => {
  const other = {
    ...READ,
    title: null,
    entries: [{ ...ENTRY, date: null, text: `She ${"sailed ".repeat(20)}` } as typeof ENTRY & object],
  };
  expect(reactions(READ, other)).toEqual([
    "no feed's title",
    "no date",
    expect.stringMatching(/^text: She sailed .{40,60}…$/),
  ]);
});

it("counts the entries that are not shown", () => {
  expect(reactions(READ, { ...READ, entries: [] })).toEqual(["shows 0 of 1 entry"]);
});
