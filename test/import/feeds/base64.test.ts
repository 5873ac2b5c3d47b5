import { describe, expect, it } from "vitest";
import { textInBase64 } from "../../../src/import/feeds/base64.ts";

describe("base64", () => {
  it.each([
    ["S8O2bG4=", "Köln"],
    ["\n  S8O2\n  bG4\n", "Köln"],
    ["", ""],
    // A NUL, a byte that is no UTF-8, no base64.
    ["AAAA", undefined],
    ["/w==", undefined],
    ["Köln", undefined],
  ])("%j is %j", (written, text) => {
    expect(textInBase64(written)).toBe(text);
  });
});
