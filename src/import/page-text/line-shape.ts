import type { Block } from "./blocks.ts";

/** How a sentence, a quote or a list of things ends, in the scripts that newsrooms write. */
const ENDS = /[.!?…:;,。！？؟۔]["'”’»)\]]*$/u;
/** More words than a headline has: a paragraph, whatever it ends in. */
const MANY = 25;

/** A headline longer than this is a paragraph. */
export const LONGEST_HEADLINE = 300;

/** `‘We lost everything’: islanders on the storm` has no end and is no quote. */
const QUOTED_HEADLINE = /^["“„«‘][^"“”„«»]+["”’»]\s*[:–—-]\s+\S[^.!?…]*$/u;

/** Signs between spaces are no words. */
export const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Sentences, a quote, or too long to be anything else. */
export const isParagraph = ({ text }: Block): boolean =>
  ENDS.test(text) ||
  wordCount(text) >= MANY ||
  (/^["“„«‘»—–]/u.test(text) && !(text.length <= LONGEST_HEADLINE && QUOTED_HEADLINE.test(text))) ||
  isListItem(text);

/**
 * A whole sentence of some length: the tail of a page holds teasers, but not two of these in a row. A question alone may be a headline.
 */
export const isFullParagraph = ({ text }: Block): boolean =>
  ENDS.test(text) && wordCount(text) >= 8 && !/^[^.!?…]*\?$/.test(text);

/** One short line without an end, that does not begin in the middle of a sentence. */
export const isHeadlineShaped = (block: Block): boolean =>
  !isParagraph(block) && wordCount(block.text) >= 1 && block.text.length <= 160 && !/^\p{Ll}/u.test(block.text);

/** A dash alone opens direct speech in many languages, so it makes no list. */
export const isListItem = (text: string): boolean => /^[-•*]\s+\S/.test(text);

/** A URL alone, or with what it is called before it. */
export const isAddress = (text: string): boolean =>
  /^(?:(?:url|source|link|address)\s*:\s*)?https?:\/\/\S+$/i.test(text);

/** A line of signs alone: it parts what stands above it from what stands below. */
export const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The same words, however they are quoted and capitalised. */
export const sameWords = (a: string, b: string): boolean => normalize(a) === normalize(b);

/** Whether a longer line ends in the same words, after a space. */
export const endsWithWords = (longer: string, text: string): boolean =>
  normalize(longer) !== normalize(text) &&
  /\s$/.test(longer.slice(0, -text.length)) &&
  normalize(longer).endsWith(normalize(text));

/** A text in the form in which two lines are compared: one kind of quotes, dashes and spaces, and no capitals. */
export const normalize = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
