/**
 * 64 bits of a text, to see again whether another is the same. No secret hangs on it: whoever makes two texts with one digest
 * hides nothing but a change of a feed of their own.
 */
export function digestOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return `${mixed(one, other)}${mixed(other, one)}`;
}

/** Each bit of the result depends on each of both: the constants are MurmurHash3's. */
function mixed(one: number, other: number): string {
  const all = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  return (all >>> 0).toString(36).padStart(7, "0");
}
