import { describe, expect, it } from "vitest";
import { compareForms, mergeForms } from "../../../../../src/service/desk/editor/story/merge.ts";

const base = { title: "Votes", section: "Politics", summary: "S", "tags.0.name": "vote" };

describe("two forms of one story", () => {
  it("are put together: what one has changed is taken, and what both have is chosen", () => {
    const mine = { ...base, title: "Mine", section: "Sport" };
    const theirs = { ...base, title: "Theirs", "tags.1.name": "tide" };
    expect(compareForms({ base, mine, theirs })).toEqual({ taken: ["tags"], both: ["title"] });
    expect(mergeForms({ base, mine, theirs }, () => "theirs")).toEqual({ ...theirs, section: "Sport" });
    expect(mergeForms({ base, mine, theirs }, () => "mine")).toEqual({ ...mine, "tags.1.name": "tide" });
    expect(mergeForms({ base, mine, theirs }, () => undefined)).toBeUndefined();
  });

  it("agree where both have changed something alike, or one has taken something out", () => {
    const { summary: _, ...without } = base;
    expect(compareForms({ base, mine: { ...base, title: "New" }, theirs: { ...base, title: "New" } })).toEqual({
      taken: [],
      both: [],
    });
    expect(mergeForms({ base, mine: base, theirs: without }, () => undefined)).toEqual(without);
  });

  it("differ in all that differs where nobody knows what they started from", () => {
    expect(compareForms({ mine: base, theirs: { ...base, title: "Theirs" } })).toEqual({ taken: [], both: ["title"] });
  });
});
