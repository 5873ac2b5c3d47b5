import { ATOM } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault } from "../finding.ts";
import { children } from "../tree.ts";

/** An Atom feed document. */
export interface AtomSheet {
  feed: Element;
  entries: Element[];
  /** Where it came from, if anybody knows. */
  url?: string;
}

/** The feed and its entries, and what to call each. */
const all = ({ feed, entries }: AtomSheet): [Element, string][] => [
  [feed, "feed"],
  ...entries.map((entry, index): [Element, string] => [entry, `entry ${index + 1} (line ${entry.line})`]),
];
/** A check of the feed and of each entry. */
export const each =
  (check: (container: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    all(sheet).flatMap(([container, of]) => check(container, of));
export const eachEntry =
  (check: (entry: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    all(sheet)
      .slice(1)
      .flatMap(([entry, of]) => check(entry, of));

export const persons = (container: Element): Element[] =>
  ["author", "contributor"].flatMap((name) => children(container, ATOM + name));

export const isAbsolute = (reference: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(reference);
