import { windows1252Byte } from "../article/windows-1252.ts";

/** What stands in no text that was encoded once: a letter with an accent or a sign of Latin-1, or a quotation mark or dash. */
const SIGN = /Ã[^\s\u00A0]|Â[^\s]|â(?:€|\u0080)[^\s]/;
const RUN = /[^\x00-\x7F]+/g;

/**
 * Text that was taken for windows-1252 or Latin-1 and encoded again before it got here, as it was meant. Null where a single letter
 * of it was not, and where nothing shows it beyond doubt.
 */
export function repairTwiceEncoded(text: string): string | null {
  if (!SIGN.test(text)) return null;
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return text.replace(RUN, (run) => utf8.decode(Uint8Array.from(run, byteOf)));
  } catch {
    return null;
  }
}

function byteOf(character: string): number {
  const byte = windows1252Byte(character);
  if (byte === undefined) throw new RangeError("windows-1252 has no such character");
  return byte;
}

/** Whether so much of a text was that it is worth a word. */
export const looksTwiceEncoded = (text: string): boolean => (text.match(/Ã[\u00A0-\u00BF]|â€[™œ“”]/g)?.length ?? 0) > 2;

/** HTML Living Standard §13.2.5.80: what is no control character in any text is the character that windows-1252 has in its place. */
export const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009F]+/g, (run) =>
    new TextDecoder("windows-1252").decode(Uint8Array.from(run, (character) => character.charCodeAt(0))),
  );
