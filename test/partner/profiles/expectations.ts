import { expect } from "vitest";
import type { ProfileName } from "../../../src/feed/definition.ts";
import { profile } from "../a-portal.ts";

export interface Broken {
  rule: string;
  severity: "hard" | "advice";
  /** The model's name of what is wrong. */
  field: string;
  /** What the desk reads. */
  message: string;
}

/** A story breaks one rule and no other; a hard one leaves it out of the feed, its neighbours stay. */
export function expectBroken(name: ProfileName, broken: Broken, story: object, others: object[] = []): void {
  const { feed, entries } = profile(name, [story, ...others]);
  const [first] = entries;
  expect(first?.findings).toEqual([{ ...broken, source: expect.stringMatching(/^(MSN|SmartFormat|Flipboard|Apple)/) }]);
  expect(first?.left_out).toBe(broken.severity === "hard");
  expect(feed.entries.some(({ id }) => id.endsWith(":story"))).toBe(broken.severity === "advice");
  expect(feed.entries.length).toBe(others.length + (broken.severity === "advice" ? 1 : 0));
}

/** A story breaks no rule. */
export function expectGood(name: ProfileName, story: object, others: object[] = []): void {
  const { entries } = profile(name, [story, ...others]);
  expect([entries[0]?.findings, entries[0]?.left_out]).toEqual([[], false]);
}

/** The feed as a whole breaks one rule, which leaves nothing out. */
export function expectAdvice(
  name: ProfileName,
  advice: Omit<Broken, "severity">,
  { stories, definition, base }: { stories: object[]; definition?: object; base?: string },
): void {
  const { findings, feed } = profile(name, stories, definition, base);
  expect(findings).toEqual([{ ...advice, severity: "advice", source: expect.stringMatching(/^(MSN|Smart|Flip)/) }]);
  expect(feed.entries.length).toBe(stories.length);
}
