import { expect, it } from "vitest";
import { withDefaults } from "../../../../src/import/texts/front-matter/with-defaults.ts";

it("a file's own fields stand, under whatever spelling, and of what is handed down the last", () => {
  expect(withDefaults({ Draft: false, title: "A" }, [{ draft: true, layout: "x" }, { layout: "y" }])).toEqual({
    Draft: false,
    title: "A",
    layout: "y",
  });
});
