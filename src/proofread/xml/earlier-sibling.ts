import type { Element } from "./element.ts";
import type { Sheet } from "./rule.ts";

/** Whose memory this is. */
const FIRSTS = {};

/**
 * The first of an element's siblings that are called like it, if it is not itself. It is asked of each element, in their order;
 * with its siblings searched for each of thousands, a document would take the square of their number.
 */
export function earlierSibling(element: Element, sheet: Sheet): Element | undefined {
  const { parent, name } = element;
  if (!parent) return undefined;
  const firsts = sheet.remember(FIRSTS, () => new WeakMap<Element, Map<string, Element>>());
  const ofParent = firsts.get(parent) ?? new Map<string, Element>();
  firsts.set(parent, ofParent);
  const first = ofParent.get(name);
  if (first === undefined) ofParent.set(name, element);
  return first === element ? undefined : first;
}
