import { describe, expect, it } from "vitest";
import { maySendPart, rangeOf } from "../../../src/service/http/range.ts";

describe("a range (RFC 9110 §14.1.2) of ten bytes", () => {
  it.each([
    [null, null],
    ["", null],
    ["bytes=0-3", { first: 0, last: 3 }],
    ["bytes=4-", { first: 4, last: 9 }],
    ["bytes=-3", { first: 7, last: 9 }],
    ["bytes=-30", { first: 0, last: 9 }],
    ["bytes=8-99", { first: 8, last: 9 }],
    ["Bytes= 0-0 ", { first: 0, last: 0 }],
    ["bytes=10-", "none"],
    ["bytes=10-12", "none"],
    ["bytes=-0", "none"],
    // What is none is not looked at (§14.2).
    ["bytes=5-2", null],
    ["bytes=-", null],
    ["bytes=a-b", null],
    ["bytes=0-1,3-4", null],
    ["pages=1-2", null],
    ["0-3", null],
  ])("%s", (header, range) => expect(rangeOf(header, 10)).toEqual(range));

  it("of nothing is nothing", () => {
    expect(rangeOf("bytes=0-", 0)).toBe("none");
    expect(rangeOf("bytes=-1", 0)).toBe("none");
  });
});

describe("a condition on a part (RFC 9110 §13.1.5)", () => {
  it.each([
    [null, true],
    ['"a"', true],
    [' "a" ', true],
    ['W/"a"', false],
    ['"b"', false],
    ["Sun, 06 Nov 1994 08:49:37 GMT", false],
  ])("%s", (header, may) => expect(maySendPart(header, '"a"')).toBe(may));
});
