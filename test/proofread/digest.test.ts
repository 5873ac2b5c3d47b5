import fc from "fast-check";
import { expect, it, test } from "vitest";
import { digestOf } from "../../src/proofread/digest.ts";

test("texts that differ have different digests, and one text has one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
      expect(digestOf(one) === digestOf(other)).toBe(one === other);
    }),
  );
});

it("tells a hundred thousand texts apart that differ by a digit, by a place or by their length", () => {
  const texts = Array.from(
    { length: 100_000 },
    (_, index) => `${"x".repeat(index % 7)}${index}${" ".repeat(index % 3)}`,
  );
  expect(new Set(texts.map(digestOf)).size).toBe(new Set(texts).size);
});
