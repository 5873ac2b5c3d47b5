import { describe, expect, it } from "vitest";
import { pointerTo } from "../../src/article/pointer.ts";

describe("a step of a JSON Pointer (RFC 6901 §3, §4)", () => {
  it.each([
    ["title", "/title"],
    [0, "/0"],
    ["", "/"],
    ["a/b", "/a~1b"],
    ["m~n", "/m~0n"],
    ["~1", "/~01"],
    ["c%d e", "/c%d e"],
    ["a\u0000b\ud800", "/ab"],
  ])("to %j is %j", (step, pointer) => expect(pointerTo(step)).toBe(pointer));
});
