/**
 * Characters that no document may carry: control characters other than tab and newlines (XML 1.0 §2.2), lone
 * surrogates, and code points that Unicode says are no characters.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** What may be forbidden, in UTF-16 units: a text without is looked through several times faster. */
const SUSPECT = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** The text without forbidden characters, and how many went. */
export function stripForbidden(text: string): { text: string; count: number } {
  if (!SUSPECT.test(text)) return { text, count: 0 };
  let count = 0;
  const clean = text.replace(FORBIDDEN, () => {
    count += 1;
    return "";
  });
  return { text: clean, count };
}

/** One line: runs of breaking white space become one space. No-break spaces are typography and stay. */
export const oneLine = (text: string): string => text.replace(/[ \t\n\r]+/g, " ").trim();

/** The first words of a text, cut between words, with an ellipsis where something was cut. */
export function firstWords(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  const words =
    space > length / 2
      ? cut.slice(0, space)
      : line
          .slice(0, length)
          .toWellFormed()
          .replace(/\uFFFD$/, "");
  return `${words.replace(/[\s,;:–—-]+$/u, "")}…`;
}
