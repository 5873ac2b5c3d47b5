import { CACHING_RULES } from "./caching.ts";
import { answerOf, isFeed, type ReachPolls } from "./polls.ts";
import { REDIRECT_RULES, trail } from "./redirects.ts";
import { REFUSAL_RULES } from "./refusals.ts";
import { REVALIDATION_RULES } from "./revalidation.ts";
import { bytesText, type ReachFinding, reachFindings } from "./rules.ts";

const REACH_RULES = [...REFUSAL_RULES, ...REDIRECT_RULES, ...REVALIDATION_RULES, ...CACHING_RULES];

/** What is wrong with how a feed is served, by what its readers were given. */
export const judgeReach = (polls: ReachPolls): ReachFinding[] => reachFindings(REACH_RULES, polls);

/** What was polled, with its figures: `12 readers, twice each: 12 feeds, 11 × 304; 4,021 to 17,380 bytes, 3 to 41 ms`. */
export function describePolls({ readers }: ReachPolls): string {
  const first = readers.map(({ fresh }) => answerOf(fresh)).filter(isFeed);
  const unchanged = readers.filter(({ again }) => answerOf(again)?.status === 304).length;
  const led = readers.map(({ fresh }) => trail(fresh)).find((text) => text !== "");
  return [
    `${readers.length} readers, twice each: ${first.length} feeds, ${unchanged} × 304`,
    ...(first.length > 0
      ? [
          `${range(
            first.map(({ bytes }) => bytes),
            bytesText,
          )}, ${range(
            first.map(({ milliseconds }) => Math.round(milliseconds)),
            (ms) => `${ms} ms`,
          )}`,
        ]
      : []),
    ...(led === undefined ? [] : [`led by ${led}`]),
  ].join("; ");
}

function range(figures: number[], say: (figure: number) => string): string {
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return least === most ? say(least) : `${say(least).replace(/ \D+$/, "")} to ${say(most)}`;
}
