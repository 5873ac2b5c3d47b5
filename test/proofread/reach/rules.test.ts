import { describe, expect, it } from "vitest";
import { bytesText, type ReachRule, reachFindings, readersText } from "../../../src/proofread/reach/rules.ts";
import { polledBy } from "./polled.ts";

const RULE: ReachRule = {
  rule: "x",
  severity: "error",
  means: "m",
  mend: "n",
  see: ({ reader }) => reader.name.slice(0, 4),
};

describe("findings", () => {
  it("are one for all readers who saw the same, in the order of the rules", () => {
    const silent = { ...RULE, see: () => undefined };
    const told = { rule: "x", severity: "error", means: "m", mend: "n" };
    expect(reachFindings([silent, RULE], polledBy({ Feedly: {}, NewsBlur: {}, Feedbin: {} }))).toEqual([
      { ...told, seen: "Feed", readers: ["Feedly", "Feedbin"] },
      { ...told, seen: "News", readers: ["NewsBlur"] },
    ]);
  });
});

describe("readers", () => {
  const ALL = ["a", "b", "c", "d", "e"];
  it.each([
    [ALL, "all 5 readers"],
    [["a", "b"], "2 of 5: a, b"],
    [["a", "b", "c", "d"], "4 of 5: all but e"],
  ])("%j are called %s", (readers, text) => expect(readersText(readers, ALL)).toBe(text));
});

it("has bytes as people read them", () => expect(bytesText(1_234_567)).toBe("1,234,567 bytes"));
