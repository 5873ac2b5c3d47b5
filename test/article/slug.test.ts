import { describe, expect, it } from "vitest";
import { SLUG } from "../../src/article/slug.ts";

describe("a slug", () => {
  it.each(["a", "radio", "harbour-radio", "2026", "a-1-b"])("is %s, which is itself in a URL", (slug) => {
    expect(slug).toMatch(SLUG);
    expect(encodeURIComponent(slug)).toBe(slug);
  });

  it.each(["", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "a b", "é", "a\n"])("is not %j", (slug) =>
    expect(slug).not.toMatch(SLUG),
  );
});
