import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { checkReach } from "../../../../src/cli/verify/reach/check.ts";
import { FEED_READERS } from "../../../../src/proofread/reach/readers.ts";
import { findProgram } from "../../../recipes/recipe.ts";
import { ran } from "../../../recipes/service.ts";
import { nobody } from "../../server.ts";
import { DOCUMENT, startToy, stopToys, type ToyAnswer, type ToyFault, tagOf } from "./toy.ts";

afterEach(stopToys);

const ALL = "all 12 readers";
const CONDITIONAL = "11 of 12: all but rss-parser";
const BY_TAG = "10 of 12: all but Thunderbird, rss-parser";

/** Each finding by its rule's first words, who is concerned, and what was seen. */
type Told = [rule: string, severity: "error" | "warning", readers: string, seen: string];

async function told(url: string, readers = FEED_READERS): Promise<Told[]> {
  const { checked } = await checkReach([url], readers);
  expect(checked.map(({ name, troubles, discrepancies }) => [name, troubles, discrepancies])).toEqual([[url, [], []]]);
  return (checked[0]?.findings ?? []).map(({ rule, severity, where, message }) => [
    rule.split(":", 1)[0] ?? "",
    severity,
    where,
    message.replaceAll(new URL(url).host, "toy"),
  ]);
}

const page = (status: number, headers: ToyAnswer["headers"] = {}): ToyAnswer => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  body: "<!doctype html><title>Just a moment…</title>",
});

const withHeaders =
  (headers: ToyAnswer["headers"]): ToyFault =>
  (right) => ({ ...right, headers: { ...right.headers, ...headers } });

const to = (status: number, location: string | undefined): ToyAnswer => ({ status, headers: { location }, body: "" });

const SIZE = gzipSync(DOCUMENT).length.toLocaleString("en");
const PLAIN_SIZE = DOCUMENT.length.toLocaleString("en");

const TOYS: [name: string, fault: ToyFault, found: Told[]][] = [
  ["nothing wrong", (right) => right, []],
  [
    "a challenge for everybody",
    () => page(403, { "cf-mitigated": "challenge", server: "cloudflare" }),
    [["Cloudflare, challenge pages", "error", ALL, "403, cf-mitigated: challenge"]],
  ],
  [
    "a challenge for those who say that they are of a kind",
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
    (right, { count }) => withHeaders({ etag: `"${count}"` })({ ...right }, { count, path: "", headers: {} }),
    [],
  ],
  [
    "no 304",
    (right, { headers }) => {
      const body = headers["accept-encoding"] === undefined ? DOCUMENT : gzipSync(DOCUMENT);
      return { ...right, status: 200, body };
    },
    [
      [
        "RFC 9110 §15.4.5",
        "error",
        "9 of 12: all but Feeder, Thunderbird, rss-parser",
        `200 with ${SIZE} bytes for If-None-Match and If-Modified-Since sent back as given`,
      ],
      ["RFC 9110 §15.4.5", "error", "1 of 12: Feeder", `200 with ${SIZE} bytes for If-None-Match sent back as given`],
      [
        "RFC 9110 §15.4.5",
        "error",
        "1 of 12: Thunderbird",
        `200 with ${SIZE} bytes for If-Modified-Since sent back as given`,
      ],
    ],
  ],
  [
    "304 whatever the tag",
    (right, { headers }) => (headers["if-none-match"] === undefined ? right : { ...right, status: 304, body: "" }),
    [["RFC 9110 §13.2.2", "error", BY_TAG, "304 for a tag that was never given"]],
  ],
  [
    "no tag",
    (right, { headers }) => {
      const { status } = right;
      const isUnchanged = headers["if-modified-since"] === right.headers["last-modified"];
      return { ...right, status: isUnchanged ? 304 : status, headers: { ...right.headers, etag: undefined } };
    },
    [["RFC 9110 §8.8.1", "warning", BY_TAG, "Last-Modified, and no ETag"]],
  ],
  [
    "no date",
    withHeaders({ "last-modified": undefined }),
    [["RFC 9110 §8.8", "warning", "1 of 12: Thunderbird", "an ETag, and no Last-Modified"]],
  ],
  [
    "429 for who comes again at once, and no word of when",
    (right, { headers }) =>
      (headers["if-none-match"] ?? headers["if-modified-since"]?.includes("2026")) ? page(429) : right,
    [["RFC 9110 §10.2.3", "error", CONDITIONAL, "429, no Retry-After, when they came again"]],
  ],
  [
    "a redirect for a time",
    (right, { path }) => (path === "/feed.rss" ? to(302, "/moved.rss") : right),
    [["RFC 9110 §15.4.9", "warning", ALL, "302 to http://toy/moved.rss"]],
  ],
  [
    "redirects in a circle",
    (_, { path }) => to(301, path === "/feed.rss" ? "/a" : "/feed.rss"),
    [["RFC 9110 §15.4", "error", ALL, "301 to http://toy/a, 301 to http://toy/feed.rss, and round again"]],
  ],
  [
    "redirects without end",
    (_, { path }) => to(301, `${path}x`),
    [4, 5, 10, 20, 30].map((count): Told => {
      const names = FEED_READERS.filter(({ redirects }) => redirects === count).map(({ name }) => name);
      return ["RFC 9110 §15.4", "error", `${names.length} of 12: ${names.join(", ")}`, `more than ${count} redirects`];
    }),
  ],
  [
    "nothing compressed",
    (right) => {
      const headers = { ...right.headers, "content-encoding": undefined, etag: tagOf(DOCUMENT) };
      return { ...right, headers, body: right.status === 200 ? DOCUMENT : "" };
    },
    [["RFC 9110 §8.4", "warning", CONDITIONAL, `${PLAIN_SIZE} bytes, no Content-Encoding`]],
  ],
  [
    "a coding that nobody asked for",
    (right) =>
      right.status === 200 ? { ...right, headers: { ...right.headers, "content-encoding": "compress" } } : right,
    [["RFC 9110 §6.4, §8.4", "error", ALL, "Content-Encoding: compress, which the reader did not ask for"]],
  ],
  ["a body that breaks off", (right) => ({ ...right, breaksOff: true }), []],
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
];

describe("a server with one fault is told that, and nothing else", () => {
  it.each(TOYS)("%s", async (_, fault, found) => expect(await told(await startToy(fault))).toEqual(found));
});
