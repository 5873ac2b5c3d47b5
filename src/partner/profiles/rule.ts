import type { Article } from "../../article/article.ts";
import type { Entry, Feed } from "../../feed/feed.ts";

/** What a partner's system will not take (`hard`: the entry is left out of the feed), or takes less gladly. */
export interface Finding {
  rule: string;
  /** Who says so. */
  source: string;
  severity: "hard" | "advice";
  /** Of the entry or the feed, as the model names it. */
  field: string;
  message: string;
}

/** @returns what is wrong, for the desk; undefined where nothing is */
export type Check = (entry: Entry, feed: Feed) => string | undefined;

export interface Rule extends Omit<Finding, "message"> {
  broken: Check;
}

/** Of the feed as a whole, so never hard: no entry could be left out for it. */
export interface FeedRule extends Omit<Finding, "message" | "severity"> {
  broken: (feed: Feed) => string | undefined;
}

/** A partner's system: what it wants to read beyond the standard, and its rules. */
export interface Profile {
  feed?: (feed: Feed) => Feed;
  entry?: (entry: Entry, article: Article, feed: Feed) => Entry;
  lint: (entry: Entry, feed: Feed) => Finding[];
  lintFeed: (feed: Feed) => Finding[];
}

export const lintOf = (rules: Rule[], feedRules: FeedRule[] = []): Pick<Profile, "lint" | "lintFeed"> => ({
  lint: (entry, feed) => rules.flatMap(({ broken, ...rule }) => finding(rule, broken(entry, feed))),
  lintFeed: (feed) =>
    feedRules.flatMap(({ broken, ...rule }) => finding({ ...rule, severity: "advice" }, broken(feed))),
});

const finding = (rule: Omit<Finding, "message">, message: string | undefined): Finding[] =>
  message === undefined ? [] : [{ ...rule, message }];

/** As people count them. */
export const lengthOf = (text: string): number => [...text].length;

/** `en` of `en-GB`. */
export const primaryLanguage = (language: string): string => language.toLowerCase().split("-", 1).join();

/** Of its entries as JSON: near enough for advice. */
export const approximateBytes = (feed: Feed): number =>
  feed.entries.reduce((sum, entry) => sum + new TextEncoder().encode(JSON.stringify(entry)).length, 0);

export const HAS_BODY: Check = ({ content_html }) =>
  content_html === undefined
    ? "there is no body: the story has none, or the partner may have its summary only"
    : undefined;
