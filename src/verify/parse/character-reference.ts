/**
 * The character that a numeric reference of HTML names; undefined where there is none.
 *
 * @param hexadecimal the digits of `&#x…;`
 * @param decimal the digits of `&#…;`, where the former is absent
 */
export function characterOf(hexadecimal: string | undefined, decimal: string | undefined): string | undefined {
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** The names of references that XML and HTML share (XML 1.0 §4.6). */
export const NAMED_CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
