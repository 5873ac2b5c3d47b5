import { quantile } from "../figures.ts";
import type { Kind } from "./kinds.ts";
import type { Sent } from "./subscribers.ts";

/** What the newsroom has done. */
export interface Changes {
  /** By change: when the edition became current that first tells of it; milliseconds. */
  publishedAt: number[];
  /** By story: the first change after it was taken back. */
  takenBackBefore: Map<number, number>;
}

/** What the subscribers have seen of it. */
export interface Verdict {
  requests: number;
  /** From an edition to a subscriber's having it, or a newer one; of healthy hosts; milliseconds. */
  latency: { p50: number; p99: number; most: number };
  /** Healthy subscribers that did not get the last change in the end. */
  lost: number;
  /** Requests that told of something older than one before, or of a story that had been taken back. */
  outOfOrder: number;
  unsigned: number;
  /** Equal bytes that a subscriber has answered with 2xx twice. */
  duplicates: number;
  /** Requests that came while the same subscriber had another in hand. */
  beside: number;
  deltas: number;
  /** Requests after one that was answered with 410. */
  afterGone: number;
}

/** @param from changes whose latency counts: the first, and the one after the last */
export function judge(
  sent: Sent[],
  kinds: Kind[],
  subscribers: number,
  { publishedAt, takenBackBefore }: Changes,
  [from, to]: [number, number],
): Verdict {
  const bySubscriber = Array.from({ length: subscribers }, (): Sent[] => []);
  for (const one of sent) bySubscriber[one.subscriber]?.push(one);
  const latencies: number[] = [];
  const verdict: Verdict = {
    requests: sent.length,
    latency: { p50: Number.NaN, p99: Number.NaN, most: Number.NaN },
    lost: 0,
    outOfOrder: 0,
    unsigned: sent.filter(({ isSigned }) => !isSigned).length,
    duplicates: 0,
    beside: sent.filter(({ beside }) => beside > 0).length,
    deltas: sent.filter(({ isDelta }) => isDelta).length,
    afterGone: 0,
  };
  for (const [subscriber, its] of bySubscriber.entries()) {
    const kind = kinds[subscriber % kinds.length];
    let newest = -1;
    const seen = new Set<string>();
    let isGone = false;
    for (const { change, stories, signature, status, at } of its) {
      if (isGone) verdict.afterGone += 1;
      isGone ||= status === 410;
      const tellsOfGone = stories.some(
        (story) => (takenBackBefore.get(story) ?? Number.POSITIVE_INFINITY) <= Math.max(change, newest),
      );
      if ((change >= 0 && change < newest) || tellsOfGone) verdict.outOfOrder += 1;
      if (seen.has(signature)) verdict.duplicates += 1;
      if (status !== null && status < 300) seen.add(signature);
      if (kind === "healthy")
        for (let reached = Math.max(newest + 1, from); reached <= Math.min(change, to - 1); reached += 1)
          latencies.push(at - (publishedAt[reached] ?? Number.NaN));
      newest = Math.max(newest, change);
    }
    if (kind === "healthy" && newest < publishedAt.length - 1) verdict.lost += 1;
  }
  verdict.latency = {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    most: latencies.reduce((most, value) => Math.max(most, value), 0),
  };
  return verdict;
}
