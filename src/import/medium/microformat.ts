import type { Element, Root, RootContent } from "hast";
import { treeToText } from "../../article/html/text.ts";
import { classesOf, elementsOf, writeHtml } from "../../article/html/tree.ts";

/** The elements of a class that lie in a tree, in the order of the document. */
export const withClass = (tree: Root, name: string): Element[] =>
  elementsOf(tree).filter((element) => classesOf(element).includes(name));

/** What stands in an element, as a tree of its own: what is changed in it is changed in the element. */
export const contentOf = (element: Element): Root => ({ type: "root", children: element.children as RootContent[] });

export const textIn = (element: Element): string => treeToText(contentOf(element)).replace(/\s+/g, " ").trim();

export const htmlIn = (element: Element): string => writeHtml(contentOf(element));

/** An attribute that holds one value. */
export function attributeIn(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  return typeof value === "string" ? value.trim() || undefined : undefined;
}
