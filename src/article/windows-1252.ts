/** Bytes by the character that windows-1252 has for them (WHATWG Encoding, index windows-1252); its gaps are the control characters. */
const BYTES = new Map(
  [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 0x80 }, (_, index) => index + 0x80))].map(
    (character, index) => [character, index + 0x80],
  ),
);

/** The byte that a character is in windows-1252, or else in Latin-1; undefined where it is in neither. */
export function windows1252Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return BYTES.get(character) ?? (code < 0x100 ? code : undefined);
}
