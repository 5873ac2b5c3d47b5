import { describe, expect, it } from "vitest";
import { census, missing } from "../../../src/article/html/census.ts";
import { parseHtml } from "../../../src/article/html/tree.ts";

const count = (html: string) => census(parseHtml(html));
const gone = (before: string, after: string) => [...missing(count(before), count(after))];

describe("a census of markup", () => {
  it("counts every element and attribute, wherever it stands", () =>
    expect([...count('<p class="a" onclick="x">1<b onclick="y">2</b></p><p>3</p>')]).toEqual([
      ["p", 2],
      ["p[classname]", 1],
      ["p[onclick]", 1],
      ["b", 1],
      ["b[onclick]", 1],
    ]));

  it("counts nothing in plain text", () => expect([...count("a &lt;b&gt; c<!-- d -->")]).toEqual([]));
});

describe("what is missing", () => {
  it.each<[string, string, string, [string, number][]]>([
    ["nothing of what stayed", "<p>a</p>", "<p>a</p>", []],
    ["an element", "<p>a</p><script></script>", "<p>a</p>", [["script", 1]]],
    ["an attribute of an element that stayed", '<p onclick="x">a</p>', "<p>a</p>", [["p[onclick]", 1]]],
    ["an element, without the attributes that went with it", '<a href="x" rel="y">a</a>', "a", [["a", 1]]],
    [
      "an attribute of those that stayed, beside elements that went",
      '<a href="x">1</a><a href="y">2</a><a href="z">3</a>',
      "<a>1</a><a>2</a>",
      [
        ["a", 1],
        ["a[href]", 3],
      ],
    ],
    ["nothing, where there is more than there was", "<p>a</p>", "<p>a</p><p></p>", []],
  ])("is %s", (_, before, after, expected) => expect(gone(before, after)).toEqual(expected));
});
