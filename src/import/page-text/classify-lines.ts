import type { LineFate, LineFates } from "../line-fate.ts";
import type { LineDecision } from "../source-reading.ts";
import { type Block, toBlocks } from "./blocks.ts";
import { parseBreadcrumb } from "./breadcrumb.ts";
import { addToBody, classifyBelowHeadline } from "./classify-below-headline.ts";
import { findHeadline, type Headline, startsWithTitle } from "./find-headline.ts";
import { tailFrom } from "./furniture.ts";
import { isParagraph, normalize, sameWords } from "./line-shape.ts";
import { noteFacts, noteSection } from "./note-facts.ts";
import type { NewsPage } from "./page.ts";

export type ClassifiedPage =
  | { status: "page"; page: NewsPage; decisions: LineDecision[] }
  | { status: "no page"; reason: string; decisions: LineDecision[] };

/**
 * Every block of the text is taken for something, and what it was taken for is in `decisions`, in the text's order. What a person said
 * of a line holds.
 *
 * @param zone the newsroom's, in which a time without a zone is meant; absent: UTC
 */
export function classifyLines(text: string, fates: LineFates = {}, zone?: string): ClassifiedPage {
  const blocks = toBlocks(text);
  const said = blocks.map((block) => fateOf(block, fates));
  const headline = headlineIn(blocks, said);
  if (!headline)
    return {
      status: "no page",
      reason: "it has no headline",
      decisions: blocks.map(({ line, text }) => ({ line, text, as: "no headline, dropped" })),
    };
  const page: NewsPage = { title: headline.title, authors: [], body: [], ...(zone === undefined ? {} : { zone }) };
  const tail = tailFrom(blocks, headline.index + 1);
  const inTail = new Set(blocks.slice(tail).map((block) => normalize(block.text)));
  const lastParagraph = blocks.slice(0, tail).findLastIndex(isParagraph);
  const decisions: LineDecision[] = [];
  const classify = (block: Block, index: number): string => {
    const fate = said[index];
    if (fate !== undefined && index !== headline.index) return follow(fate, block, page);
    if (index >= tail) return "tail, dropped";
    if (index < headline.index) return classifyAboveHeadline(block, page);
    if (index === headline.index) return classifyHeadline(block, page);
    return classifyBelowHeadline(block, {
      page,
      previous: blocks[index - 1],
      previousAs: decisions[index - 1]?.as,
      next: blocks[index + 1],
      isLast: index > lastParagraph,
      nextIsLast: index + 1 >= lastParagraph,
      isInTail: inTail.has(normalize(block.text)),
    });
  };
  for (const [index, block] of blocks.entries())
    decisions.push({ line: block.line, text: block.text, as: classify(block, index) });
  return page.body.length === 0
    ? { status: "no page", reason: "it has no paragraph", decisions }
    : { status: "page", page, decisions };
}

const fateOf = ({ line, lastLine = line }: Block, fates: LineFates): LineFate | undefined =>
  Object.entries(fates).find(([number]) => Number(number) >= line && Number(number) <= lastLine)?.[1];

/** The line that a person called the headline, or the one that is found among those of which nothing was said. */
function headlineIn(blocks: Block[], said: (LineFate | undefined)[]): Headline | null {
  const index = said.indexOf("headline");
  if (index >= 0) return { title: blocks[index]?.text ?? "", index };
  const unsaid = blocks.filter((_, index) => said[index] === undefined);
  const found = findHeadline(unsaid);
  return found && { ...found, index: blocks.indexOf(unsaid[found.index] as Block) };
}

function follow(fate: LineFate, { text }: Block, page: NewsPage): string {
  if (fate === "story") return addToBody({ as: "paragraph", text }, page);
  if (fate === "subheading") return addToBody({ as: "subheading", text }, page);
  return fate === "caption" ? "caption, dropped" : "not of the story, dropped";
}

function classifyAboveHeadline({ text }: Block, page: NewsPage): string {
  if (sameWords(text, page.title)) return "headline again, dropped";
  const facts = noteFacts(text, page);
  if (facts) return facts;
  if (startsWithTitle(text, page.title)) return "page title, dropped";
  const crumb = parseBreadcrumb(text, page.title);
  return crumb ? noteSection(crumb.section, page) : "above the headline, dropped";
}

function classifyHeadline({ text }: Block, page: NewsPage): string {
  if (text === page.title) return "headline";
  return `headline → ${page.title}; ${noteSection(parseBreadcrumb(text)?.section, page)}`;
}
