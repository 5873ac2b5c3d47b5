/**
 * A text as it is searched: without case and without the marks of letters, so that "Zoe" finds "Zoë", and a word without vowel points the
 * one with them; one character of a script that puts no spaces between words is a word, so that a word of it is a phrase.
 */
export function foldForSearch(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  const folded = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  return folded.normalize("NFC").replace(UNSPACED, " $& ");
}

/** What is put into the index for a text: as it is searched, and behind it the words that it has with something in front. */
export function toSearchText(text: string): string {
  const folded = foldForSearch(text);
  if (!PREFIXING.test(folded)) return folded;
  const bare = new Set(wordsIn(folded).flatMap(bareForms));
  return `${folded} ${[...bare].join(" ")}`;
}

/** A folded word in all forms that it is found by. */
export const searchForms = (word: string): string[] => [word, ...bareForms(word)];

/** The words of a text that was folded: what the index's tokenizer takes for such. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];

const NOT_ASCII = /[^\0-\x7f]/;

/** Accents, Hebrew points, Arabic vowel signs, and what only stretches a line. Vowels of Indic scripts are no such marks. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

const UNSPACED_SCRIPTS =
  "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}";

/** A character with the signs that belong to it. */
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]\\p{M}*`, "gu");

/** What is a word of its own in a text as it stands. */
export const WORD = new RegExp(
  `(?=[\\p{L}\\p{N}\\p{Co}])[${UNSPACED_SCRIPTS}]\\p{M}*|(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{N}\\p{M}\\p{Co}])+`,
  "gu",
);

/** Hebrew and Arabic write "and", "the", "in" and the like in one with the next word. */
const PREFIXING = /[\u05d0-\u05ea\u0620-\u064a]/;

/** One or two of the letters that Hebrew puts in front, and what is left without them. They may be the word's own: then it is found by less, too. */
const HEBREW = /^[והבלמשכ](?=[א-ת]{3})/;
/** The article of Arabic, with a particle in front or not. */
const ARABIC = /^(?:[وفبكل]?ال|لل)(?=[\u0620-\u064a]{2})/;

function bareForms(word: string): string[] {
  if (ARABIC.test(word)) return [word.replace(ARABIC, ""), ...(/^[وفبك]/.test(word) ? [word.slice(1)] : [])];
  if (!HEBREW.test(word)) return [];
  const bare = word.slice(1);
  return HEBREW.test(bare) ? [bare, bare.slice(1)] : [bare];
}
