import { describe, expect, it } from "vitest";
import type { ReachPoll } from "../../../src/proofread/reach/polls.ts";
import { REDIRECT_RULES } from "../../../src/proofread/reach/redirects.ts";
import { reachFindings } from "../../../src/proofread/reach/rules.ts";
import { briefly, FEED_URL, led, polledBy } from "./polled.ts";

const found = (fresh: ReachPoll, reader = "Feedbin") =>
  briefly(reachFindings(REDIRECT_RULES, polledBy({ [reader]: { fresh } }))).map(([rule, severity, , seen]) => [
    rule,
    severity,
    seen,
  ]);
const PLAIN = "http://feeds.example/all.rss";
const MOVED = "https://news.example/feed";

describe("a redirect", () => {
  it.each([301, 308])("is in order once, and for good: %i", (status) => {
    expect(found(led([PLAIN, status, FEED_URL], [FEED_URL, 200]))).toEqual([]);
    expect(found(led([FEED_URL, status, MOVED], [MOVED, 200]))).toEqual([]);
  });

  it.each([302, 303, 307])("for a time keeps readers at the old address: %i", (status) =>
    expect(found(led([PLAIN, status, FEED_URL], [FEED_URL, 200]))).toEqual([
      ["RFC 9110 §15.4.9", "warning", `${status} to ${FEED_URL}`],
    ]),
  );

  it("to another redirect costs a request more", () =>
    expect(found(led([PLAIN, 301, FEED_URL], [FEED_URL, 301, MOVED], [MOVED, 200]))).toEqual([
      ["RFC 9110 §15.4.9", "warning", `301 to ${FEED_URL}, 301 to ${MOVED}`],
    ]));

  it("from HTTPS to HTTP gives readers away", () =>
    expect(found(led([FEED_URL, 301, PLAIN], [PLAIN, 200]))).toEqual([
      ["RFC 9110 §4.2.2", "warning", `301 to ${PLAIN}`],
    ]));

  it("to where it came from is a loop", () => {
    expect(found(led([FEED_URL, 301, FEED_URL]))).toEqual([
      ["RFC 9110 §15.4", "error", `301 to ${FEED_URL}, and round again`],
    ]);
    expect(found(led([FEED_URL, 301, MOVED], [MOVED, 302, FEED_URL]))).toEqual([
      ["RFC 9110 §15.4", "error", `301 to ${MOVED}, 302 to ${FEED_URL}, and round again`],
    ]);
  });

  it("to somebody who does not answer is no redirect's fault", () => {
    const failed = { url: MOVED, outcome: { failure: { kind: "connection", reason: "why" } } } as const;
    const { hops } = led([FEED_URL, 301, MOVED]);
    expect(found({ validators: {}, hops: [...hops, failed] })).toEqual([]);
  });

  it.each([undefined, "mailto:ada@example.org", "http://["])("wants to lead somewhere: %j does not", (location) =>
    expect(found(led([FEED_URL, 302, location]))).toEqual([
      ["RFC 9110 §10.2.2", "error", `302 from ${FEED_URL}, without a Location that leads anywhere`],
    ]),
  );

  it("counts against what the reader follows", () => {
    const steps = Array.from({ length: 5 }, (_, at): [string, number, string] => [
      `${MOVED}/${at}`,
      301,
      `${MOVED}/${at + 1}`,
    ]);
    expect(found(led(...steps))).toEqual([["RFC 9110 §15.4", "error", "more than 4 redirects"]]);
    expect(found(led(...steps, [`${MOVED}/5`, 200]), "NewsBlur").map(([rule]) => rule)).toEqual(["RFC 9110 §15.4.9"]);
  });
});
