import { describe, expect, it } from "vitest";
import { draftOf, type WordpressPost } from "../../../src/import/wordpress/post.ts";

const post = (fields: Partial<WordpressPost>): WordpressPost => ({
  ...{ where: "item 1", status: "publish", hasPassword: false, authors: [], terms: [], media: [], notes: [] },
  ...fields,
});
const NEVER = "0000-00-00 00:00:00";
const GMT = "2024-05-06 08:00:00";

describe("the draft of a post", () => {
  it.each([
    [{ gmt: GMT, local: "2024-05-06 09:00:00" }, `${GMT}Z`],
    [{ gmt: NEVER, local: "2024-05-06 09:00:00" }, "2024-05-06 09:00:00"],
    [{ other: "Mon, 06 May 2024 08:00:00 +0000" }, "Mon, 06 May 2024 08:00:00 +0000"],
    [{ gmt: NEVER, local: NEVER, other: "Wed, 30 Nov -0001 00:00:00 +0000" }, undefined],
  ])("has the date that the post has: %j", (date, published) => {
    expect(draftOf(post({ date })).published).toBe(published);
  });

  it("was changed only after it had come out", () => {
    const updatedAt = (gmt: string) => draftOf(post({ date: { gmt: GMT }, modified: { gmt } })).updated;
    expect(updatedAt("2024-05-07 08:00:00")).toBe("2024-05-07 08:00:00Z");
    expect(updatedAt("2024-05-05 08:00:00")).toBeUndefined();
  });

  it("is under embargo where it is scheduled, and withheld where nobody can tell until when", () => {
    expect(draftOf(post({ status: "Future", date: { gmt: GMT } }))).toMatchObject({
      embargo: `${GMT}Z`,
      withheld: undefined,
    });
    expect(draftOf(post({ status: "future", date: { other: "soon" } }))).toMatchObject({
      embargo: undefined,
      withheld: "it is scheduled, and its date cannot be read",
    });
  });

  it("tells whose terms are left out", () => {
    expect(draftOf(post({ terms: [{ taxonomy: "issue", slug: "a", name: "A" }] })).notes).toEqual([
      "its terms of issue are left out",
    ]);
  });
});
