import type { DocumentKind } from "./document-kind.ts";
import { isFeedKind } from "./document-kind.ts";
import type { FeedReader } from "./readers.ts";

/** What a server answered, as far as a reader cares. */
export interface ReachAnswer {
  status: number;
  /** By their names in small letters. */
  headers: Record<string, string>;
  /** The names of those that it sets. */
  cookies: string[];
  /** Of the body, as it was sent. */
  bytes: number;
  /** Until the last of them was there. */
  milliseconds: number;
  /** The body, decoded; absent with an answer that brings none (200 and 226 do). */
  document?: { kind: DocumentKind; bytes: number; digest: string };
}

/** Why there is no answer, or none that can be read. */
export interface ReachFailure {
  kind: "connection" | "certificate" | "patience" | "body";
  /** For people. */
  reason: string;
}

export type ReachOutcome = { answer: ReachAnswer } | { failure: ReachFailure };

/** One request of a poll. */
export interface ReachHop {
  url: string;
  outcome: ReachOutcome;
}

/** One poll: the feed's URL, and where it led. */
export interface ReachPoll {
  /** What it sent back, by the names of the headers; nothing, where it knew nothing. */
  validators: Record<string, string>;
  hops: ReachHop[];
}

/** A reader that did not know the feed, and came again at once. */
export interface ReaderPolls {
  reader: FeedReader;
  fresh: ReachPoll;
  /** Absent where it was given no feed at first. */
  again?: ReachPoll;
}

/** All that was polled of one URL. */
export interface ReachPolls {
  readers: ReaderPolls[];
  /** One more, with a tag that no server gave. */
  stranger?: ReachPoll;
}

/** RFC 9110 §15.4: of a redirect, where to; `null` where its `Location` is none. */
export function redirectOf(
  url: string,
  { status, headers }: Pick<ReachAnswer, "status" | "headers">,
): string | null | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const target = URL.parse(headers.location ?? "", url);
  return headers.location !== undefined && target && /^https?:$/.test(target.protocol) ? target.href : null;
}

/** The last answer, if it is the one that was asked for, and no redirect. */
export function answerOf(poll: ReachPoll | undefined): ReachAnswer | undefined {
  const last = poll?.hops.at(-1);
  if (!last || !("answer" in last.outcome)) return undefined;
  return redirectOf(last.url, last.outcome.answer) === undefined ? last.outcome.answer : undefined;
}

export const failureOf = (poll: ReachPoll | undefined): ReachFailure | undefined => {
  const outcome = poll?.hops.at(-1)?.outcome;
  return outcome && "failure" in outcome ? outcome.failure : undefined;
};

export type FeedAnswer = ReachAnswer & Required<Pick<ReachAnswer, "document">>;

/** A feed, or a delta of one (RFC 3229). */
export const isFeed = (answer: ReachAnswer | undefined): answer is FeedAnswer =>
  (answer?.status === 200 || answer?.status === 226) && isFeedKind(answer.document?.kind ?? "empty");

/** All answers that brought a reader the whole feed. */
export const wholeFeeds = ({ fresh, again }: ReaderPolls): FeedAnswer[] =>
  [answerOf(fresh), answerOf(again)].filter(isFeed).filter(({ status }) => status === 200);
