/** Where an entry stands in a document's text: UTF-16 units, the end exclusive. */
export type EntrySpan = [start: number, end: number];

export interface Rendered {
  text: string;
  /** One an entry, in order, with nothing but separators between them. */
  entries: EntrySpan[];
}

/**
 * A document of its finished pieces.
 *
 * @param entry tells a piece that is an entry
 */
export function assemble(pieces: string[], entry: RegExp, finish: (piece: string) => string): Rendered {
  const entries: EntrySpan[] = [];
  let text = "";
  for (const piece of pieces) {
    const start = text.length;
    text += finish(piece);
    if (entry.test(piece)) entries.push([start, text.length]);
  }
  return { text, entries };
}
