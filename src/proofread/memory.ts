/**
 * What rules keep from one part of a document to the next, made when it is first asked for: `of` is whose it is. It must not grow
 * faster than the document.
 */
export type Remember = <T>(of: object, make: () => T) => T;

/** A memory for one document. */
export function newMemory(): Remember {
  const memories = new Map<object, unknown>();
  return <T>(of: object, make: () => T): T => {
    if (!memories.has(of)) memories.set(of, make());
    return memories.get(of) as T;
  };
}
