import { describe, expect, it } from "vitest";
import { childFaults, eachItem, itemName, pairFaults } from "../../../src/proofread/rss/sheet.ts";
import { children } from "../../../src/proofread/tree.ts";
import { type Element, parseXmlStrictly } from "../../../src/verify/parse/xml.ts";

function channelOf(content: string): Element {
  const parsed = parseXmlStrictly(`<channel xmlns:dc="http://purl.org/dc/elements/1.1/">${content}</channel>`);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return parsed.root;
}

it("an item is named by its place and line, and a check is given the name", () => {
  const channel = channelOf("<item/>\n<title/><item/>");
  const items = children(channel, "item");
  expect(items.map(itemName)).toEqual(["item 1 (line 1)", "item 2 (line 2)"]);
  const check = eachItem((_, name) => [{ where: name, message: "x" }]);
  expect(check({ rss: channel, channel, items })).toEqual([
    { where: "item 1 (line 1)", message: "x" },
    { where: "item 2 (line 2)", message: "x" },
  ]);
});

describe("pairs that say the same thing", () => {
  const pairs: [string, string][] = [
    ["author", "{http://purl.org/dc/elements/1.1/}creator"],
    ["a", "b"],
  ];

  it.each<[what: string, content: string, faults: object[]]>([
    ["neither", "<c/>", []],
    ["one of each", "<author/><b/>", []],
    [
      "both, in either order",
      "<dc:creator/><author/>",
      [{ where: "item, <creator>, line 1", message: "stands beside <author>, and readers differ in which they take" }],
    ],
    [
      "two pairs",
      "<author/><dc:creator/><a/>\n<b/>",
      [
        { where: "item, <creator>, line 1", message: "stands beside <author>, and readers differ in which they take" },
        { where: "item, <b>, line 2", message: "stands beside <a>, and readers differ in which they take" },
      ],
    ],
  ])("%s", (_, content, faults) => {
    expect(pairFaults(channelOf(content), pairs, "item")).toEqual(faults);
  });
});

it("each child of a name is checked by its text, without white space around it", () => {
  const channel = channelOf("<a> x </a>\n<a>y</a><b>y</b>");
  expect(childFaults(channel, "a", (text) => (text === "x" ? undefined : `"${text}" is no x`))).toEqual([
    { where: "<a>, line 2", message: '"y" is no x' },
  ]);
});
