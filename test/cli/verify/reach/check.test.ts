import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { checkReach } from "../../../../src/cli/verify/reach/check.ts";
import { FEED_READERS } from "../../../../src/proofread/reach/readers.ts";
import { ALL, BY_TAG, CONDITIONAL, PATIENT_READERS, type Told, told } from "./told.ts";
import { DOCUMENT, page, redirectTo, serveWell, startToy, stopToys, type ToyAnswer, type ToyFault } from "./toy.ts";

afterEach(stopToys);

const withHeaders =
  (headers: ToyAnswer["headers"]): ToyFault =>
  (right) => ({ ...right, headers: { ...right.headers, ...headers } });

const SIZE = `${gzipSync(DOCUMENT).length.toLocaleString("en")} bytes`;
const PLAIN_SIZE = `${DOCUMENT.length.toLocaleString("en")} bytes`;

const TOYS: [name: string, fault: ToyFault, found: Told[]][] = [
  ["nothing wrong", (right) => right, []],
  [
    "a challenge for everybody",
    () => page(403, { "cf-mitigated": "challenge", server: "cloudflare" }),
    [["Cloudflare, challenge pages", "error", ALL, "403, cf-mitigated: challenge"]],
  ],
  [
    "a challenge for those who say that they are about feeds",
    (right, { headers }) =>
      /feed/i.test(headers["user-agent"] ?? "") ? page(503, { "cf-mitigated": "challenge" }) : right,
    [
      [
        "Cloudflare, challenge pages",
        "error",
        "5 of 12: Feedly, Inoreader, Feedbin, NewsBlur, feedparser",
        "503, cf-mitigated: challenge",
      ],
    ],
  ],
  [
    "a feed for one User-Agent and none for another",
    (right, { headers }) => (headers["user-agent"]?.startsWith("Mozilla/") ? right : page(403, { server: "nginx" })),
    [["RFC 9110 §15", "error", "10 of 12: all but Miniflux, Thunderbird", "403, server: nginx"]],
  ],
  [
    "a page in place of the feed",
    () => page(200),
    [["a feed, and no page in its place", "error", ALL, "200 with an HTML page (text/html, 46 bytes)"]],
  ],
  [
    "tags that do not hold",
    (right, { count, headers }) => {
      const whole = right.status === 200 || headers["if-none-match"] ? serveWell(withoutConditions(headers)) : right;
      return { ...whole, headers: { ...whole.headers, etag: `"${count}"` } };
    },
    [["RFC 9110 §8.8.3", "error", BY_TAG, "another ETag for the same document in the same coding"]],
  ],
  [
    "no 304",
    (_, { headers }) => serveWell(withoutConditions(headers)),
    [["RFC 9110 §15.4.5", "error", CONDITIONAL, `200 with ${SIZE} for what it had given them itself`]],
  ],
  [
    "304 whatever the tag",
    (right, { headers }) => (headers["if-none-match"] === undefined ? right : { ...right, status: 304, body: "" }),
    [["RFC 9110 §13.2.2", "error", BY_TAG, "304 for a tag that was never given"]],
  ],
  ["no tag", withHeaders({ etag: undefined }), [["RFC 9110 §8.8.1", "warning", BY_TAG, "Last-Modified, and no ETag"]]],
  [
    "no date",
    withHeaders({ "last-modified": undefined }),
    [["RFC 9110 §8.8", "warning", "1 of 12: Thunderbird", "an ETag, and no Last-Modified"]],
  ],
  [
    "no validators at all",
    withHeaders({ etag: undefined, "last-modified": undefined }),
    [["RFC 9110 §8.8", "warning", CONDITIONAL, "neither ETag nor Last-Modified"]],
  ],
  [
    "429 for who comes again at once, and no word of when",
    (right) => (right.status === 304 ? page(429) : right),
    [["RFC 9110 §10.2.3", "error", CONDITIONAL, "429, no Retry-After, when they came again"]],
  ],
  [
    "503, and when to come again",
    () => page(503, { "retry-after": "120" }),
    [["RFC 6585 §4", "warning", ALL, "503, Retry-After: 120"]],
  ],
  [
    "a redirect for a time",
    (right, { path }) => (path === "/feed.rss" ? redirectTo(302, "/moved.rss") : right),
    [["RFC 9110 §15.4.9", "warning", ALL, "302 to http://toy/moved.rss"]],
  ],
  ["a redirect for good", (right, { path }) => (path === "/feed.rss" ? redirectTo(301, "/moved.rss") : right), []],
  [
    "redirects in a circle",
    (_, { path }) => redirectTo(301, path === "/feed.rss" ? "/a" : "/feed.rss"),
    [["RFC 9110 §15.4", "error", ALL, "301 to http://toy/a, 301 to http://toy/feed.rss, and round again"]],
  ],
  [
    "redirects without end",
    (_, { path }) => redirectTo(301, `${path}x`),
    [5, 4, 30, 10, 20].map((count): Told => {
      const names = FEED_READERS.filter(({ redirects }) => redirects === count).map(({ name }) => name);
      return ["RFC 9110 §15.4", "error", `${names.length} of 12: ${names.join(", ")}`, `more than ${count} redirects`];
    }),
  ],
  [
    "nothing compressed",
    (_, { headers }) => serveWell({ ...headers, "accept-encoding": "identity" }),
    [["RFC 9110 §8.4", "warning", CONDITIONAL, `${PLAIN_SIZE}, no Content-Encoding`]],
  ],
  [
    "a coding that nobody asked for",
    withHeaders({ "content-encoding": "compress" }),
    [["RFC 9110 §6.4, §8.4", "error", ALL, "Content-Encoding: compress, which the reader did not ask for"]],
  ],
  [
    "a body that is not in its coding",
    (right) => ({ ...right, headers: { ...right.headers, "content-encoding": "gzip" }, body: DOCUMENT }),
    [
      [
        "RFC 9110 §6.4, §8.4",
        "error",
        CONDITIONAL,
        "Content-Encoding: gzip, and the body is not: incorrect header check",
      ],
      [
        "RFC 9110 §6.4, §8.4",
        "error",
        "1 of 12: rss-parser",
        "Content-Encoding: gzip, which the reader did not ask for",
      ],
    ],
  ],
  [
    "a body that breaks off",
    (right) => ({ ...right, breaksOff: true }),
    [
      ["RFC 9110 §6.4, §8.4", "error", CONDITIONAL, `it broke off after ${SIZE}`],
      ["RFC 9110 §6.4, §8.4", "error", "1 of 12: rss-parser", `it broke off after ${PLAIN_SIZE}`],
    ],
  ],
  [
    "an old copy",
    withHeaders({ age: "4000" }),
    [["RFC 9111 §4.2", "warning", ALL, "Age: up to 4,000 seconds, with Cache-Control: public, max-age=300"]],
  ],
  [
    "cookies",
    withHeaders({ "set-cookie": ["__cf_bm=x; HttpOnly", "a=b"] }),
    [["RFC 6265 §4.1", "warning", ALL, "Set-Cookie: __cf_bm, a"]],
  ],
  [
    "a page's type",
    withHeaders({ "content-type": "text/html; charset=utf-8" }),
    [["RFC 9110 §8.3", "warning", ALL, "text/html is not application/rss+xml"]],
  ],
  [
    "no Vary",
    withHeaders({ vary: undefined }),
    [["RFC 9110 §12.5.5", "warning", CONDITIONAL, "Content-Encoding: gzip, no Vary"]],
  ],
  ["Expires: 0", withHeaders({ expires: "0" }), [["Miniflux", "warning", "1 of 12: Miniflux", "Expires: 0"]]],
  [
    "a document that changes by itself",
    (_, { count, headers }) => {
      const right = serveWell(withoutConditions({ ...headers, "accept-encoding": "gzip" }));
      const body = gzipSync(`${DOCUMENT}<!-- ${count} -->`);
      return headers["accept-encoding"]
        ? { ...right, headers: { ...right.headers, etag: `"${count}"` }, body }
        : serveWell(headers);
    },
    [
      [
        "the same document until something is published",
        "warning",
        CONDITIONAL,
        "another document when they came again at once",
      ],
    ],
  ],
];

