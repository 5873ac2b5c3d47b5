import { describe, expect, it } from "vitest";
import { type ElementLiteral, elementsToXml, extensions, toXml } from "../../src/render/element.ts";

describe("an element as XML", () => {
  it.each<[what: string, element: ElementLiteral, xml: string]>([
    ["without content", {}, "<a/>"],
    ["with text", { _text: "x" }, "<a>x</a>"],
    ["with attributes, in their order", { _attributes: { c: "1", b: 2 } }, '<a c="1" b="2"/>'],
    ["without attributes that are undefined", { _attributes: { b: undefined, c: 0 } }, '<a c="0"/>'],
    ["with children, in their order", { c: { _text: "1" }, b: {} }, "<a><c>1</c><b/></a>"],
    ["with a child for each of a list", { b: [{ _text: "1" }, { _text: "2" }] }, "<a><b>1</b><b>2</b></a>"],
    ["without children that are undefined, or an empty list", { b: undefined, c: [] }, "<a/>"],
    ["with text ahead of children", { b: {}, _text: "x" }, "<a>x<b/></a>"],
    [
      "of several floors",
      { _attributes: { x: "1" }, b: { _attributes: { y: "2" }, "m:c": { _text: "z" } } },
      '<a x="1"><b y="2"><m:c>z</m:c></b></a>',
    ],
  ])("%s", (_, element, xml) => {
    expect(toXml("a", element)).toBe(xml);
  });

  it("of several names, in their order", () => {
    expect(elementsToXml({ b: {}, none: undefined, a: [{ _text: "1" }, {}] })).toBe("<b/><a>1</a><a/>");
    expect(elementsToXml({})).toBe("");
  });
});

describe("what `feed` takes as extensions", () => {
  it("are the names that have a value", () => {
    expect(extensions({ a: { _text: "x" }, b: undefined, c: [], d: "text", e: 0, f: false })).toEqual([
      { name: "a", objects: { _text: "x" } },
      { name: "c", objects: [] },
      { name: "d", objects: "text" },
      { name: "e", objects: 0 },
      { name: "f", objects: false },
    ]);
  });

  it("have no undefined child at any depth, which `feed` would write as an empty element", () => {
    const [extension] = extensions({ a: { b: undefined, c: [{ d: undefined, e: { f: undefined, g: null } }] } });
    expect(extension).toStrictEqual({ name: "a", objects: { c: [{ e: { g: null } }] } });
  });

  it("leave what they are made of as it is", () => {
    const fields = { a: { b: undefined, c: [{ d: undefined }] } };
    extensions(fields);
    expect(fields).toStrictEqual({ a: { b: undefined, c: [{ d: undefined }] } });
  });
});
