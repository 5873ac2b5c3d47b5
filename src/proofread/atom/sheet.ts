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

/** Where an entry stands, for people. */
export const entryName = (entry: Element, index: number): string => `entry ${index + 1} (line ${entry.line})`;

/** The feed and its entries, and what to call each. */
const namedContainers = ({ feed, entries }: AtomSheet): [Element, string][] => [
  [feed, "feed"],
  ...entries.map((entry, index): [Element, string] => [entry, entryName(entry, index)]),
];

/** One check of the feed and of each entry, which is given the name of what it checks. */
export const ofFeedAndEntries =
  (check: (container: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    namedContainers(sheet).flatMap(([container, of]) => check(container, of));

/** A check of each entry, which is given the entry's name. */
export const eachEntry =
  (check: (entry: Element, of: string) => Fault[]) =>
  (sheet: AtomSheet): Fault[] =>
    namedContainers(sheet)
      .slice(1)
      .flatMap(([entry, of]) => check(entry, of));

/** The authors and contributors of a feed or an entry. */
export const persons = (container: Element): Element[] =>
  ["author", "contributor"].flatMap((name) => children(container, ATOM + name));
