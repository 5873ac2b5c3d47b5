import type { Decision } from "../reading.ts";
import { type Block, toBlocks } from "./blocks.ts";
import { isLoneName, parseByline } from "./byline.ts";
import { type DateLine, parseDateLine } from "./date-line.ts";
import { parseDateline } from "./dateline.ts";
import { isButton, isCaption, isListOfOthers, isPointer, tailFrom } from "./furniture.ts";
import { findHeadline, isAddress, parseBreadcrumb, startsWithTitle } from "./headline.ts";
import { isHeadlineShaped, isListItem, isParagraph, isRule, same, words } from "./shape.ts";

/** A page of news as plain text, taken apart. */
export interface Page {
  title: string;
  url?: string;
  section?: string;
  authors: string[];
  dateline?: string;
  agency?: string;
  published?: string;
  updated?: string;
  body: BodyPart[];
}

export interface BodyPart {
  as: "paragraph" | "subheading" | "list item";
  text: string;
}

export type ParsedPage =
  | { status: "page"; page: Page; decisions: Decision[] }
  | { status: "no page"; reason: string; decisions: Decision[] };

/** Every block of the text is taken for something, and what it was taken for is in `decisions`, in the text's order. */
export function parsePage(text: string): ParsedPage {
  const blocks = toBlocks(text);
  const headline = findHeadline(blocks);
  if (!headline)
    return {
      status: "no page",
      reason: "it has no headline",
      decisions: blocks.map(({ line, text }) => ({ line, text, as: "no headline, dropped" })),
    };
  const page: Page = { title: headline.title, authors: [], body: [] };
  const tail = tailFrom(blocks, headline.index + 1);
  const lastParagraph = blocks.slice(0, tail).findLastIndex(isParagraph);
  const decisions = blocks.map((block, index): Decision => {
    const context: Context = {
      blocks,
      index,
      page,
      lastParagraph,
      afterBareBy: index > 0 && isBareBy(blocks[index - 1]?.text ?? ""),
    };
    const as =
      index >= tail
        ? "tail, dropped"
        : index < headline.index
          ? aboveHeadline(block, page)
          : index === headline.index
            ? atHeadline(block, page)
            : belowHeadline(block, context);
    return { line: block.line, text: block.text, as };
  });
  return page.body.length === 0
    ? { status: "no page", reason: "it has no paragraph", decisions }
    : { status: "page", page, decisions };
}

interface Context {
  blocks: Block[];
  index: number;
  page: Page;
  /** Before the tail; what is shaped like a headline behind it belongs to the tail. */
  lastParagraph: number;
  afterBareBy: boolean;
}

function aboveHeadline({ text }: Block, page: Page): string {
  if (same(text, page.title)) return "headline again, dropped";
  const fact = headFact(text, page);
  if (fact) return fact;
  if (startsWithTitle(text, page.title)) return "page title, dropped";
  const crumb = parseBreadcrumb(text, page.title);
  return crumb ? breadcrumb(crumb.section, page) : "above the headline, dropped";
}

function atHeadline({ text }: Block, page: Page): string {
  if (text === page.title) return "headline";
  return `headline → ${page.title}; ${breadcrumb(parseBreadcrumb(text)?.section, page)}`;
}

function breadcrumb(section: string | undefined, page: Page): string {
  page.section = section ?? page.section;
  return section === undefined ? "breadcrumb, dropped" : `breadcrumb → section ${section}`;
}

function belowHeadline(block: Block, context: Context): string {
  const { page } = context;
  const { text } = block;
  if (same(text, page.title) || startsWithTitle(text, page.title)) return "headline again, dropped";
  if (isRule(text)) return "separator, dropped";
  // Names and dates stand between the headline and the story; further down they are part of it.
  if (page.body.length === 0) {
    const fact = headFact(text, page) ?? (context.afterBareBy && isLoneName(text) ? byline([text], page) : undefined);
    if (fact) return fact;
  }
  if (isButton(text)) return "page furniture, dropped";
  if (isCaption(text)) return "caption, dropped";
  if (isPointer(text)) return "related headline, dropped";
  if (isListOfOthers(text)) return "heading of related stories, dropped";
  return bodyPart(block, context);
}

function bodyPart(block: Block, context: Context): string {
  const { page } = context;
  const { text } = block;
  const dateline = page.body.length === 0 && page.dateline === undefined ? parseDateline(text) : null;
  if (dateline) return withDateline(dateline, page);
  if (isHeadlineShaped(block)) return headlineInText(block, context);
  const as = isListItem(text) ? "list item" : "paragraph";
  page.body.push({ as, text: as === "list item" ? text.replace(/^[-•*]\s+/, "") : text });
  return as;
}

function withDateline({ dateline, agency, rest }: NonNullable<ReturnType<typeof parseDateline>>, page: Page): string {
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
 * one above a paragraph is a subheading; one that nothing follows belongs to the tail. The first line of a story is kept.
 */
function headlineInText(block: Block, { blocks, index, page, lastParagraph }: Context): string {
  const { text } = block;
  const next = blocks[index + 1];
  const last = index > lastParagraph;
  if (page.body.length === 0 && last) return keep(text, page);
  if (last) return "tail, dropped";
  const inARow = [blocks[index - 1], next].some(
    (other) => other !== undefined && page.body.length > 0 && isStranger(other, page),
  );
  if (inARow || words(text) > SUBHEADING)
    return page.body.length === 0 ? keep(text, page) : "related headline, dropped";
  page.body.push({ as: "subheading", text });
  return "subheading";
}

const isStranger = (block: Block, page: Page): boolean =>
  isHeadlineShaped(block) &&
  ![isRule, isButton, isCaption].some((is) => is(block.text)) &&
  !same(block.text, page.title);

function keep(text: string, page: Page): string {
  page.body.push({ as: "paragraph", text });
  return "paragraph";
}

/** An address, a byline, dates: also several of them in one line, parted by bars or dots. */
function headFact(text: string, page: Page): string | undefined {
  const parts = text.split(/\s+[|•·]\s+/);
  const facts = parts.map((part) => oneFact(part));
  if (facts.some((fact) => fact === undefined)) return undefined;
  return facts.map((fact) => fact?.(page)).join("; ");
}

function oneFact(text: string): ((page: Page) => string) | undefined {
  if (isAddress(text)) return (page) => address(text, page);
  if (isButton(text)) return () => "page furniture, dropped";
  const date = parseDateLine(text);
  if (date) return (page) => dated(date, page);
  const names = parseByline(text);
  return names === null ? undefined : (page) => byline(names, page);
}

function address(text: string, page: Page): string {
  page.url ??= text.replace(/^.*?(?=https?:)/i, "");
  return `address ${page.url}`;
}

function dated({ what, at }: DateLine, page: Page): string {
  page[what] ??= at;
  return `${what} ${at}`;
}

function byline(names: string[], page: Page): string {
  page.authors.push(...names.filter((name) => !page.authors.includes(name)));
  return names.length === 0 ? "byline: empty" : `byline: ${names.join(", ")}`;
}

const isBareBy = (text: string): boolean => parseByline(text)?.length === 0;
