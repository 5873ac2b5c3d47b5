import { CONTENT } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault } from "../finding.ts";
import { children, fault } from "../tree.ts";

/** An RSS document, or what there is of one. */
export interface RssSheet {
  rss: Element;
  channel: Element;
  items: Element[];
  /** Where it came from, if anybody knows. */
  url?: string;
}

/** Where an item stands, for people. */
export const itemName = (item: Element, index: number): string => `item ${index + 1} (line ${item.line})`;

/** The elements of an item whose content is HTML. */
export const RSS_BODIES = ["description", `${CONTENT}encoded`];

/** A check of each item, which is given the item's name. */
export const eachItem =
  (check: (item: Element, name: string) => Fault[]) =>
  ({ items }: RssSheet): Fault[] =>
    items.flatMap((item, index) => check(item, itemName(item, index)));

/** A fault for each pair of names that both stand in an element. */
export const pairFaults = (parent: Element, pairs: [string, string][], of?: string): Fault[] =>
  pairs.flatMap(([one, other]) => {
    const [first] = children(parent, one);
    const [second] = children(parent, other);
    return first && second ? [fault(second, `stands beside <${one}>, and readers differ in which they take`, of)] : [];
  });

/**
 * A fault of each child of a name that fails a check.
 *
 * @param check answers what is wrong with a text, or undefined
 */
export const childFaults = (
  parent: Element,
  name: string,
  check: (text: string) => string | undefined,
  of?: string,
): Fault[] =>
  children(parent, name).flatMap((child) => {
    const wrong = check(child.text.trim());
    return wrong ? [fault(child, wrong, of)] : [];
  });
