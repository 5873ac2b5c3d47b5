import { describe, expect, it } from "vitest";
import { moduleTags } from "../../../src/import/feeds/module-tags.ts";
import { take } from "../../../src/import/feeds/take.ts";
import { only } from "../helpers.ts";

describe("the tags of modules", () => {
  it.each([
    ['<itunes:category text="News"><itunes:category text="Local"/></itunes:category>', ["News", "Local"]],
    ['<media:category label="Ships">boats</media:category><media:category label="Sea"/>', ["boats", "Sea"]],
    ['<media:keywords>a, b</media:keywords><itunes:keywords text="c"/><tags>d</tags>', ["a", "b", "c", "d"]],
    ["", []],
  ])("of %j are %j", (inner, tags) => {
    expect(moduleTags(take(only(`<item>${inner}</item>`)))).toEqual(tags);
  });
});