describe("a server with one fault is told that, and nothing else", () => {
  it.each(TOYS)("%s", async (_, fault, found) => expect(await told(await startToy(fault))).toEqual(found));
});

describe("checkReach", () => {
  it("tells of each URL once, what was polled and what it means, and that a firewall may know better", async () => {
    const [good, bad] = [await startToy(), await startToy(() => page(403, { "cf-mitigated": "challenge" }))];
    const { checked, notes } = await checkReach([good, bad, good], PATIENT_READERS);
    expect(notes).toEqual([expect.stringContaining("firewall")]);
    expect(checked).toEqual([
      {
        name: good,
        what: expect.stringMatching(
          /^12 readers: 12 feeds; 304 for 11 of 11 who ask whether it has changed; \d+ to [\d,]+ bytes; \d+( to \d+)? ms$/,
        ),
        ...{ discrepancies: [], findings: [], troubles: [] },
      },
      {
        name: bad,
        what: "12 readers: 0 feeds",
        ...{ discrepancies: [], troubles: [] },
        findings: [
          {
            document: "polls",
            rule: "Cloudflare, challenge pages: none on a feed",
            severity: "error",
            where: ALL,
            message: "403, cf-mitigated: challenge",
            means: expect.stringContaining("no reader runs the script"),
            mend: expect.stringContaining("src/edge/README.md"),
          },
        ],
      },
    ]);
  });
});

function withoutConditions({ "if-none-match": _, "if-modified-since": __, ...others }: ToyHeaders): ToyHeaders {
  return others;
}
type ToyHeaders = Parameters<typeof serveWell>[0];
