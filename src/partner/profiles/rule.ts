import type { Article } from "../../article/article.ts";
import { primaryLanguage } from "../../article/language.ts";
import type { Entry, Feed } from "../../feed/feed.ts";

/** What a partner's system will not take (`hard`: the entry is left out of the feed), or takes less gladly. */
export interface ProfileFinding {
  rule: string;
  /** Who says so. */
  source: string;
  severity: "hard" | "advice";
  /** The field of the entry or the feed that it is about, as `feed/feed.ts` names it. */
  field: string;
  message: string;
}

/** @returns what is wrong, for the desk; undefined where nothing is */
export type EntryCheck = (entry: Entry, feed: Feed) => string | undefined;

export interface ProfileRule extends Omit<ProfileFinding, "message"> {
  broken: EntryCheck;
}

/** A rule about the feed as a whole. It is never hard: there is no entry to leave out for it. */
export interface FeedRule extends Omit<ProfileFinding, "message" | "severity"> {
  broken: (feed: Feed) => string | undefined;
}

/** A partner's system: what it wants to read beyond the standard, and its rules. */
export interface Profile {
  feed?: (feed: Feed) => Feed;
  entry?: (entry: Entry, article: Article, feed: Feed) => Entry;
  lint: (entry: Entry, feed: Feed) => ProfileFinding[];
  lintFeed: (feed: Feed) => ProfileFinding[];
}

/** What a profile finds, of its rules. */
export const lintOf = (rules: ProfileRule[], feedRules: FeedRule[] = []): Pick<Profile, "lint" | "lintFeed"> => ({
  lint: (entry, feed) => rules.flatMap(({ broken, ...rule }) => finding(rule, broken(entry, feed))),
  lintFeed: (feed) =>
    feedRules.flatMap(({ broken, ...rule }) => finding({ ...rule, severity: "advice" }, broken(feed))),
});

const finding = (rule: Omit<ProfileFinding, "message">, message: string | undefined): ProfileFinding[] =>
  message === undefined ? [] : [{ ...rule, message }];

/** How many characters people count: code points. */
export const lengthOf = (text: string): number => [...text].length;

/** The size of a feed's entries as JSON: near enough to that of a document for advice. Bytes. */
export const approximateBytes = (feed: Feed): number =>
  feed.entries.reduce((sum, entry) => sum + new TextEncoder().encode(JSON.stringify(entry)).length, 0);

/** For partners that take whole stories only. */
export const HAS_BODY: EntryCheck = ({ content_html }) =>
  content_html === undefined
    ? "there is no body: the story has none, or the partner may have its summary only"
    : undefined;

/**
 * For partners that take one language a feed, whatever its region.
 *
 * @param whole what the partner calls the feed
 */
export const hasLanguageOf =
  (whole: "feed" | "channel"): EntryCheck =>
  ({ language }, feed) =>
    primaryLanguage(language) === primaryLanguage(feed.language)
      ? undefined
      : `the story is in "${language}", the ${whole} in "${feed.language}"`;
