import { expect, it } from "vitest";
import { feedNames } from "../../../../src/service/desk/preview/feed-names.ts";

const feeds = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `F${n + 1}` }));

it.each([
  [1, "F1"],
  [3, "F1, F2, F3"],
  [20, /^F1, .*, F20$/],
  [22, /^F1, .*, F20 and 2 more$/],
])("of %i feeds is %s", (count, line) => expect(feedNames(feeds(count))).toMatch(line));
