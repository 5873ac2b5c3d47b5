import type { LineDecision } from "../source-reading.ts";
import { type Block, toBlocks } from "./blocks.ts";
import { parseBreadcrumb } from "./breadcrumb.ts";
import { classifyBelowHeadline } from "./classify-below-headline.ts";
import { findHeadline, startsWithTitle } from "./find-headline.ts";
import { tailFrom } from "./furniture.ts";
import { isParagraph, sameWords } from "./line-shape.ts";
import { noteFacts, noteSection } from "./note-facts.ts";
import type { NewsPage } from "./page.ts";

export type ClassifiedPage =
  | { status: "page"; page: NewsPage; decisions: LineDecision[] }
  | { status: "no page"; reason: string; decisions: LineDecision[] };

/** Every block of the text is taken for something, and what it was taken for is in `decisions`, in the text's order. */
export function classifyLines(text: string): ClassifiedPage {
  const blocks = toBlocks(text);
  const headline = findHeadline(blocks);
  if (!headline)
    return {
      status: "no page",
      reason: "it has no headline",
      decisions: blocks.map(({ line, text }) => ({ line, text, as: "no headline, dropped" })),
    };
  const page: NewsPage = { title: headline.title, authors: [], body: [] };
  const tail = tailFrom(blocks, headline.index + 1);
  const lastParagraph = blocks.slice(0, tail).findLastIndex(isParagraph);
  const classify = (block: Block, index: number): string => {
    if (index >= tail) return "tail, dropped";
    if (index < headline.index) return classifyAboveHeadline(block, page);
    if (index === headline.index) return classifyHeadline(block, page);
    return classifyBelowHeadline(block, {
      page,
      previous: blocks[index - 1],
      next: blocks[index + 1],
      isLast: index > lastParagraph,
    });
  };
  const decisions = blocks.map(
    (block, index): LineDecision => ({ line: block.line, text: block.text, as: classify(block, index) }),
  );
  return page.body.length === 0
    ? { status: "no page", reason: "it has no paragraph", decisions }
    : { status: "page", page, decisions };
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
