import type { Block } from "./blocks.ts";
import { isFullParagraph, wordCount } from "./line-shape.ts";

/** What stands on a page around a story: buttons, captions, and the lists of other stories. English, as far as words go. */

const BUTTON =
  /^(advert(isement)?|ad|share( this)?( (article|story|page))?|listen( to this (article|story))?|\d+[- ]min(ute)?s? read|save|print|e-?mail|skip to (main )?content|(open |close )?(menu|search)|sign in|log ?in|subscribe( now)?|follow( us)?|facebook|twitter|x|whatsapp|linkedin|copy link|getty images|play video|loading\W*|((last )?updated |published |posted )?\d+ (second|minute|hour|day|week|month)s? ago|breaking( news)?|exclusive|\d+ comments?)$/i;
const CAPTION =
  /^(image|photo|picture|photograph|file photo|image (source|caption|credit)|photo credit|credit|video|watch)s?\s*[:,]\s/i;
/** One other story, named in a line. */
const POINTER =
  /^(read|see|watch|listen|also|related)(\s+(more|also|next|read|to|story|stories|article|articles|coverage))?\s*[:|»→]\s*\S/i;
const END =
  /^(©|\(c\)\s*\d|copyright\b|all rights reserved|comments?( \(\d+\))?$|(leave|post|add) a (comment|reply)|join the (conversation|discussion))/i;
const LIST_OF_OTHERS =
  /^(you (may|might|could|will|'ll|’ll)( also)? (like|enjoy|be interested( in)?|want to read|have missed|love)|more (on|from|like|about|in|of|stories|news|coverage|headlines|to explore)\b.*|related(\W.*| \w+| to this.*)?|recommended\b.*|read (more|next|also|on)|most (read|popular|viewed|shared|watched|commented|recent)\b.*|trending\b.*|latest( (news|stories|headlines|updates))?|top (stories|headlines|news)|(don['’]t|did you) miss( this)?|editor['’]?s['’]? (picks?|choice)|popular( (now|stories|posts|articles))?|in other news|other (stories|news)|further reading|see also|also (read|see|on this site)|(what to read|up) next|next (article|story|up)|previous (article|story)|elsewhere on .*|sponsored( content| links)?|promoted\b.*|around the web|from (our partners|around the web|the web)|topics|tags|filed under|explore( more)?\b.*|sign up\b.*|newsletters?( sign[- ]?up)?|get our newsletter.*|follow (us|.+) on .*|about the author|share this (article|story|page))\s*[:…]?$/i;

export const isButton = (text: string): boolean => BUTTON.test(text);
export const isCaption = (text: string): boolean => CAPTION.test(text) && wordCount(text) <= 40;
export const isPointer = (text: string): boolean => POINTER.test(text) && wordCount(text) <= 30;
export const isEnd = (text: string): boolean => END.test(text) && wordCount(text) <= 40;
export const isListOfOthers = (text: string): boolean => wordCount(text) <= 10 && LIST_OF_OTHERS.test(text);

/**
 * Where the page's tail begins, from the given block on: at what only ever ends a page, or at a list of other stories
 * with nothing behind it that reads on like a story.
 */
export function tailFrom(blocks: Block[], start: number): number {
  const lastOfStory = lastReadingOn(blocks);
  const found = blocks.findIndex(
    ({ text }, index) => index >= start && (isEnd(text) || (isListOfOthers(text) && index >= lastOfStory)),
  );
  return found < 0 ? blocks.length : found;
}

/** The last block that reads on: two paragraphs in a row, for between teasers stand headlines. -1 where there is none. */
const lastReadingOn = (blocks: Block[]): number =>
  blocks.findLastIndex((block, index) => {
    const next = blocks[index + 1];
    return next !== undefined && [block, next].every((one) => isFullParagraph(one) && !isEnd(one.text));
  });
