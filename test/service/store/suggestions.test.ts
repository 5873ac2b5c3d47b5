import { describe, expect, it } from "vitest";
import { listSuggestions } from "../../../src/service/store/suggestions.ts";
import { article, newsroom } from "../newsroom.ts";
import { explain, recordQueries } from "./recording.ts";

describe("what a field is completed from", () => {
  it("is what stories have: labels from the lists, the rest of the latest ones, the most frequent first, read once", async () => {
    const { db, queries } = recordQueries();
    const room = await newsroom(undefined, undefined, { db });
    await room.put(article("a", { section: "Sport", tags: ["boat", "tide"], authors: [{ name: "Ada" }] }));
    await room.put(article("b", { section: "Arts", tags: ["tide"], language: "he", credit: { name: "Coast Wire" } }));
    await room.put(article("c", { section: "Sport" }));
    await room.put(article("c", { section: "Arts" }));
    await room.put(article("d", { section: "Arts" }));
    queries.clear();
    expect(await listSuggestions(db, false)).toEqual({
      sections: ["Arts", "Sport"],
      tags: ["boat", "tide"],
      authors: ["Ada"],
      languages: ["he"],
      credits: ["Coast Wire"],
    });
    const steps = [...(await explain(queries)).values()].flat();
    expect(steps.filter((step) => / r\b/.test(step))).toEqual(["SEARCH r USING INTEGER PRIMARY KEY (rowid>?)"]);
    expect(steps.filter((step) => /SCAN t\b/.test(step))).toEqual([]);
  });

  it("is nothing that drafts alone have, for whoever sees none", async () => {
    const { db, queries } = recordQueries();
    const room = await newsroom(undefined, undefined, { db });
    const secret = {
      tags: ["merger", "tide"],
      authors: [{ name: "A Source" }],
      language: "he",
      credit: { name: "Leak" },
    };
    await room.put(article("a", { status: "draft", section: "Secret", ...secret }));
    await room.put(article("b", { section: "Arts", tags: ["boat", "tide"], language: "en" }));
    expect(await listSuggestions(db, false)).toMatchObject({ sections: ["Arts", "Secret"], credits: ["Leak"] });
    queries.clear();
    expect(await listSuggestions(db, true)).toEqual({
      ...{ sections: ["Arts"], tags: ["boat", "tide"], authors: [], languages: ["en"], credits: [] },
    });
    const steps = [...(await explain(queries)).values()].flat();
    expect(steps.filter((step) => /SCAN [tl]\b/.test(step))).toEqual([]);
  });
});
