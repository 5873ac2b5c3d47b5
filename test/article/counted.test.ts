import { expect, it } from "vitest";
import { counted } from "../../src/article/counted.ts";

it.each([
  [0, "feed", undefined, "0 feeds"],
  [1, "feed", undefined, "1 feed"],
  [2, "feed", undefined, "2 feeds"],
  [1, "story", "stories", "1 story"],
  [21, "story", "stories", "21 stories"],
])("%i of “%s” is counted in words", (number, one, many, words) => expect(counted(number, one, many)).toBe(words));
