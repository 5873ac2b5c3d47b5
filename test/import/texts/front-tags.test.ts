import { expect, it } from "vitest";
import { readTags } from "../../../src/import/texts/front-tags.ts";

it.each([
  [undefined, "tags", "a, b,c", ["a", "b", "c"]],
  [undefined, "tags", "harbour budget", ["harbour budget"]],
  [undefined, "tags", "#harbour #budget", ["harbour", "budget"]],
  ["jekyll", "tags", "harbour budget", ["harbour", "budget"]],
  ["jekyll", "tag", "harbour budget", ["harbour budget"]],
  ["jekyll", "tags", ["harbour budget"], ["harbour budget"]],
  ["obsidian", "tags", "harbour #budget", ["harbour", "budget"]],
  ["hugo", "tags", "harbour budget", ["harbour budget"]],
  ["hexo", "categories", [["a", "b"], ["c"]], ["a", "b", "c"]],
  [
    undefined,
    "tags",
    [{ label: "Sea", permalink: "/sea" }, { slug: "wind" }, {}, 2026, null, true],
    ["Sea", "wind", "2026"],
  ],
  [undefined, "tags", null, []],
  [undefined, "tags", "C#", ["C#"]],
] as const)("%s: %s: %j are %j", (generator, name, value, tags) => {
  expect(readTags([[name, value]], generator)).toEqual(tags);
});
