import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/import/draft.ts";
import { readEach } from "../../../src/import/feeds/read-each.ts";

const draft = (where: string): Draft => ({ where, base: [], authors: [], tags: [], media: [], notes: [] });

describe("a feed's items", () => {
  it("are read without the one that its reader throws at, which is skipped by name", () => {
    const read = readEach(["a", "bad", "none", "b"], "item", (item, where) => {
      if (item === "bad") throw new RangeError("too deep\nat line 1");
      return item === "none" ? { skip: { where, reason: "it is none" } } : { draft: draft(where) };
    });
    expect(read).toEqual({
      drafts: [draft("item 1"), draft("item 4")],
      skipped: [
        { where: "item 2", reason: "it cannot be read: RangeError: too deep" },
        { where: "item 3", reason: "it is none" },
      ],
    });
  });
});
