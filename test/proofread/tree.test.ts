import { describe, expect, it } from "vitest";
import { allText, children, childText, descendants, fault, repeats } from "../../src/proofread/tree.ts";
import { type Element, parseXmlStrictly } from "../../src/verify/parse/xml.ts";

function rootOf(text: string): Element {
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return parsed.root;
}

const ROOT = rootOf('<r xmlns:x="urn:x">\n<a> 1 <b>2</b>3</a>\n<x:a/><a>4</a></r>');

describe("an element's children", () => {
  it("of a name are in their order, and without those of a namespace", () => {
    expect(children(ROOT, "a").map(({ line }) => line)).toEqual([2, 3]);
    expect(children(ROOT, "{urn:x}a")).toHaveLength(1);
    expect(children(ROOT, "b")).toEqual([]);
  });

  it.each([
    ["a", "1 32"],
    ["{urn:x}a", ""],
    ["b", undefined],
  ])("of the name %s say first: %j", (name, text) => {
    expect(childText(ROOT, name)).toBe(text);
  });
});

it("an element's text is its own, and then that of its children", () => {
  expect(allText(rootOf("<a>1<b>2<c>3</c></b>4</a>"))).toBe("1423");
});

it("an element's descendants start with itself, and go down before they go on", () => {
  expect([...descendants(rootOf("<a><b><c/></b><d/></a>"))].map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
});

it("an element is walked however deep it is", () => {
  const element = (children: Element[]): Element => ({
    name: "a",
    attributes: new Map(),
    children,
    text: "x",
    line: 1,
  });
  let root = element([]);
  for (let depth = 1; depth < 100_000; depth += 1) root = element([root]);
  expect(allText(root)).toBe("x".repeat(100_000));
});

describe("a fault of an element", () => {
  const [, second = ROOT] = children(ROOT, "a");

  it("is told with its local name and line", () => {
    expect(fault(second, "is wrong")).toEqual({ where: "<a>, line 3", message: "is wrong" });
    expect(fault(children(ROOT, "{urn:x}a")[0] ?? ROOT, "is wrong").where).toBe("<a>, line 3");
  });

  it("is told with what it stands in", () => {
    expect(fault(second, "is wrong", "item 2").where).toBe("item 2, <a>, line 3");
  });
});

describe("what repeats", () => {
  const found = (...keys: (string | undefined)[]) =>
    repeats(
      keys.map((key, index) => ({ key, index })),
      ({ key }) => key,
      ({ index }, key) => ({ where: String(index), message: key }),
    );

  it.each<[what: string, keys: (string | undefined)[], faults: [string, string][]]>([
    ["nothing", [], []],
    ["none of different keys", ["a", "b"], []],
    [
      "every one after the first",
      ["a", "b", "a", "a"],
      [
        ["2", "a"],
        ["3", "a"],
      ],
    ],
    ["not what has no key", [undefined, undefined], []],
    ["an empty key, which is one", ["", ""], [["1", ""]]],
  ])("is %s", (_, keys, faults) => {
    expect(found(...keys)).toEqual(faults.map(([where, message]) => ({ where, message })));
  });
});
