import { localName } from "../verify/parse/namespaces.ts";
import type { Element } from "../verify/parse/xml.ts";
import type { Fault } from "./finding.ts";

export const children = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** What an element's only or first child of a name says. */
export const childText = (element: Element, name: string): string | undefined => {
  const child = element.children.find((one) => one.name === name);
  return child && allText(child).trim();
};

/** Its text, with that of its children in between. */
export const allText = (element: Element): string => element.text + element.children.map(allText).join("");

/** The element and everything in it. */
export function* descendants(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** A fault of an element, told with its line. */
export const fault = (element: Element, message: string, of = ""): Fault => ({
  where: `${of ? `${of}, ` : ""}<${localName(element.name)}>, line ${element.line}`,
  message,
});

/** A fault for each repeated key. */
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
