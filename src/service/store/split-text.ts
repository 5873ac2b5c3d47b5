/** UTF-16 units of a part. A D1 row holds 2 MB; a unit is at most 3 bytes of UTF-8. */
export const PART_LENGTH = 600_000;

/** A text in parts that a row of the store holds each. Joined they are the text; no part begins inside a surrogate pair. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PART_LENGTH);
    if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end] ?? "")) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
