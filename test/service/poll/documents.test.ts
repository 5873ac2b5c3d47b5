import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { isHere } from "../../homes/one-home.ts";
import { coldPoll, FORMATS, type Poll, tagOf } from "../cold-poll.ts";
import { article, FEEDS, instance, newsroom } from "../newsroom.ts";

const DEFINITIONS: DefinitionInput[] = [
  ...FEEDS,
  { slug: "crime", title: "Crime", description: "Courts", formerly: ["police"] },
  { slug: "olympics", title: "Games", description: "Over", retired: true },
];
const TYPES = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };
const DECODERS = {
  identity: (bytes: Uint8Array) => bytes,
  gzip: (bytes: Uint8Array) => gunzipSync(bytes),
  br: (bytes: Uint8Array) => brotliDecompressSync(bytes),
};

let poll: Poll;
beforeAll(async () => {
  const desk = await newsroom(DEFINITIONS);
  await desk.put(article("a", { content_html: `<p>${"Straße, 東京, 😀. ".repeat(50)}</p>` }));
  await desk.publish();
  poll = coldPoll(undefined, DEFINITIONS);
});

/** The condition must not matter. */
const CONDITIONS: Record<string, string>[] = [{}, { "if-none-match": "*" }];

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const text = async (response: Response) => new TextDecoder().decode(await bytesOf(response));

const openness = ({ headers }: Response) => [
  headers.get("access-control-allow-origin"),
  headers.get("access-control-expose-headers"),
];

