import { BoundedMap } from "../bounded-map.ts";

/** Longer ones are rare, and would fill the memory. Characters. */
const MAX_KEY = 512;

/** A reading of a header that is done once a value: readers say the same every time. */
export function remember<Reading>(limit: number, read: (text: string) => Reading): (text: string) => Reading {
  const known = new BoundedMap<Reading>(limit);
  return (text) => (text.length > MAX_KEY ? read(text) : known.getOrMake(text, () => read(text)));
}
