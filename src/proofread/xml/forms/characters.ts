import { windows1252Byte } from "../../../article/windows-1252.ts";

/*
 * Characters that are there because bytes were read, or written, in another encoding than theirs.
 */

/** C1 controls, which were letters in windows-1252, and what stands for bytes that are no letters. */
const LOST = /[\x80-\x9f\ufffd]/;
/** How letters of Latin and Cyrillic and the signs of typography look when their UTF-8 is read as windows-1252 or Latin-1. */
const TWICE = /[\xc2\xc3][\x80-\xbf]|\xe2[\x80\u20ac]|(?:[\xd0\xd1][\x80-\xbf\u0152-\u2122]){2}/;

/** What is wrong with the letters of a text; undefined where nothing is. */
export function charactersFault(text: string): string | undefined {
  const twice = TWICE.test(text) ? twiceEncoded(text) : undefined;
  if (twice !== undefined) return twice;
  const [lost] = LOST.exec(text) ?? [];
  if (lost === undefined) return undefined;
  return lost === "\ufffd"
    ? "there is U+FFFD, which stands for letters that were lost"
    : `there is the control character U+${(lost.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}: text in windows-1252 was taken for Latin-1`;
}

/** A line all of whose letters are bytes of UTF-8 was encoded twice: in no language do they come together so. */
function twiceEncoded(text: string): string | undefined {
  for (const line of text.split("\n")) {
    if (!TWICE.test(line)) continue;
    const bytes = Array.from(line, windows1252Byte);
    if (bytes.some((byte) => byte === undefined)) continue;
    try {
      const meant = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
        Uint8Array.from(bytes as number[]),
      );
      const [first = ""] = /[^\0-\x7f]+/.exec(line) ?? [];
      const [letters = ""] = /[^\0-\x7f]+/.exec(meant) ?? [];
      return `"${first.slice(0, 20)}" was encoded twice, and "${letters.slice(0, 20)}" was meant`;
    } catch {
      // Letters of a language that has them.
    }
  }
  return undefined;
}
