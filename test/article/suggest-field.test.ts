import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleSchema } from "../../src/article/schema.ts";
import { suggestField } from "../../src/article/suggest-field.ts";

const KNOWN = Object.keys(articleSchema.shape);

describe("a suggestion", () => {
  it.each([
    ["date_published", "published_at"],
    ["date_modified", "updated_at"],
    ["publishedAt", "published_at"],
    ["pubDate", "published_at"],
    ["modified_gmt", "updated_at"],
    ["content", "content_html"],
    ["body", "content_html"],
    ["author", "authors"],
    ["categories", "tags"],
    ["category", "section"],
    ["tag", "tags"],
    ["link", "url"],
    ["permalink", "url"],
    ["headline", "title"],
    ["description", "summary"],
    ["excerpt", "summary"],
    ["feature_image", "images"],
    ["lang", "language"],
    ["langauge", "language"],
    ["sumary", "summary"],
    ["expire_at", "expires_at"],
    ["uuid", "id"],
  ])("of %s is %s", (unknown, field) => expect(suggestField(unknown, KNOWN)).toBe(field));

  it.each(["colour", "x", "", "___", "foo", "rank", "x".repeat(1_000)])("of %s is none", (unknown) =>
    expect(suggestField(unknown, KNOWN)).toBeUndefined(),
  );

  it("names what is known, or nothing", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.subarray(KNOWN), (unknown, known) => {
        expect([undefined, ...known]).toContain(suggestField(unknown, known));
      }),
    ));
});
