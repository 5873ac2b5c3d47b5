import { describe, expect, it } from "vitest";
import { elements, type XmlElement } from "../../../src/import/feeds/xml.ts";
import { XmlTree } from "../../../src/import/feeds/xml-tree.ts";

const NONE = new Map<string, string>();

/** The names of an element and of what is in it: `a(b c)`. */
function names(element: XmlElement | null): string {
  const within = element ? elements(element).map(names).join(" ") : "";
  return `${element?.name}${within && `(${within})`}`;
}

describe("a tree of the tags as they come", () => {
  const treeOf = (...tags: string[]): XmlElement | null => {
    const tree = new XmlTree();
    for (const tag of tags) tag.startsWith("/") ? tree.close(tag.slice(1)) : tree.open(tag, NONE);
    return tree.end();
  };

  it.each([
    ["ends all that is in what ends", ["a", "b", "c", "/b", "d"], "a(b(c) d)"],
    ["ends the innermost of a name", ["a", "a", "/a", "b"], "a(a b)"],
    ["passes over the end of nothing that is open", ["a", "b", "/b", "/b", "/c", "d"], "a(b d)"],
    ["has one root", ["a", "/a", "b"], "a"],
  ])("%s", (_, tags, expected) => {
    expect(names(treeOf(...tags))).toBe(expected);
  });

  it("has no element where none was opened", () => {
    expect(treeOf("/a")).toBeNull();
  });

  it("is 401 elements deep at most, and its ends are found beyond, too", () => {
    const tags = Array.from({ length: 1_000 }, (_, index) => `a${index}`);
    const deep = treeOf("root", "item", ...tags, "/item", "b");
    expect(deep && elements(deep).map(({ name }) => name)).toEqual(["item", "b"]);
    let [element, depth] = [deep && elements(deep)[0], 2];
    for (; element && elements(element).length > 0; depth += 1) element = elements(element)[0];
    expect(depth).toBe(401);
  });
});
