/** No feed declares more, or longer ones; what goes on is looked at no further. */
const [MAX_ENTITIES, MAX_LENGTH] = [200, 10_000];

const ENTITY = /<!ENTITY\s+([\p{L}_][\p{L}\d_.-]*)\s+(?:"([^"<>]{0,10000})"|'([^'<>]{0,10000})')\s*>/gu;
const REFERENCE = /&([\p{L}_][\p{L}\d_.-]*);/gu;

/**
 * What a document's internal subset declares (XML 1.0 §4.2), put in place of its references. Nothing is fetched, and nobody laughs:
 * all that is put in is no longer than the document itself, or than one entity may be.
 */
export function entityReader(text: string): (text: string) => string {
  const entities = declaredEntities(text);
  if (entities.size === 0) return (written) => written;
  let room = Math.max(text.length, MAX_LENGTH);
  return (written) =>
    written.replace(REFERENCE, (reference, name: string) => {
      const value = entities.get(name);
      if (value === undefined || value.length > room) return reference;
      room -= value.length;
      return value;
    });
}

function declaredEntities(text: string): Map<string, string> {
  const entities = new Map<string, string>();
  // The subset ends where the first element begins.
  const prolog = text.slice(0, text.search(/<[\p{L}_]/u));
  const subset = prolog.slice(prolog.search(/<!DOCTYPE\s/i));
  for (const [, name = "", double, single] of subset.matchAll(ENTITY)) {
    if (entities.size === MAX_ENTITIES) break;
    const value = (double ?? single ?? "").replace(
      REFERENCE,
      (reference, inner: string) => entities.get(inner) ?? reference,
    );
    // §4.2: of two declarations, the first is binding.
    if (value.length <= MAX_LENGTH && !entities.has(name)) entities.set(name, value);
  }
  return entities;
}
