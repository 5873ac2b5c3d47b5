import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashedSlug, isValueSlug, valueSlug } from "../../src/feed/value-slug.ts";

describe("what stands for a value in addresses", () => {
  it.each([
    ["Zürich", "zurich"],
    ["ZÜRICH", "zurich"],
    ["Zu\u0308rich", "zurich"],
    ["Łódź", "lodz"],
    ["İstanbul", "istanbul"],
    ["Straße", "strasse"],
    ["Ærøskøbing", "aeroskobing"],
    ["Côte d’Ivoire", "cote-divoire"],
    ["Real Madrid – FC Barcelona", "real-madrid-fc-barcelona"],
    ["  AC/DC  ", "ac-dc"],
    ["C++", "c"],
    ["COVID‑19", "covid-19"],
    ["ﬁnance", "finance"],
    ["Ｔｏｋｙｏ", "tokyo"],
    ["政治", "政治"],
    ["東京 オリンピック", "東京-オリンピック"],
    ["한국", "한국"],
    ["سياسة", "سياسة"],
    ["בחירות", "בחירות"],
    ["Политика", "политика"],
    ["Йога", "йога"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
  ])("%s: %s", (label, slug) => expect(valueSlug(label)).toBe(slug));

  it.each(["", "!!!", "🎉", "Archive", "a".repeat(61)])("is nothing of itself of %j", (label) =>
    expect(valueSlug(label)).toBeNull(),
  );

  it("has a hash where it has to be told apart: always the same, another one of another value", () => {
    expect(hashedSlug("C++", "c++")).toMatch(/^c-[0-9a-f]{8}$/);
    expect(hashedSlug("C++", "c++")).toBe(hashedSlug("C++", "c++"));
    expect(hashedSlug("C++", "c++")).not.toBe(hashedSlug("C", "c"));
    expect(hashedSlug("🎉", "🎉")).toMatch(/^[0-9a-f]{8}$/);
    expect(hashedSlug("Archive", "archive")).toMatch(/^archive-[0-9a-f]{8}$/);
    expect([...hashedSlug("ä".repeat(200), "x")]).toHaveLength(69);
  });

  it("comes through a URL as it is, whatever the value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (label) => {
        for (const slug of [valueSlug(label) ?? "none", hashedSlug(label, label)]) {
          expect(isValueSlug(slug)).toBe(true);
          const { pathname } = new URL(`https://feeds.example/feeds/tag/${encodeURI(slug)}.rss`);
          expect(decodeURIComponent(pathname)).toBe(`/feeds/tag/${slug}.rss`);
        }
      }),
    );
  });

  it("is the same for spellings that differ in case, and of what it is itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcXYZäÖéñ政治 -_'") }), (label) => {
        const slug = valueSlug(label);
        expect(valueSlug(label.toUpperCase())).toBe(slug);
        if (slug !== null) expect(valueSlug(slug)).toBe(slug);
      }),
    );
  });

  it.each([
    "",
    "Zurich",
    "a b",
    "a/b",
    "a.b",
    "a--b",
    "-a",
    "a-",
    "a%20",
    "..",
    "archive",
    "x".repeat(70),
    "zu\u0308rich",
  ])("is not %j", (text) => expect(isValueSlug(text)).toBe(false));
});
