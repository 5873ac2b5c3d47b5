import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashedSlug, isValueSlug, valueSlug } from "../../src/feed/value-slug.ts";

describe("what stands for a value in addresses", () => {
  it.each([
    ["Zürich", "zurich"],
    ["Ærø & Øresund", "aero-oresund"],
    ["İstanbul", "istanbul"],
    ["Côte d’Ivoire", "cote-divoire"],
    ["政治", "政治"],
    ["Архив", "архив"],
  ])("of %s is %s", (label, slug) => expect(valueSlug(label)).toBe(slug));

  it.each(["", "!!!", "archive", "x".repeat(61)])("is a hash where %j cannot", (label) => {
    expect(valueSlug(label)).toBeNull();
    expect(isValueSlug(hashedSlug(label, label))).toBe(true);
  });

  it("is known for one, whatever the value", () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ unit: "binary", maxLength: 80 })),
        (label) => {
          expect(isValueSlug(valueSlug(label) ?? "x")).toBe(true);
          expect(isValueSlug(hashedSlug(label, label))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    ));

  it.each(["", "Zurich", "a b", "a/b", "a.b", "a--b", "-a", "a-", "a%20", "..", "archive", "x".repeat(70), "zürich"])(
    "is not %j",
    (text) => expect(isValueSlug(text)).toBe(false),
  );
});
