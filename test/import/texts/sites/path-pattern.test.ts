import { expect, it } from "vitest";
import { matchesPattern } from "../../../../src/import/texts/sites/path-pattern.ts";

it.each([
  ["a/b.md", "a", true],
  ["a/b.md", "a/", true],
  ["a/b.md", "/a/", true],
  ["a/b.md", "b.md", true],
  ["a/b.md", "*.md", true],
  ["a/c/b.md", "a/*.md", false],
  ["a/c/b.md", "a/**", true],
  ["a/c/b.md", "**/c/**", true],
  ["c/b.md", "**/c/**", true],
  ["ab.md", "a", false],
  ["a.md", "a?md", true],
  ["x/a(b.md", "x/a(b.md", true],
  ["x.md", "", true],
  ["x.md", "**", true],
])("%s, %s: %s", (path, pattern, is) => {
  expect(matchesPattern(path, pattern)).toBe(is);
});
