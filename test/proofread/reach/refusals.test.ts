import { describe, expect, it } from "vitest";
import { REFUSAL_RULES } from "../../../src/proofread/reach/refusals.ts";
import { reachFindings } from "../../../src/proofread/reach/rules.ts";
import { readReadme } from "../../docs/readme.ts";
import { briefly, notModified, polledBy, refused, served } from "./polled.ts";

const found = (...[given, stranger]: Parameters<typeof polledBy>) =>
  briefly(reachFindings(REFUSAL_RULES, polledBy(given, stranger)));
const CHALLENGE = refused(403, { "cf-mitigated": "challenge", server: "cloudflare" });
const PAGE = served({
  headers: { "content-type": "text/html" },
  bytes: 1_234,
  document: { kind: "page", bytes: 1_234, digest: "page" },
});

describe("a reader is kept out", () => {
  it("by nothing, where it is given the feed, and 304 or a delta when it comes again", () =>
    expect(found({ Feedly: {}, NewsBlur: { again: served({ status: 226 }) } })).toEqual([]));

  it.each([403, 503, 429])("by a challenge, whichever its status: %i", (status) =>
    expect(
      found({ Feedly: { fresh: refused(status, { "cf-mitigated": "challenge" }), again: null }, Feedbin: {} }),
    ).toEqual([["Cloudflare, challenge pages", "error", "Feedly", `${status}, cf-mitigated: challenge`]]),
  );

  it("by a challenge that comes with its second poll, or with 200", () =>
    expect(
      found({
        Feedly: { again: CHALLENGE },
        Feedbin: { fresh: { ...PAGE, headers: { "cf-mitigated": "challenge" } } },
      }),
    ).toEqual([
      ["Cloudflare, challenge pages", "error", "Feedly", "403, cf-mitigated: challenge, when they came again"],
      ["Cloudflare, challenge pages", "error", "Feedbin", "200, cf-mitigated: challenge"],
    ]));

  it.each([
    [429, {}, "429, no Retry-After"],
    [503, {}, "503, no Retry-After"],
    [429, { "retry-after": "soon" }, "429, Retry-After: soon"],
  ])("by %i %j, and is not told when to come again", (status, headers, seen) =>
    expect(found({ Feedly: { fresh: refused(status, headers), again: null } })).toEqual([
      ["RFC 9110 §10.2.3", "error", "Feedly", seen],
    ]),
  );

  it.each(["120", "Fri, 31 Dec 2027 23:59:59 GMT"])("by 429 until %s, which is a warning: it was quick", (time) =>
    expect(found({ Feedly: { again: refused(429, { "retry-after": time }) } })).toEqual([
      ["RFC 6585 §4", "warning", "Feedly", `429, Retry-After: ${time}, when they came again`],
    ]),
  );

  it("by another status, with who said so", () =>
    expect(
      found({
        Feedly: { fresh: refused(403, { server: "cloudflare" }), again: null },
        Feedbin: { fresh: refused(403, { server: "cloudflare" }), again: null },
        NewsBlur: { fresh: refused(406), again: null },
        Miniflux: {},
      }),
    ).toEqual([
      ["RFC 9110 §15", "error", "Feedly, Feedbin", "403, server: cloudflare"],
      ["RFC 9110 §15", "error", "NewsBlur", "406"],
    ]));

  it("by 304 for one that has nothing yet", () =>
    expect(found({ Thunderbird: { fresh: notModified(), again: null } })).toEqual([
      ["RFC 9110 §15", "error", "Thunderbird", "304"],
    ]));

  it.each([
    ["page" as const, "200 with an HTML page (text/html, 1,234 bytes)"],
    ["empty" as const, "200 with nothing (text/html, 1,234 bytes)"],
    ["other" as const, "200 with something that is no feed (text/html, 1,234 bytes)"],
  ])("by 200 that brings no feed: %s", (kind, seen) =>
    expect(found({ Feedly: { fresh: { ...PAGE, document: { kind, bytes: 0, digest: "" } }, again: null } })).toEqual([
      ["a feed, and no page in its place", "error", "Feedly", seen],
    ]),
  );

  it.each([
    ["certificate", "RFC 9110 §4.3.4"],
    ["patience", "an answer while the reader waits"],
    ["body", "RFC 9110 §6.4, §8.4"],
    ["connection", "a server that answers"],
  ] as const)("by a failure: %s", (kind, rule) =>
    expect(
      found({
        Feedly: { fresh: { failure: { kind, reason: "why" } }, again: null },
        Feedbin: { again: { failure: { kind, reason: "why" } } },
      }),
    ).toEqual([
      [rule, "error", "Feedly", "why"],
      [rule, "error", "Feedbin", "why, when they came again"],
    ]),
  );
});

it("names a recipe that is there", () => {
  const { mend = "" } = REFUSAL_RULES[0] ?? {};
  const [, path = "", heading = ""] = /(\S+README\.md), “(.*)”/.exec(mend) ?? [];
  expect(readReadme(path).text).toContain(`\n## ${heading}\n`);
});
