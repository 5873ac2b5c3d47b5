/** Where an entry stands in a document's text: UTF-16 units, the end exclusive. */
export type EntrySpan = [start: number, end: number];

export interface Rendered {
  text: string;
  /** One an entry, in order, with nothing but separators between them. */
  entries: EntrySpan[];
}

/** A document taken apart, each part as it will stand in it. */
export interface Parts {
  head: string;
  entries: string[];
  foot: string;
}

/** A document of its parts. */
export function assemble({ head, entries, foot }: Parts, separator = ""): Rendered {
  const spans: EntrySpan[] = [];
  let text = head;
  for (const entry of entries) {
    if (spans.length > 0) text += separator;
    spans.push([text.length, text.length + entry.length]);
    text += entry;
  }
  return { text: text + foot, entries: spans };
}
