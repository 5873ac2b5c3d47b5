import { CACHING_RULES } from "./caching.ts";
import { answerOf, isFeed, type ReachAnswer, type ReachPolls } from "./polls.ts";
import { REDIRECT_RULES, trail } from "./redirects.ts";
import { REFUSAL_RULES } from "./refusals.ts";
import { REVALIDATION_RULES } from "./revalidation.ts";
import { type ReachFinding, reachFindings } from "./rules.ts";

const REACH_RULES = [...REFUSAL_RULES, ...REDIRECT_RULES, ...REVALIDATION_RULES, ...CACHING_RULES];

/** What is wrong with how a feed is served, by what its readers were given. */
export const judgeReach = (polls: ReachPolls): ReachFinding[] => reachFindings(REACH_RULES, polls);

/** What was polled: `12 readers: 12 feeds; 304 for 11 of 11 who ask whether it has changed; 4,021 to 17,380 bytes; 3 to 41 ms`, and where it led. */
export function describePolls({ readers }: ReachPolls): string {
  const polls = readers.map(({ fresh }) => fresh);
  const feeds = polls.map(answerOf).filter(isFeed);
  const asked = readers.flatMap(({ again }) => (again && Object.keys(again.validators).length > 0 ? [again] : []));
  const unchanged = asked.filter((again) => answerOf(again)?.status === 304);
  return [
    `${readers.length} readers: ${feeds.length} feeds`,
    asked.length > 0 ? `304 for ${unchanged.length} of ${asked.length} who ask whether it has changed` : "",
    rangeOf(feeds, ({ bytes }) => bytes, "bytes"),
    rangeOf(feeds, ({ milliseconds }) => milliseconds, "ms"),
    ...new Set(polls.filter((poll) => isFeed(answerOf(poll))).map(trail)),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function rangeOf(answers: ReachAnswer[], figure: (answer: ReachAnswer) => number, unit: string): string {
  if (answers.length === 0) return "";
  const figures = answers.map(figure);
  const ends = new Set([Math.min(...figures), Math.max(...figures)].map((end) => Math.round(end).toLocaleString("en")));
  return `${[...ends].join(" to ")} ${unit}`;
}
