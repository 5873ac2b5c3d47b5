import { type Element, firstChild } from "./element.ts";
import type { Sheet } from "./rule.ts";

/** Siblings that are quicker looked through than remembered. */
const FEW = 50;

/** Whose memory this is. */
const FIRSTS = {};

/**
 * The first of an element's siblings that are called like it, if it is not itself. It is asked of each element, in their order;
 * with its siblings searched for each of thousands, a document would take the square of their number.
 */
export function earlierSibling(element: Element, sheet: Sheet): Element | undefined {
  const { parent, name } = element;
  if (!parent) return undefined;
  const first = parent.children.length <= FEW ? firstChild(parent, name) : firstOfMany(element, parent, sheet);
  return first === element ? undefined : first;
}

function firstOfMany(element: Element, parent: Element, sheet: Sheet): Element {
  const known = sheet.remember(FIRSTS, () => new WeakMap<Element, Map<string, Element>>());
  const firsts = known.get(parent) ?? new Map(parent.children.toReversed().map((child) => [child.name, child]));
  known.set(parent, firsts);
  const first = firsts.get(element.name) ?? element;
  firsts.set(element.name, first);
  return first;
}