describe.each(FORMATS)("a document (%s)", (format) => {
  const path = `/feeds/all.${format}`;
  const codings = Object.entries(DECODERS);

  it("names itself by the URL that it is served at, and its type (RFC 4287 §4.1.1)", async () => {
    const response = await poll(path);
    expect(response.headers.get("content-type")).toBe(`${TYPES[format]}; charset=utf-8`);
    const self = {
      rss: /<atom:link[^>]*rel="self"[^>]*>/,
      atom: /<link[^>]*rel="self"[^>]*>/,
      json: /"feed_url": *"[^"]*"/,
    };
    expect((await text(response)).match(new RegExp(self[format], "g"))).toEqual([
      expect.stringContaining(`"https://feeds.example${path}"`),
    ]);
  });

  it.each(codings)("has its length, right for %s, and the same text (RFC 9110 §8.6, §8.4)", async (coding, decode) => {
    const response = await poll(path, { "accept-encoding": coding });
    const bytes = await bytesOf(response);
    expect(response.headers.get("content-encoding")).toBe(coding === "identity" ? null : coding);
    expect(response.headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(new TextDecoder().decode(decode(bytes))).toBe(await text(await poll(path)));
  });

  it("has one weak tag in all codings, and says what it varies by (RFC 9110 §8.8.3.3, §12.5.5)", async () => {
    for (const [coding] of codings) {
      const { headers } = await poll(path, { "accept-encoding": coding });
      expect(headers.get("etag")).toBe(`W/"${tagOf(await poll(path))}"`);
      expect(headers.get("vary")?.split(/, */)).toContain("accept-encoding");
    }
  });

  it("answers HEAD with GET's headers, its length too, and no body (RFC 9110 §9.3.2)", async () => {
    for (const [coding] of codings) {
      const get = await poll(path, { "accept-encoding": coding });
      const head = await poll(path, { "accept-encoding": coding }, "HEAD");
      expect([head.status, ...head.headers]).toEqual([200, ...get.headers]);
      expect((await bytesOf(head)).byteLength).toBe(0);
    }
  });

  it("is sent whole where a range is asked for, and promises none (RFC 9110 §14.2)", async () => {
    const whole = await poll(path);
    for (const ifRange of ["", whole.headers.get("etag") ?? ""]) {
      const response = await poll(path, { range: "bytes=0-9", "if-range": ifRange });
      expect(response.status).toBe(200);
      expect(response.headers.get("accept-ranges") ?? "none").toBe("none");
      expect(response.headers.get("content-range")).toBeNull();
      expect(await text(response)).toBe(await text(await poll(path)));
    }
  });

  it("is the same under any query, which the cache in front does not keep (RFC 9213 §2)", async () => {
    const plain = await coldPoll()(path);
    const whole = await text(plain);
    for (const query of ["?_=1764000000", "?utm_source=x&utm_source=y", "?", "?format=json", "?%00=%zz"]) {
      const response = await coldPoll()(path + query);
      expect([response.status, response.headers.get("etag")]).toEqual([200, plain.headers.get("etag")]);
      expect(response.headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
      expect(await text(response)).toBe(whole);
    }
    expect(plain.headers.get("cloudflare-cdn-cache-control")).toContain("public");
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("is not for %s: 405 and Allow (RFC 9110 §15.5.6)", async (method) => {
    const response = await poll(path, {}, method);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it("lets a page of another site ask with conditions, and read what comes (Fetch §3.3)", async () => {
    for (const asked of [path, `/feeds/all/archive/1.${format}`]) {
      const response = await poll(asked, { origin: "https://reader.example" }, "OPTIONS");
      expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("access-control-allow-methods")).toContain("GET");
      for (const name of ["if-none-match", "if-modified-since", "a-im", "accept"])
        expect(response.headers.get("access-control-allow-headers")?.split(", ")).toContain(name);
    }
    const etag = (await poll(path)).headers.get("etag") ?? "";
    // Each twice: the first is cold, and the second hot.
    for (const headers of [{}, {}, { "if-none-match": etag }, { "if-none-match": etag }])
      expect(openness(await poll(path, headers))).toEqual(["*", expect.stringMatching(/^etag, /)]);
    for (const slug of ["nothing", "olympics", "police", "all/archive/9"])
      expect(openness(await poll(`/feeds/${slug}.${format}`)), slug).toEqual(["*", expect.any(String)]);
  });
});

describe("the coding (RFC 9110 §12.5.3)", () => {
  it.each([
    [undefined, null],
    ["", null],
    ["identity", null],
    ["gzip", "gzip"],
    ["br, gzip", "br"],
    ["gzip, deflate", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["GZIP", "gzip"],
    ["x-gzip", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br ; q=0.5 ,gzip\t;\tq=0.4", "br"],
    ["br;q=0, gzip;q=0.001", "gzip"],
    ["gzip;q=0.2, identity;q=0.5", null],
    ["gzip;q=0", null],
    ["identity;q=0", null],
    ["identity;q=0, gzip", "gzip"],
    ["identity;q=0, *", "br"],
    ["*;q=0", null],
    ["*;q=0, gzip", "gzip"],
    ["zstd", null],
    ["gzip;q=high", null],
    ["gzip;q=-1", null],
    ["gzip;q=1.5", null],
    ["gzip;q=0.0001", null],
    ["gzip;q=", null],
    ["br;q=2, gzip;q=0.1", "gzip"],
    [",;,=;q,", null],
    ["gzip;;q=0.5", "gzip"],
  ])("of %j is %s", async (header, coding) => {
    const response = await poll("/feeds/all.rss", header === undefined ? {} : { "accept-encoding": header });
    expect([response.status, response.headers.get("content-encoding")]).toEqual([200, coding]);
  });
});

const rewritten = describe.runIf(isHere("an Accept-Encoding that is not the client's"));
rewritten.each(FORMATS)("the coding behind an edge that puts its own header in the client's place (%s)", (format) => {
  it.each([
    ["", null],
    ["identity", null],
    ["gzip, deflate", "gzip"],
    ["br", "br"],
  ])("is the client's, of %j %s", async (own, coding) => {
    const sent = { headers: { "accept-encoding": "br, gzip" }, cf: { clientAcceptEncoding: own } } as RequestInit;
    const response = await instance(DEFINITIONS).fetch(new Request(`https://feeds.example/feeds/all.${format}`, sent));
    expect(response.headers.get("content-encoding")).toBe(coding);
  });
});

describe.each(FORMATS)("what is no document (%s)", (format) => {
  it.each([
    ["a feed that nobody has defined: 404 (RFC 9110 §15.5.5)", "nothing", 404, null],
    ["a feed that has ended: 410 (RFC 9110 §15.5.11)", "olympics", 410, null],
    ["a feed that has moved: 301 (RFC 9110 §15.4.2)", "police", 301, `https://feeds.example/feeds/crime.${format}`],
  ])("is %s", async (_, slug, status, location) => {
    for (const method of ["GET", "HEAD"])
      for (const headers of CONDITIONS) {
        const response = await poll(`/feeds/${slug}.${format}`, headers, method);
        expect([response.status, response.headers.get("location")]).toEqual([status, location]);
        expect(response.headers.get("etag")).toBeNull();
      }
  });

  it("is there before the first edition: 503, and when to come again (RFC 9110 §15.6.4, §10.2.3)", async () => {
    const fresh: DefinitionInput = { slug: "fresh", title: "Fresh", description: "Not yet" };
    const response = await coldPoll(undefined, [fresh])(`/feeds/fresh.${format}`, { "if-none-match": "*" });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("nothing but a document", () => {
  it("sets a cookie or asks for anything: no answer of a feed's path does (RFC 6265 §3)", async () => {
    for (const slug of ["all", "crime", "police", "olympics", "nothing"])
      for (const headers of [...CONDITIONS, { cookie: "a=b" }]) {
        const response = await poll(`/feeds/${slug}.rss`, headers);
        for (const name of ["set-cookie", "www-authenticate"]) expect(response.headers.get(name)).toBeNull();
        expect(response.headers.get("vary") ?? "").not.toMatch(/cookie|\*/i);
      }
  });

  it.each([
    ["GET", "/api/feeds", 200],
    ["GET", "/api/feeds/all", 200],
    ["GET", "/api/feeds/nothing", 404],
    ["GET", "/api/articles/a", 200],
    ["GET", "/api/articles/nothing", 404],
    ["PUT", "/api/articles/b", 400],
    ["DELETE", "/api/articles/nothing", 404],
  ])("may be kept of what is private: %s %s is no-store (RFC 9111 §5.2.2.5)", async (method, path, status) => {
    for (const [authorization, expected] of [
      ["Bearer test-4f9c2e7b1d806a35e7c1", status],
      ["Bearer wrong", 401],
    ] as const) {
      const response = await poll(path, { authorization }, method);
      expect([response.status, response.headers.get("cache-control")]).toEqual([expected, "no-store"]);
    }
  });
});
