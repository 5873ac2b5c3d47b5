import { expect, it } from "vitest";
import { isLineFate, LINE_FATES } from "../../src/import/line-fate.ts";

it("knows the fates that a line may have, and no other", () => {
  expect([...LINE_FATES, "paragraph", ""].filter(isLineFate)).toEqual([...LINE_FATES]);
});
