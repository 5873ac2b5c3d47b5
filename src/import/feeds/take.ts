import { oneLine } from "../../article/text.ts";
import { elements, textOf, type XmlElement } from "./xml.ts";

/**
 * Reads an element's children by name and remembers which were read, so that what an article cannot hold is reported by
 * name and never lost in silence.
 */
export interface Taker {
  /** The first of the names, in the order of preference, of which there is an element that is not empty. */
  one(...names: string[]): XmlElement | undefined;
  /** Every child of one of the names, in the document's order. */
  all(...names: string[]): XmlElement[];
  /** The trimmed text of what `one` finds; undefined where that has only attributes. */
  text(...names: string[]): string | undefined;
  /** The names of what was not read, each once. An element that is empty, or only repeats a text that was read, is no loss. */
  left(): string[];
}

export function take(parents: XmlElement | XmlElement[]): Taker {
  const children = [parents].flat().flatMap(elements);
  const read = new Set<XmlElement>();
  const all = (...names: string[]): XmlElement[] => {
    const found = children.filter((child) => names.includes(child.name));
    for (const child of found) read.add(child);
    return found;
  };
  const one = (...names: string[]): XmlElement | undefined => {
    const found = names.flatMap((name) => children.find((child) => child.name === name && !isEmpty(child)) ?? [])[0];
    if (found) read.add(found);
    return found;
  };
  return {
    one,
    all,
    text: (...names) => {
      const found = one(...names);
      return found && (textOf(found).trim() || undefined);
    },
    left: () => {
      const texts = new Set([...read].map(lineOf));
      const lost = children.filter(
        (child) => !read.has(child) && !isEmpty(child) && !(lineOf(child) !== "" && texts.has(lineOf(child))),
      );
      return [...new Set(lost.map((child) => child.name))];
    },
  };
}

const lineOf = (element: XmlElement): string => oneLine(textOf(element));

const isEmpty = (element: XmlElement): boolean =>
  element.attributes.size === 0 &&
  element.children.every((child) => (typeof child === "string" ? child.trim() === "" : isEmpty(child)));
