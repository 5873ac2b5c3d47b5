/** Longer ones are rare, and would fill the memory. Characters. */
const MAX_KEY = 512;

/** A reading of a header that is done once a value: readers say the same every time. The oldest of `limit` gives way. */
export function remember<T>(limit: number, read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (text.length > MAX_KEY) return made;
    const [oldest] = known.size < limit ? [] : known.keys();
    if (oldest !== undefined) known.delete(oldest);
    known.set(text, made);
    return made;
  };
}
