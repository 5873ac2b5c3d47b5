import { describe, expect, it } from "vitest";
import { leftoversOf, once, type UnreadElement } from "../../../src/verify/read/unread-element.ts";
import { unread } from "./parsed.ts";

const names = (elements: UnreadElement[]): string[] => elements.map((element) => element.text());

describe("an element's children", () => {
  it("are taken by name, in their order, once", () => {
    const parent = unread("<a>1</a><b>2</b><a>3</a>");
    expect(names(parent.take("a"))).toEqual(["1", "3"]);
    expect(parent.take("a")).toEqual([]);
    expect(names(parent.take("b"))).toEqual(["2"]);
    expect(parent.leftovers()).toEqual([]);
  });

  it("are taken by what they hold, and the others stay", () => {
    const parent = unread('<a x="1">1</a><a x="2">2</a><a x="1">3</a>');
    const ofOne = parent.take("a", (child) => child.peek("x") === "1");
    expect(names(ofOne)).toEqual(["1", "3"]);
    expect(names(parent.take("a"))).toEqual(["2"]);
  });

  it("are taken one at a time", () => {
    const parent = unread("<a>1</a><a>2</a>");
    expect(parent.takeFirst("a")?.text()).toBe("1");
    expect(parent.takeFirst("a")?.text()).toBe("2");
    expect(parent.takeFirst("a")).toBeUndefined();
  });

  it("of a namespace are not those of another", () => {
    expect(unread("<media:a>1</media:a>").take("a")).toEqual([]);
  });
});

describe("what nobody took is left over", () => {
  it.each<[what: string, content: string, read: (parent: UnreadElement) => void, left: object[]]>([
    ["a child", "<a>x</a>", () => {}, [{ field: "a", read: "<a>x" }]],
    [
      "a child of a namespace, by its local name",
      "<media:a>x</media:a>",
      () => {},
      [{ field: "a", read: "<{http://search.yahoo.com/mrss/}a>x" }],
    ],
    ["a child, and nothing of what is in it", '<a b="1"><c/></a>', () => {}, [{ field: "a", read: "<a>" }]],
    [
      "an attribute of a child that was taken",
      '<a b="1" c="2"/>',
      (parent) => parent.take("a")[0]?.attribute("b"),
      [{ field: "a@c", read: "2" }],
    ],
    ["text of a child that was taken", "<a>x</a>", (parent) => parent.take("a"), [{ field: "a", read: "x" }]],
    ["white space, which is nothing", "\n  <a> </a>\n", (parent) => parent.take("a"), []],
    [
      "a child of a child that was taken",
      "<a><b>x</b></a>",
      (parent) => parent.take("a"),
      [{ field: "b", read: "<b>x" }],
    ],
    [
      "the second, where the first alone was taken",
      "<a/><a>2</a>",
      (parent) => parent.takeFirst("a"),
      [{ field: "a", read: "<a>2" }],
    ],
    ["text between elements", "words<a/>", (parent) => parent.take("a"), [{ field: "parent", read: "words" }]],
    [
      "an attribute that was only looked at",
      '<a b="1"/>',
      (parent) => parent.take("a")[0]?.peek("b"),
      [{ field: "a@b", read: "1" }],
    ],
    [
      "an attribute that should be constant, and is not",
      '<a b="1"/>',
      (parent) => parent.take("a")[0]?.constant("b", "2"),
      [{ field: "a@b", read: "1" }],
    ],
    ["none of a constant", '<a b="1"/>', (parent) => parent.take("a")[0]?.constant("b", "1"), []],
    ["none of an absent constant", "<a/>", (parent) => parent.take("a")[0]?.constant("b", "1"), []],
    ["nothing of what was taken away: who took it tells", "<a>x</a>", (parent) => parent.takeAway("a"), []],
  ])("%s", (_, content, read, left) => {
    const parent = unread(content);
    read(parent);
    expect(parent.leftovers()).toEqual(left);
  });

  it("of entries bears each one's id", () => {
    const entries = unread("<e><a>1</a></e><e/><e><a>3</a></e>").takeAway("e");
    expect(leftoversOf(entries, ["first", "second", ["third", 3]])).toEqual([
      { field: "a", read: "<a>1", entry: "first" },
      { field: "a", read: "<a>3", entry: '["third",3]' },
    ]);
  });
});

describe("an element that may stand once says", () => {
  it.each([
    ["nothing, where it is absent", "", undefined],
    ["its text", "<a>x</a>", "x"],
    ["nothing in it, which is not absent", "<a/>", ""],
    ["a list, where it stands twice, even with one text", "<a>x</a><a>x</a>", ["x", "x"]],
  ])("%s", (_, content, value) => {
    expect(once(unread(content).take("a"))).toEqual(value);
  });

  it("whatever is read of it", () => {
    expect(once(unread('<a b="1"/>').take("a"), (element) => element.attribute("b"))).toBe("1");
  });
});
