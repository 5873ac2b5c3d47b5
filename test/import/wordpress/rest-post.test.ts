import { describe, expect, it } from "vitest";
import { restPost } from "../../../src/import/wordpress/rest-post.ts";

const shown = (rendered: string) => ({ rendered });

describe("a post of the REST API", () => {
  it.each([
    [{ status: "private", title: { raw: "Tide", rendered: "Privat: Tide" } }],
    [{ status: "private", title: shown("Private: Tide") }],
    [{ status: "publish", content: { rendered: "", protected: true }, title: shown("Protected: Tide") }],
  ])("is without the word that stands before the title of what not everybody may read: %j", (json) => {
    expect(restPost(json).title).toBe("Tide");
  });

  it("keeps such a word where it is the story's own", () => {
    expect(restPost({ status: "publish", title: shown("Private: a life") }).title).toBe("Private: a life");
  });

  it("has an excerpt only where somebody wrote one", () => {
    const content = shown("<p>The harbour is open again.</p>");
    const excerptOf = (excerpt: unknown) => restPost({ content, excerpt }).excerpt;
    expect(excerptOf(shown("<p>The harbour is open again.</p>\n"))).toBeUndefined();
    expect(excerptOf(shown("<p>The harbour [&hellip;]</p>"))).toBeUndefined();
    expect(excerptOf({ raw: "", rendered: "<p>Shown all the same</p>" })).toBeUndefined();
    expect(excerptOf(shown("<p>In short.</p>"))).toBe("In short.");
  });

  it("has the author that a plugin names where the site keeps its users to itself, else says that there is none", () => {
    const named = restPost({
      yoast_head_json: { author: "Ada Quayle" },
      _embedded: { author: [{ code: "rest_user_invalid_id" }] },
    });
    expect(named.authors).toEqual([{ name: "Ada Quayle" }]);
    expect(restPost({}).notes).toEqual(["the site does not say who wrote it"]);
  });
});
