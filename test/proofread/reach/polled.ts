import type { ReachAnswer, ReachHop, ReachOutcome, ReachPoll, ReachPolls } from "../../../src/proofread/reach/polls.ts";
import { FEED_READERS, type FeedReader } from "../../../src/proofread/reach/readers.ts";
import type { ReachFinding, ReachRule } from "../../../src/proofread/reach/rules.ts";

export const FEED_URL = "https://feeds.example/all.rss";

export const VALIDATORS = { etag: '"a"', "last-modified": "Sat, 14 Mar 2026 06:00:00 GMT" };

/** What a server without a fault answers. */
export const served = (changes: Partial<ReachAnswer> = {}): ReachAnswer => ({
  status: 200,
  headers: {
    ...VALIDATORS,
    "content-type": "application/rss+xml; charset=utf-8",
    "content-encoding": "gzip",
    vary: "Accept-Encoding",
    "cache-control": "public, max-age=300",
  },
  cookies: [],
  bytes: 900,
  milliseconds: 12,
  document: { kind: "rss", bytes: 4_000, digest: "one" },
  ...changes,
});

/** With other headers; one that is undefined is not sent. */
export function withHeaders(
  changes: Record<string, string | undefined>,
  others: Partial<ReachAnswer> = {},
): ReachAnswer {
  const headers = Object.entries({ ...served().headers, ...changes });
  return served({
    ...others,
    headers: Object.fromEntries(headers.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  });
}

export const notModified = (): ReachAnswer => {
  const { document: _, ...answer } = served({ status: 304, bytes: 0 });
  return answer;
};

/** An answer without a body that counts. */
export const refused = (status: number, headers: Record<string, string> = {}): ReachAnswer =>
  served({ status, headers, document: { kind: "page", bytes: 10, digest: "refused" } });

export const poll = (outcome: ReachAnswer | ReachOutcome, validators: Record<string, string> = {}): ReachPoll => ({
  validators,
  hops: [{ url: FEED_URL, outcome: "status" in outcome ? { answer: outcome } : outcome }],
});

/** A poll that is led on: each address with where it leads to and how, then the last. */
export const led = (...steps: [url: string, status: number, location?: string][]): ReachPoll => ({
  validators: {},
  hops: steps.map(
    ([url, status, location]): ReachHop => ({
      url,
      outcome: { answer: status === 200 ? served() : refused(status, location === undefined ? {} : { location }) },
    }),
  ),
});

export function readerNamed(name: string): FeedReader {
  const reader = FEED_READERS.find((one) => one.name === name);
  if (!reader) throw new Error(`no reader is called ${name}`);
  return reader;
}

/** Sent with a second poll by a reader that was given both validators. */
export const CONDITIONS = { "if-none-match": VALIDATORS.etag, "if-modified-since": VALIDATORS["last-modified"] };

interface Given {
  fresh?: ReachAnswer | ReachOutcome | ReachPoll;
  again?: ReachAnswer | ReachOutcome | null;
  conditions?: Record<string, string>;
}

/** Readers who were given what a server without a fault gives, but for what is said of each. */
export const polledBy = (given: Record<string, Given>, stranger?: ReachAnswer): ReachPolls => ({
  readers: Object.entries(given).map(
    ([name, { fresh = served(), again = notModified(), conditions = CONDITIONS }]) => ({
      reader: readerNamed(name),
      fresh: "hops" in fresh ? fresh : poll(fresh),
      ...(again && { again: poll(again, conditions) }),
    }),
  ),
  ...(stranger && { stranger: poll(stranger, CONDITIONS) }),
});

/** Findings, by the words with which their rules begin. */
export const briefly = (findings: ReachFinding[]): [string, ReachRule["severity"], string, string][] =>
  findings.map(({ rule, severity, readers, seen }) => [
    rule.split(":", 1)[0] ?? "",
    severity,
    readers.join(", "),
    seen,
  ]);
