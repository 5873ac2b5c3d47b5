import type { Block } from "./blocks.ts";
import { isAge, isButton, isCaption, isPointer, isTeaser } from "./furniture.ts";
import { isHeadlineShaped, isRule, sameWords } from "./line-shape.ts";
import type { NewsPage } from "./page.ts";

/** What a line is called that belongs to another story, amid this one. */
export const RELATED = "related headline, dropped";

/** What is known when a line between the headline and the page's tail is looked at. */
export interface LineContext {
  /** What the lines above it came to; this one adds to it. */
  page: NewsPage;
  previous: Block | undefined;
  /** What `previous` was taken for. */
  previousAs?: string;
  next: Block | undefined;
  /** No paragraph follows before the tail; of `nextIsLast`, none behind the next block. */
  isLast: boolean;
  nextIsLast?: boolean;
  /** The same line stands among the other stories in the page's tail. */
  isInTail?: boolean;
}

/**
 * Whether a line that is shaped like a headline bears a sign that it is another story's: it is one of several in a row, has an age or
 * a teaser below it, or stands in the page's tail once more.
 */
export const isOfAnotherStory = ({ page, previous, next, nextIsLast, isInTail }: LineContext): boolean =>
  isInTail === true ||
  [previous, next].some((other) => other !== undefined && isHeadlineOfAnother(other, page)) ||
  (next !== undefined && (isAge(next.text) || (nextIsLast !== true && isTeaser(next.text))));

const isHeadlineOfAnother = (block: Block, page: NewsPage): boolean =>
  isHeadlineShaped(block) &&
  ![isRule, isButton, isCaption, isPointer].some((is) => is(block.text)) &&
  !sameWords(block.text, page.title);
