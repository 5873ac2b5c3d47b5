/**
 * What of an element's HTML is kept as it stood and not shown: its own attributes in their order, and the white space around it, so that what
 * nobody touches is written as it was read.
 */
export interface KeptHtml {
  attributes?: [name: string, value: string][];
  /** White space before the element, behind its start tag, and before its end tag. */
  before?: string;
  start?: string;
  end?: string;
}

/** What of an element the editor does not show. Nodes that were not read have none, not even an empty one. */
export function keptOf(element: Element, start: string, end: string): KeptHtml {
  const attributes = ownAttributes(element);
  return { ...(attributes ? { attributes } : {}), ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

/** An element's own attributes in their order; null: it has none. */
export const ownAttributes = ({ attributes }: Element): [string, string][] | null =>
  attributes.length === 0 ? null : [...attributes].map(({ name, value }) => [name, value]);
