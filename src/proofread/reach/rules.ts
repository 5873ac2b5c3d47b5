import type { Severity } from "../rule.ts";
import type { ReachPolls, ReaderPolls } from "./polls.ts";

/** Something that keeps readers from a feed, or makes their polls dear. */
export interface ReachRule {
  /** The specification and its section, or what is behind it, and what is asked. */
  rule: string;
  severity: Severity;
  /** What it is to the readers. */
  means: string;
  mend: string;
  /** What one reader was given that breaks it, in the same words for all who were given the same. */
  see(polls: ReaderPolls, all: ReachPolls): string | undefined;
}

/** A rule that was broken: by whom it is felt, and what was seen. */
export interface ReachFinding extends Pick<ReachRule, "rule" | "severity" | "means" | "mend"> {
  readers: string[];
  seen: string;
}

/** What is found by a list of rules, in their order, once for all readers who saw the same. */
export const reachFindings = (rules: readonly ReachRule[], all: ReachPolls): ReachFinding[] =>
  rules.flatMap(({ see, ...rule }) => {
    const saw = all.readers.flatMap((polls) => {
      const seen = see(polls, all);
      return seen === undefined ? [] : [{ seen, reader: polls.reader.name }];
    });
    return [...Map.groupBy(saw, ({ seen }) => seen)].map(([seen, group]) => ({
      ...{ ...rule, seen },
      readers: group.map(({ reader }) => reader),
    }));
  });

/** `all 12 readers`, `3 of 12: Feedly, …`, or, where most of them do, `11 of 12: all but Feedbin`. */
export function readersText(readers: string[], all: string[]): string {
  if (readers.length === all.length) return `all ${all.length} readers`;
  const others = all.filter((name) => !readers.includes(name));
  const named = others.length < readers.length ? `all but ${others.join(", ")}` : readers.join(", ");
  return `${readers.length} of ${all.length}: ${named}`;
}

export const bytesText = (bytes: number): string => `${bytes.toLocaleString("en")} bytes`;
