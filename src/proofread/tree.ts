import { localName } from "../verify/parse/namespaces.ts";
import type { Element } from "../verify/parse/xml.ts";
import type { Fault } from "./finding.ts";

/** An element's children of a name. */
export const children = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** What an element's first child of a name says, without white space around it. */
export const childText = (element: Element, name: string): string | undefined => {
  const child = element.children.find((one) => one.name === name);
  return child && allText(child).trim();
};

/** An element's own text, and then that of its children. */
export const allText = (element: Element): string => [...descendants(element)].map(({ text }) => text).join("");

/** An element and everything in it, each before what is in it. */
export function* descendants(element: Element): Generator<Element> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] as Element);
  }
}

/**
 * A fault of an element, told with its line.
 *
 * @param of what it stands in, as `item 3 (line 40)`
 */
export const fault = (element: Element, message: string, of = ""): Fault => ({
  where: `${of ? `${of}, ` : ""}<${localName(element.name)}>, line ${element.line}`,
  message,
});

/** A fault for each item whose key an earlier one has. Items without a key have no faults. */
export function repeats<T>(
  items: T[],
  key: (item: T) => string | undefined,
  found: (item: T, key: string) => Fault,
): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const value = key(item);
    if (value === undefined) return [];
    if (seen.has(value)) return [found(item, value)];
    seen.add(value);
    return [];
  });
}
