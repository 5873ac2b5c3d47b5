import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Feed } from "../../../src/feed/feed.ts";
import { verifyDocument } from "../../../src/verify/verify.ts";
import { coldPoll, FORMATS, type Poll, tagOf } from "../cold-poll.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

let desk: Newsroom;
let poll: Poll;
/** Each edition's tags; the last is current. */
const tags: Record<(typeof FORMATS)[number], string>[] = [];

const A = article("a");
const B = article("b");
const D = article("d");

beforeAll(async () => {
  desk = await newsroom();
  await edition(A, B, article("c"));
  await edition(D);
  // What has changed since the first edition is not what is newest: an article of old is corrected, another comes late.
  await edition(
    { ...A, title: "Title of a, mended", corrections: [{ at: "2026-01-02T00:00:00Z", note: "It was misspelt." }] },
    article("late", { published_at: "2020-01-01T00:00:00Z" }),
    // Two that share their time, whatever a format makes of that.
    article("again", { published_at: D.published_at }),
  );
  poll = coldPoll();
});

async function edition(...articles: ({ id: string } & Record<string, unknown>)[]): Promise<void> {
  for (const one of articles) await desk.put(one);
  await desk.publish();
  const cold = coldPoll();
  const found = await Promise.all(FORMATS.map(async (format) => [format, tagOf(await cold(`/feeds/all.${format}`))]));
  tags.push(Object.fromEntries(found));
}

const stored = async (): Promise<Feed> =>
  ((await (await desk.request("GET", "/api/feeds/all")).json()) as { feed: Feed }).feed;

const ids = (...names: string[]) => names.map((name) => `tag:gazette.example,2026:${name}`);

describe.each(FORMATS)("a delta (%s)", (format) => {
  const path = `/feeds/all.${format}`;
  const tag = (edition: number) => `W/"${tags.at(edition)?.[format]}"`;
  const since = (ifNoneMatch: string, headers: Record<string, string> = {}) =>
    poll(path, { "a-im": "feed", "if-none-match": ifNoneMatch, ...headers });

  it("is a 226 that says what it is, has the new tag, and is never cached (RFC 3229 §10.4.1, §10.5.2)", async () => {
    const [whole, delta] = [await poll(path), await since(tag(0))];
    expect([delta.status, delta.headers.get("im")]).toEqual([226, "feed"]);
    expect(delta.headers.get("cache-control")).toBe("no-store, im");
    for (const name of ["etag", "last-modified", "content-type"])
      expect(delta.headers.get(name)).toBe(whole.headers.get(name));
    expect(delta.headers.get("vary")?.split(/, */)).toEqual(expect.arrayContaining(["a-im", "accept-encoding"]));
    expect(delta.headers.get("content-length")).toBe(String((await delta.arrayBuffer()).byteLength));
  });

  it.each([
    ["the first edition: what is new and what is corrected", 0, ids("d", "again", "a", "late")],
    ["the second edition: the same, but for what it had", 1, ids("again", "a", "late")],
  ])("is a whole valid feed of just the entries changed since %s (RFC 3229 §10.5.3)", async (_, base, changed) => {
    const feed = await stored();
    const entries = feed.entries.filter(({ id }) => changed.includes(id));
    expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(changed));
    const text = await (await since(tag(base))).text();
    expect(await verifyDocument({ ...feed, entries }, { format, text })).toEqual([]);
    const unchanged = feed.entries.filter(({ id }) => !changed.includes(id));
    expect(unchanged.length).toBeGreaterThan(0);
    for (const { id } of unchanged) expect(text).not.toContain(id);
  });

  it("is the same text in every coding, and HEAD gives its headers (RFC 9110 §8.4, §9.3.2)", async () => {
    const plain = await (await since(tag(0))).text();
    for (const [coding, decode] of [["gzip", gunzipSync] as const, ["br", brotliDecompressSync] as const]) {
      const delta = await since(tag(0), { "accept-encoding": coding });
      expect([delta.status, delta.headers.get("content-encoding")]).toEqual([226, coding]);
      const headers = { "a-im": "feed", "if-none-match": tag(0), "accept-encoding": coding };
      expect([...(await poll(path, headers, "HEAD")).headers]).toEqual([...delta.headers]);
      expect(decode(new Uint8Array(await delta.arrayBuffer())).toString()).toBe(plain);
    }
  });

  it("starts from whichever of several tags is known", async () => {
    const one = await (await since(tag(1))).text();
    for (const list of [`"unknown", ${tag(1)}`, `${tag(1)}, "unknown"`, `"a,b", ${tag(1).slice(2)}`]) {
      const delta = await since(list);
      expect([delta.status, await delta.text()]).toEqual([226, one]);
    }
  });

  it.each(["feed", "FEED", "vcdiff, feed", "feed;q=0.5", "gzip;q=0.3, feed ; q=1.0"])(
    "is given for A-IM: %s",
    async (accepted) => expect((await since(tag(0), { "a-im": accepted })).status).toBe(226),
  );

  it.each(["feed;q=0", "feed; q=0.000", "vcdiff", "feeds", "", "feed;q=", "feed;q=-1", "feed;q=high"])(
    "is not given for A-IM: %s (RFC 3229 §10.5.3)",
    async (accepted) => expect((await since(tag(0), { "a-im": accepted })).status).toBe(200),
  );

  it("needs a tag that is known: all else is 200 with everything (RFC 3229 §10.5.3)", async () => {
    const whole = await (await poll(path)).text();
    const unanswerable: Record<string, string>[] = [
      { "a-im": "feed" },
      { "a-im": "feed", "if-none-match": '"unknown"' },
      { "a-im": "feed", "if-none-match": "" },
      { "a-im": "feed", "if-modified-since": new Date(0).toUTCString() },
      { "if-none-match": tag(0) },
    ];
    for (const headers of unanswerable) {
      const response = await poll(path, headers);
      expect([response.status, response.headers.get("im"), await response.text()]).toEqual([200, null, whole]);
      expect(response.headers.get("cache-control")).toContain("max-age=300");
    }
  });

  it("is a 304 where nothing has changed for the reader (RFC 3229 §10.5.3)", async () => {
    for (const list of [tag(-1), `${tag(0)}, ${tag(-1)}`, "*"]) expect((await since(list)).status).toBe(304);
  });
});

describe("what is taken back", () => {
  it.each(FORMATS)("is in no delta, and the edition without it is one the reader learns of (%s)", async (format) => {
    const path = `/feeds/sport.${format}`;
    await desk.put(article("kept", { section: "Sport" }));
    await desk.put(article("gone", { section: "Sport", summary: "What must not be read any more." }));
    await desk.publish();
    const had = { "a-im": "feed", "if-none-match": (await coldPoll()(path)).headers.get("etag") ?? "" };
    await desk.request("DELETE", "/api/articles/gone");
    await desk.publish();
    const delta = await coldPoll()(path, had);
    expect(delta.status).toBe(226);
    expect(await delta.text()).not.toContain("What must not be read any more.");
    const has = { ...had, "if-none-match": delta.headers.get("etag") ?? "" };
    expect((await coldPoll()(path, has)).status).toBe(304);
  });
});
