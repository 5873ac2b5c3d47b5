import { describe, expect, it } from "vitest";
import { attribute, elements, textOf } from "../../../src/import/feeds/xml.ts";
import { xml } from "../helpers.ts";

describe("reading a tree", () => {
  const root = xml("<a b=' x ' c='  '>1<d>2<e>3</e></d>4<f/></a>");

  it("the child elements, without the text between them", () => {
    expect(elements(root).map(({ name }) => name)).toEqual(["d", "f"]);
  });

  it("all its text, in the document's order", () => {
    expect(textOf(root)).toBe("1234");
    expect(textOf("1 < 2")).toBe("1 < 2");
  });

  it("an attribute that says something", () => {
    expect([attribute(root, "b"), attribute(root, "c"), attribute(root, "z")]).toEqual(["x", undefined, undefined]);
  });
});
