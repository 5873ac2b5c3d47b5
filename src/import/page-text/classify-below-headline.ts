import type { Block } from "./blocks.ts";
import { isLoneName, parseByline } from "./byline.ts";
import { type Dateline, parseDateline } from "./dateline.ts";
import { startsWithTitle } from "./find-headline.ts";
import { isButton, isCaption, isListOfOthers, isPointer } from "./furniture.ts";
import { isHeadlineShaped, isListItem, isRule, sameWords, wordCount } from "./line-shape.ts";
import { noteByline, noteFacts } from "./note-facts.ts";
import type { BodyPart, NewsPage } from "./page.ts";

/** What is known when a line between the headline and the page's tail is looked at. */
export interface LineContext {
  /** What the lines above it came to; this one adds to it. */
  page: NewsPage;
  previous: Block | undefined;
  next: Block | undefined;
  /** No paragraph follows before the tail: what is shaped like a headline here belongs to the tail. */
  isLast: boolean;
}

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
  if (isPointer(text)) return "related headline, dropped";
  if (isListOfOthers(text)) return "heading of related stories, dropped";
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

/** Subheadings are short: two or three words, while a headline says who did what. */
const SUBHEADING = 4;

/**
 * A short line without an end. One that says something, or several in a row, are other stories' headlines; a very short
 * one above a paragraph is a subheading; one that no paragraph follows belongs to the tail. The first line of a story is
 * kept.
 */
function classifyHeadlineInText(block: Block, { page, previous, next, isLast }: LineContext): string {
  const { text } = block;
  const isFirst = page.body.length === 0;
  if (isFirst && isLast) return addToBody({ as: "paragraph", text }, page);
  if (isLast) return "tail, dropped";
  const inARow = !isFirst && [previous, next].some((other) => other !== undefined && isHeadlineOfAnother(other, page));
  if (!inARow && wordCount(text) <= SUBHEADING) return addToBody({ as: "subheading", text }, page);
  return isFirst ? addToBody({ as: "paragraph", text }, page) : "related headline, dropped";
}

function addToBody(part: BodyPart, page: NewsPage): string {
  page.body.push(part);
  return part.as;
}

const isHeadlineOfAnother = (block: Block, page: NewsPage): boolean =>
  isHeadlineShaped(block) &&
  ![isRule, isButton, isCaption].some((is) => is(block.text)) &&
  !sameWords(block.text, page.title);
