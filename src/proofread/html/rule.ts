import type { Rule } from "../rule.ts";
import { documentOf } from "../xml/examples.ts";
import type { Markup, MarkupTag } from "./markup.ts";

/** A rule for HTML, whatever the format that it stands in. */
export interface HtmlRule extends Rule {
  check: (markup: Markup, place: MarkupPlace) => HtmlFault[];
}

export interface HtmlFault {
  message: string;
  /** How many lines below the start of what holds the HTML. */
  below?: number;
}

/** What counts of where HTML stands. */
export interface MarkupPlace {
  /** Whether the format, or the document, says what relative addresses are relative to. */
  hasBase: boolean;
  /** Whether it is a whole page, which has elements that a part of one has not. */
  page: boolean;
}

/** As many faults of one rule are told of a body; more of a kind tell nobody more. */
export const MAX_FAULTS = 3;

/** A check of each tag. */
export const forTags =
  (check: (tag: MarkupTag, place: MarkupPlace) => string[]): HtmlRule["check"] =>
  ({ tags }, place) => {
    const faults: HtmlFault[] = [];
    for (const tag of tags) {
      for (const message of check(tag, place))
        if (faults.length < MAX_FAULTS) faults.push({ message, below: tag.below });
      if (faults.length >= MAX_FAULTS) break;
    }
    return faults;
  };

/** An example: a document of RSS with an item whose description is this HTML. */
export const described = (html: string): string =>
  documentOf("rss", {
    entry: `<description>${html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</description>`,
  });

/** Every format holds HTML somewhere. */
export const HTML_FORMATS = ["rss", "rdf", "atom", "entry", "json"] as const;
