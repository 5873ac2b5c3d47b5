import { describe, expect, it } from "vitest";
import { CACHING_RULES } from "../../../src/proofread/reach/caching.ts";
import type { ReachAnswer } from "../../../src/proofread/reach/polls.ts";
import { reachFindings } from "../../../src/proofread/reach/rules.ts";
import { briefly, notModified, polledBy, served, withHeaders } from "./polled.ts";

const found = (fresh: ReachAnswer, reader = "Feedly") =>
  briefly(reachFindings(CACHING_RULES, polledBy({ [reader]: { fresh } }))).map(([rule, severity, , seen]) => [
    rule,
    severity,
    seen,
  ]);

describe("an answer with a feed", () => {
  it("is in order as our own are", () => expect(found(served())).toEqual([]));

  it.each<[string, ReachAnswer, string, string]>([
    [
      "is older than it may be",
      withHeaders({ age: "301" }),
      "RFC 9111 §4.2",
      "Age: up to 301 seconds, with Cache-Control: public, max-age=300",
    ],
    [
      "was hours in a cache",
      withHeaders({ age: "7201", "cache-control": "s-maxage=86400" }),
      "RFC 9111 §5.1",
      "Age: up to 7,201 seconds",
    ],
    [
      "was hours in a cache, whatever may be",
      withHeaders({ age: "7201", "cache-control": undefined }),
      "RFC 9111 §5.1",
      "Age: up to 7,201 seconds",
    ],
    ["sets cookies", served({ cookies: ["__cf_bm", "session"] }), "RFC 6265 §4.1", "Set-Cookie: __cf_bm, session"],
    [
      "has a page's type",
      withHeaders({ "content-type": "text/html" }),
      "RFC 9110 §8.3",
      "text/html is not application/rss+xml",
    ],
    ["has no type", withHeaders({ "content-type": undefined }), "RFC 9110 §8.3", "nothing is not application/rss+xml"],
    [
      "is coded, and does not say that others are not",
      withHeaders({ vary: undefined }),
      "RFC 9110 §12.5.5",
      "Content-Encoding: gzip, no Vary",
    ],
    [
      "varies by something else",
      withHeaders({ vary: "Origin" }),
      "RFC 9110 §12.5.5",
      "Content-Encoding: gzip, Vary: Origin",
    ],
    [
      "is large and not compressed",
      withHeaders({ "content-encoding": undefined }, { bytes: 48_211 }),
      "RFC 9110 §8.4",
      "48,211 bytes, no Content-Encoding",
    ],
    [
      "is larger than readers like",
      served({ document: { kind: "rss", bytes: 1_234_567, digest: "" } }),
      "SmartNews",
      "1,234,567 bytes",
    ],
  ])("%s", (_, answer, rule, seen) => expect(found(answer)).toEqual([[rule, "warning", seen]]));

  it.each<[string, ReachAnswer]>([
    ["is fresh enough by s-maxage", withHeaders({ age: "600", "cache-control": "max-age=60, s-maxage=900" })],
    [
      "is stale while it is fetched anew",
      withHeaders({ age: "330", "cache-control": "max-age=300, stale-while-revalidate=60" }),
    ],
    ["has an age that is none", withHeaders({ age: "old" })],
    ["varies by everything", withHeaders({ vary: "*" })],
    ["is small and not compressed", withHeaders({ "content-encoding": undefined })],
    ["has a type that readers take for it", withHeaders({ "content-type": "text/xml" })],
    ["has a date in Expires", withHeaders({ expires: "Fri, 31 Dec 2027 23:59:59 GMT" })],
  ])("%s, which is in order", (_, answer) => expect(found(answer, "Miniflux")).toEqual([]));

  it("with Expires: 0 makes Miniflux forget its validators, and nobody else", () => {
    expect(found(withHeaders({ expires: "0" }), "Miniflux")).toEqual([["Miniflux", "warning", "Expires: 0"]]);
    expect(found(withHeaders({ expires: "0" }))).toEqual([]);
  });

  it("is not compressed for who does not ask for it", () =>
    expect(found(withHeaders({ "content-encoding": undefined }, { bytes: 48_211 }), "rss-parser")).toEqual([]));

  it("tells the highest of ages that grow while readers come", () => {
    const given = { Feedly: { fresh: withHeaders({ age: "301" }) }, Feedbin: { fresh: withHeaders({ age: "302" }) } };
    expect(briefly(reachFindings(CACHING_RULES, polledBy(given)))).toEqual([
      [
        "RFC 9111 §4.2",
        "warning",
        "Feedly, Feedbin",
        "Age: up to 302 seconds, with Cache-Control: public, max-age=300",
      ],
    ]);
  });

  it("is looked at when it comes with the second poll, too", () => {
    const given = {
      Feedly: { again: served({ cookies: ["late"] }) },
      Feedbin: { again: { ...notModified(), cookies: ["with-304"] } },
    };
    expect(briefly(reachFindings(CACHING_RULES, polledBy(given)))).toEqual([
      ["RFC 6265 §4.1", "warning", "Feedly", "Set-Cookie: late"],
    ]);
  });
});
