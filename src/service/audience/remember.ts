import { BoundedMap } from "../bounded-map.ts";

/** Texts that are longer are read anew each time: they are rare, and would fill the memory. Characters. */
const MAX_KEY = 512;

/**
 * A reading of a header that is done once a value, since readers send the same every time.
 *
 * @param limit how many values are kept; then the one that was read first gives way
 */
export function remember<Value>(limit: number, read: (text: string) => Value): (text: string) => Value {
  const known = new BoundedMap<Value>(limit);
  return (text) => (text.length > MAX_KEY ? read(text) : known.getOrMake(text, () => read(text)));
}
