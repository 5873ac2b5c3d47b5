import type { Block } from "./blocks.ts";

/** What a block looks like, by its own words alone. */

const ENDS = /[.!?…:;,。！？؟۔]["'”’»)\]]*$/u;
/** More words than a headline has: text, whatever it ends in. */
const MANY = 25;

/** `‘We lost everything’: islanders on the storm` has no end and is no quote. */
const QUOTED_HEADLINE = /^["“„«‘][^"“”„«»]+["”’»]\s*[:–—-]\s+\S[^.!?…]*$/u;

export const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Sentences, a quote, or too long to be anything else. */
export const isParagraph = ({ text }: Block): boolean =>
  ENDS.test(text) ||
  words(text) >= MANY ||
  (/^["“„«‘»—–]/u.test(text) && !QUOTED_HEADLINE.test(text)) ||
  isListItem(text);

/** At least two sentences' worth: the tail of a page holds teasers, but not several of these in a row. */
export const isFullParagraph = (block: Block): boolean => ENDS.test(block.text) && words(block.text) >= 8;

/** One short line without an end, that does not begin in the middle of a sentence. */
export const isHeadlineShaped = (block: Block): boolean =>
  !isParagraph(block) && words(block.text) >= 1 && block.text.length <= 160 && !/^\p{Ll}/u.test(block.text);

/** A dash alone opens direct speech in many languages, so it makes no list. */
export const isListItem = (text: string): boolean => /^[-•*]\s+\S/.test(text);

/** Lines of signs that part things. */
export const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The same words, however they are quoted and capitalised. */
export const same = (a: string, b: string): boolean => normal(a) === normal(b);

export const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
