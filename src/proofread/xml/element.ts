import { localName } from "../../verify/parse/namespaces.ts";
import { clip } from "./clip.ts";

/**
 * What an element is to a reader, whatever the format calls it.
 *
 * - `feed`: RSS's channel, Atom's feed, RSS 1.0's channel.
 * - `entry`: an item, an entry.
 * - `source`: Atom's source, which holds what a feed holds.
 */
export type Role = "root" | "feed" | "entry" | "image" | "textInput" | "source";

/** An element of a document that is read once, from its start to its end. Names are Clark's (`namespaces.ts`). */
export interface Element {
  name: string;
  /** The name as it stands in the document, where its namespace is written otherwise than usual. */
  written?: string;
  /** As it stands in the document. */
  prefix: string;
  attributes: Map<string, string>;
  parent?: Element;
  role?: Role;
  /** Those that are over. An entry is let go when its own rules have been run: who speaks of many remembers what it needs. */
  children: Element[];
  /** Its own character data, without that of its children. */
  text: string;
  /** Prefixes that are declared here, and what for. */
  declared: Map<string, string>;
  /** Where its start tag begins; the first line and column are 1. */
  line: number;
  column: number;
  /** Where it begins in the document without a byte order mark, and where it ends once it is over. */
  from: number;
  to: number;
}

/** An element's children of a name. */
export const childrenOf = <T extends { name: string }>({ children }: { children: readonly T[] }, name: string): T[] =>
  children.filter((child) => child.name === name);

export const firstChild = <T extends { name: string }>(
  { children }: { children: readonly T[] },
  name: string,
): T | undefined => children.find((child) => child.name === name);

/** What an element's first child of a name says, without white space around it. */
export function textOfChild<T extends Texted<T> & { name: string }>(
  element: { children: readonly T[] },
  name: string,
): string | undefined {
  const child = firstChild(element, name);
  return child && wholeText(child).trim();
}

/** What has text, and more of its kind in it. */
interface Texted<T> {
  text: string;
  children: readonly T[];
}

/** An element's own text, and then that of its children. */
export const wholeText = <T extends Texted<T>>(element: T): string =>
  element.children.length === 0 ? element.text : [...withDescendants(element)].map(({ text }) => text).join("");

/** An element and everything in it, each before what is in it. */
export function* withDescendants<T extends { children: readonly T[] }>(element: T): Generator<T> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] as T);
  }
}

/** What an element stands in, from the nearest outwards. */
export function* ancestors(element: Element): Generator<Element> {
  for (let next = element.parent; next; next = next.parent) yield next;
}

/** An element as people know it: with the prefix that the document gives it. */
export const tagOf = ({ name, prefix }: Element): string =>
  `<${prefix ? `${clip(prefix)}:` : ""}${clip(localName(name))}>`;
