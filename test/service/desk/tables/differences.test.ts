import { describe, expect, it } from "vitest";
import { Differences } from "../../../../src/service/desk/tables/differences.tsx";
import { render } from "../../render.ts";
import { text } from "../browser.ts";

describe("two states of an article", () => {
  it("stand beside one another, field by field; what is absent is a dash", () => {
    const html = render(Differences, {
      label: "Changes",
      before: "Revision 1",
      after: "Revision 2",
      changes: [
        { path: "/title", before: "Old", after: "New" },
        { path: "/tags", before: [], after: ["Votes"] },
        { path: "/section", before: "Politics" },
      ],
    });
    expect(text(html).trim()).toBe('Field Revision 1 Revision 2 title Old New tags – [ "Votes" ] section Politics –');
    expect(html).toContain('aria-label="Changes"');
  });
});
