import { CACHING_RULES } from "./caching.ts";
import { answerOf, isFeed, type ReachPolls } from "./polls.ts";
import { REDIRECT_RULES, trail } from "./redirects.ts";
import { REFUSAL_RULES } from "./refusals.ts";
import { REVALIDATION_RULES } from "./revalidation.ts";
import { type ReachFinding, reachFindings } from "./rules.ts";

const REACH_RULES = [...REFUSAL_RULES, ...REDIRECT_RULES, ...REVALIDATION_RULES, ...CACHING_RULES];

/** What is wrong with how a feed is served, by what its readers were given. */
export const judgeReach = (polls: ReachPolls): ReachFinding[] => reachFindings(REACH_RULES, polls);

/** What was polled, with its figures: `12 readers: 12 feeds; 304 for 11 of 11 who ask again; 4,021 to 17,380 bytes; 3 to 41 ms`. */
export function describePolls({ readers }: ReachPolls): string {
  const polls = readers.map(({ fresh }) => fresh);
  const feeds = polls.map(answerOf).filter(isFeed);
  const asked = readers.flatMap(({ again }) => (again && Object.keys(again.validators).length > 0 ? [again] : []));
  const unchanged = asked.filter((again) => answerOf(again)?.status === 304);
  const trails = new Set(polls.filter((poll) => isFeed(answerOf(poll))).map(trail));
  return [
    `${readers.length} readers: ${feeds.length} feeds`,
    ...(asked.length > 0 ? [`304 for ${unchanged.length} of ${asked.length} who ask whether it has changed`] : []),
    ...(feeds.length > 0
      ? [
          rangeOf(
            feeds.map(({ bytes }) => bytes),
            "bytes",
          ),
          rangeOf(
            feeds.map(({ milliseconds }) => milliseconds),
            "ms",
          ),
        ]
      : []),
    ...trails,
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function rangeOf(figures: number[], unit: string): string {
  const ends = new Set([Math.min(...figures), Math.max(...figures)].map((end) => Math.round(end).toLocaleString("en")));
  return `${[...ends].join(" to ")} ${unit}`;
}
