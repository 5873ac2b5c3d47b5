import { describe, expect, it, vi } from "vitest";
import { remember } from "../../../src/service/audience/remember.ts";

describe("a header's reading", () => {
  it("is remembered, as many as there is room for", () => {
    const read = vi.fn((text: string) => text.length);
    const reading = remember(3, read);
    for (const text of ["a", "bb", "a", "ccc", "bb", "a"]) expect(reading(text)).toBe(text.length);
    expect(read).toHaveBeenCalledTimes(3);
    reading("dddd");
    reading("bb");
    expect(read).toHaveBeenCalledTimes(4);
    reading("a");
    expect(read).toHaveBeenCalledTimes(5);
    const long = "x".repeat(10_000);
    expect([reading(long), reading(long)]).toEqual([10_000, 10_000]);
    expect(read).toHaveBeenCalledTimes(7);
  });
});
