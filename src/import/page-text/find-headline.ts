import type { Block } from "./blocks.ts";
import { parseBreadcrumb } from "./breadcrumb.ts";
import { parseByline } from "./byline.ts";
import { isButton } from "./furniture.ts";
import { endsWithWords, isAddress, isRule, LONGEST_HEADLINE, normalize, sameWords, wordCount } from "./line-shape.ts";
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
  const index = blocks.findIndex(({ text }) => couldBeHeadline(text));
  const text = blocks[index]?.text;
  return text === undefined
    ? null
    : { title: (parseBreadcrumb(text)?.headline ?? text).slice(0, LONGEST_HEADLINE * 3), index };
}

/** Whether a line is a page's title: the headline, a sign, and the name of the site. */
export const startsWithTitle = (longer: string, text: string): boolean =>
  normalize(longer).startsWith(normalize(text)) && /^\s*[|–—:·•-]\s/.test(longer.slice(text.length));

const couldBeHeadline = (text: string): boolean => {
  if (isRule(text) || isButton(text) || isAddress(text) || parseStatedDate(text) || parseByline(text)) return false;
  const crumb = parseBreadcrumb(text);
  return wordCount(text) >= 2 && (crumb === null || crumb.headline !== undefined);
};
