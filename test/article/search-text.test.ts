import { describe, expect, it } from "vitest";
import { foldForSearch, toSearchText, wordsIn } from "../../src/article/search-text.ts";

describe("a text as it is searched", () => {
  it.each([
    ["Zoë’s CAFÉ", "zoe’s cafe"],
    ["Ｆｕｌｌ ﬁne", "full fine"],
    ["הָעוֹבְדִים", "העובדים"],
    ["العُمّال", "العمال"],
    ["हिन्दी", "हिन्दी"],
    ["노동자", "노동자"],
  ])("“%s” is “%s”", (text, folded) => expect(foldForSearch(text)).toBe(folded));

  it("has each character of a script without spaces for a word", () => {
    expect(wordsIn(foldForSearch("港で止めた。ABC"))).toEqual(["港", "で", "止", "め", "た", "abc"]);
    expect(wordsIn(foldForSearch("ท่าเรือ"))).toEqual(["ท่", "า", "เ", "รื", "อ"]);
  });

  it.each([
    ["הנמל", ["הנמל", "נמל"]],
    ["ובנמל", ["ובנמל", "בנמל", "נמל"]],
    ["והם", ["והם"]],
    ["والميناء", ["والميناء", "ميناء", "الميناء"]],
    ["harbour", ["harbour"]],
  ])("finds “%s” by %j", (text, words) => expect(wordsIn(toSearchText(text))).toEqual(words));
});
