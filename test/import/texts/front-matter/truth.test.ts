import { expect, it } from "vitest";
import { readTruth } from "../../../../src/import/texts/front-matter/truth.ts";

it.each([
  [true, true],
  ["True", true],
  [" YES ", true],
  ["on", true],
  [1, true],
  ["1", true],
  [false, false],
  ["False", false],
  ["off", false],
  [0, false],
  ["never", false],
  ["perhaps", undefined],
  [2, undefined],
  [["true"], undefined],
  [null, undefined],
  ["", undefined],
])("%j is %j", (value, truth) => {
  expect(readTruth(value)).toBe(truth);
});
