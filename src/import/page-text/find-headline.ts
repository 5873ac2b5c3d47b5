import type { Block } from "./blocks.ts";
import { isSectionName, parseBreadcrumb } from "./breadcrumb.ts";
import { parseByline } from "./byline.ts";
import { isButton, isWayAbout } from "./furniture.ts";
import {
  endsWithWords,
  isAddress,
  isParagraph,
  isRule,
  LONGEST_HEADLINE,
  normalize,
  sameWords,
  wordCount,
} from "./line-shape.ts";
import { parseStatedDate } from "./stated-date.ts";

/** Above the headline stand a breadcrumb, a logo and some buttons, not more. */
const HEAD = 15;

export interface Headline {
  title: string;
  /** The block that holds it. */
  index: number;
}

/**
 * The headline of a page. On most pages it stands twice, once of them in the breadcrumb or the page's title, so a line
 * that was said before wins; else the first line that could be one. Null on a page without any.
 */
export function findHeadline(blocks: Block[]): Headline | null {
  const head = blocks.slice(0, HEAD);
  for (const [index, { text }] of head.entries()) {
    if (text.length > LONGEST_HEADLINE || !couldBeHeadline(text)) continue;
    const earlier = head.slice(0, index);
    const first = earlier.findIndex((one) => sameWords(one.text, text));
    if (first >= 0) return { title: earlier[first]?.text ?? text, index: first };
    if (earlier.some((one) => endsWithWords(one.text, text) || startsWithTitle(one.text, text)))
      return { title: text, index };
  }
  const below = belowMenu(head);
  const index = blocks.findIndex(({ text }, index) => index >= below && couldBeHeadline(text));
  const text = blocks[index]?.text;
  return text === undefined
    ? null
    : { title: (parseBreadcrumb(text)?.headline ?? text).slice(0, LONGEST_HEADLINE * 3), index };
}

/**
 * Where the site's menu ends that stands above a story, if one does: several lines of it, and below them one that is long enough for a
 * headline. What is above it is the site's name.
 */
function belowMenu(head: Block[]): number {
  const isOfMenu = ({ text }: Block): boolean => isWayAbout(text) || isSectionName(text);
  const firstParagraph = head.findIndex(isParagraph);
  const top = firstParagraph < 0 ? head : head.slice(0, firstParagraph);
  const below = top.findLastIndex(isOfMenu) + 1;
  const isMenu = top.filter(isOfMenu).length > 1;
  return isMenu && top.slice(below).some(({ text }) => wordCount(text) > 2 && couldBeHeadline(text)) ? below : 0;
}

/** Whether a line is a page's title: the headline, a sign, and the name of the site. */
export const startsWithTitle = (longer: string, text: string): boolean =>
  normalize(longer).startsWith(normalize(text)) && /^\s*[|–—:·•-]\s/.test(longer.slice(text.length));

const couldBeHeadline = (text: string): boolean => {
  if (isRule(text) || isButton(text) || isAddress(text) || parseStatedDate(text) || parseByline(text)) return false;
  const crumb = parseBreadcrumb(text);
  return wordCount(text) >= 2 && (crumb === null || crumb.headline !== undefined);
};
