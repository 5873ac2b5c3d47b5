import type { Block } from "./blocks.ts";
import { isLoneName, parseByline } from "./byline.ts";
import { type Dateline, parseDateline } from "./dateline.ts";
import { startsWithTitle } from "./find-headline.ts";
import { isButton, isCaption, isListOfOthers, isPointer, isTeaser } from "./furniture.ts";
import { isHeadlineShaped, isListItem, isRule, sameWords, wordCount } from "./line-shape.ts";
import { noteByline, noteFacts } from "./note-facts.ts";
import { isOfAnotherStory, type LineContext, RELATED } from "./other-stories.ts";
import type { BodyPart, NewsPage } from "./page.ts";

/** What a line below the headline was taken for. A part of the story goes into the page. */
export function classifyBelowHeadline(block: Block, context: LineContext): string {
  const { page, previous } = context;
  const { text } = block;
  if (sameWords(text, page.title) || startsWithTitle(text, page.title)) return "headline again, dropped";
  if (isRule(text)) return "separator, dropped";
  // Names and dates stand between the headline and the story; further down they are part of it.
  if (page.body.length === 0) {
    const afterBareBy = previous !== undefined && parseByline(previous.text)?.length === 0;
    const facts = noteFacts(text, page) ?? (afterBareBy && isLoneName(text) ? noteByline([text], page) : undefined);
    if (facts) return facts;
  }
  if (isButton(text)) return "page furniture, dropped";
  if (isCaption(text)) return "caption, dropped";
  if (isPointer(text)) return RELATED;
  if (isListOfOthers(text)) return "heading of related stories, dropped";
  if (context.previousAs === RELATED && !context.isLast && isTeaser(text)) return "related teaser, dropped";
  return classifyStoryLine(block, context);
}

function classifyStoryLine(block: Block, context: LineContext): string {
  const { page } = context;
  const { text } = block;
  const dateline = page.body.length === 0 && page.dateline === undefined ? parseDateline(text) : null;
  if (dateline) return addDateline(dateline, page);
  if (isHeadlineShaped(block)) return classifyHeadlineInText(block, context);
  return isListItem(text)
    ? addToBody({ as: "list item", text: text.replace(/^[-•*]\s+/, "") }, page)
    : addToBody({ as: "paragraph", text }, page);
}

function addDateline({ dateline, agency, rest }: Dateline, page: NewsPage): string {
  page.dateline = dateline;
  page.agency = agency;
  if (rest !== "") page.body.push({ as: "paragraph", text: rest });
  return [`dateline ${dateline}`, ...(agency ? [`credit ${agency}`] : []), ...(rest === "" ? [] : ["paragraph"])].join(
    " → ",
  );
}

/** What opens a story and is no longer than this is a subheading; longer, and without an end, it is the standfirst. */
const SUBHEADING = 4;

/**
 * A short line without an end. It is the story's, a subheading where a paragraph follows it, unless something says that it is another
 * story's headline.
 */
function classifyHeadlineInText(block: Block, context: LineContext): string {
  const { page, isLast } = context;
  const { text } = block;
  const above = page.body.at(-1);
  if (above === undefined)
    return addToBody({ as: isLast || wordCount(text) > SUBHEADING ? "paragraph" : "subheading", text }, page);
  if (isOfOwnList(above, context)) return addToBody({ as: "list item", text }, page);
  if (isOfAnotherStory(context)) return isLast ? "tail, dropped" : RELATED;
  return addToBody({ as: isLast ? "paragraph" : "subheading", text }, page);
}

/** `The winners are:`, and below it their names, a line each. */
function isOfOwnList(above: BodyPart, { previous, next }: LineContext): boolean {
  if (previous === undefined) return false;
  if (above.as === "list item") return above.text === previous.text;
  const isIntroduced = /[:：]$/.test(above.text) && previous.text.endsWith(above.text);
  return isIntroduced && next !== undefined && isHeadlineShaped(next);
}

export function addToBody(part: BodyPart, page: NewsPage): string {
  page.body.push(part);
  return part.as;
}
