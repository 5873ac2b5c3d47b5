import { describe, expect, it } from "vitest";
import { rssLine, rssText } from "../../../src/import/feeds/rss-text.ts";
import { only } from "../helpers.ts";

describe("a text of RSS, which never says what it is", () => {
  it.each([
    ["plain text is text", "<d>1 &lt; 2</d>", { type: "text", value: "1 < 2" }],
    ["escaped markup is markup", "<d>&lt;p&gt;a&lt;/p&gt;</d>", { type: "html", value: "<p>a</p>" }],
    ["markup in CDATA is markup", "<d><![CDATA[<p>a & b</p>]]></d>", { type: "html", value: "<p>a & b</p>" }],
    [
      "markup that was left unescaped is markup",
      "<d>a <x:b>c</x:b><br/></d>",
      { type: "html", value: "a <b>c</b><br>" },
    ],
    ["a reference that was escaped twice is markup", "<d>R&amp;amp;D</d>", { type: "html", value: "R&amp;D" }],
    ["white space around it stays", "<d> a </d>", { type: "text", value: " a " }],
  ])("%s", (_, element, expected) => {
    expect(rssText(only(element))).toEqual(expected);
  });

  it.each(["<d/>", "<d> \n</d>", "<d><![CDATA[ ]]></d>"])("%s says nothing", (element) => {
    expect(rssText(only(element))).toBeUndefined();
  });

  it("that is missing says nothing", () => {
    expect(rssText(undefined)).toBeUndefined();
  });
});

describe("a name or label of RSS", () => {
  it.each([
    ["<c> Arts\n &amp; Culture </c>", "Arts & Culture"],
    ["<c>Arts &amp;amp; Culture</c>", "Arts & Culture"],
    ["<c><![CDATA[<b>Arts</b>]]></c>", "Arts"],
    ["<c>List&lt;String&gt;</c>", "List<String>"],
    ["<c/>", ""],
  ])("%s is %j", (element, expected) => {
    expect(rssLine(only(element))).toBe(expected);
  });
});
