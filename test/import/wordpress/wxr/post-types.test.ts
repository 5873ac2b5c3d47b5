import { describe, expect, it } from "vitest";
import { PostTypes } from "../../../../src/import/wordpress/wxr/post-types.ts";
import { readParts } from "../../../../src/import/wordpress/wxr/wxr-file.ts";
import { chunksOf, type ItemFields, wxr, wxrItem } from "./wxr.ts";

async function choose(asked: string[], fields: ItemFields[]) {
  const types = new PostTypes(asked);
  const taken: boolean[] = [];
  for await (const part of readParts(() => chunksOf(wxr(fields.map(wxrItem).join("")), 10_000))) {
    const item = part.kind === "item" ? part.parse() : null;
    if (item) taken.push(types.take(item));
  }
  return { taken, skips: types.skips() };
}

describe("what is read of an export", () => {
  it("is its posts, and what is asked for", async () => {
    const fields = [{ type: "post" }, { type: "page" }, { type: "review" }];
    expect((await choose([], fields)).taken).toEqual([true, false, false]);
    expect((await choose(["page", "review"], fields)).taken).toEqual([true, true, true]);
  });

  it("is no draft that was only begun, unless somebody wrote into it", async () => {
    const { taken, skips } = await choose(
      [],
      [
        { status: "auto-draft", content: "" },
        { status: "auto-draft", content: "Words." },
      ],
    );
    expect(taken).toEqual([false, true]);
    expect(skips).toEqual([{ where: "auto-draft ×1", reason: "nobody saved it, and it is empty", isNoStory: true }]);
  });

  it("tells of the rest by its type, and how to get it where it may be a story", async () => {
    const { skips } = await choose(
      [],
      ["attachment", "attachment", "page", "review", "wp_template"].map((type) => ({ type })),
    );
    expect(skips.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      "attachment ×2: files of the library: they go where stories show them",
      "page ×1: pages are left out: --pages takes them",
      "review ×1: another kind of post, left out: --post-type review takes them",
      "wp_template ×1: WordPress or a plugin keeps its own there, and no stories",
    ]);
    expect(skips.every(({ isNoStory }) => isNoStory)).toBe(true);
  });
});
