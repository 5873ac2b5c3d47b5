import { beforeEach, describe, expect, it } from "vitest";
import { MP3, PHONE_JPEG } from "../../media/samples.ts";
import { type Newsroom, newsroom } from "../newsroom.ts";
import { send } from "./sending.ts";

let room: Newsroom;
let path: string;

beforeEach(async () => {
  room = await newsroom();
  const { url } = (await (await send(room, MP3)).json()) as { url: string };
  path = new URL(url).pathname;
});

const get = async (headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
  room.fetch(new Request(`https://feeds.example${path}`, { method, headers }));

describe("a file", () => {
  it("is served for good, to everybody, and runs nothing", async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "audio/mpeg",
      "content-length": String(MP3.length),
      "cache-control": "public, max-age=31536000, immutable",
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      "content-disposition": "inline",
      "content-security-policy": expect.stringMatching(/^default-src 'none'.*; sandbox$/),
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers.get("etag")).toBe(`"${path.slice(7, 71)}"`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(MP3)).toBe(true);
  });

  it("is told of by HEAD, without a body", async () => {
    const answer = await get({ range: "bytes=0-9" }, "HEAD");
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, String(MP3.length)]);
    expect(await answer.text()).toBe("");
  });

  it("is not sent again to who has it", async () => {
    const etag = (await get()).headers.get("etag") ?? "";
    for (const header of [etag, `W/${etag}`, `"x", ${etag}`, "*"])
      expect((await get({ "if-none-match": header })).status).toBe(304);
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
    const since = (await get()).headers.get("last-modified") ?? "";
    expect((await get({ "if-modified-since": since })).status).toBe(304);
  });

  it.each([
    ["bytes=0-99", 0, 99],
    ["bytes=1000-", 1000, 1151],
    ["bytes=-52", 1100, 1151],
  ])("is sent in the part that is asked for: %s", async (range, first, last) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([206, `bytes ${first}-${last}/1152`]);
    expect(answer.headers.get("content-length")).toBe(String(last - first + 1));
    expect(Buffer.from(await answer.arrayBuffer()).equals(MP3.subarray(first, last + 1))).toBe(true);
  });

  it("is sent in part only where the client has the rest of the same", async () => {
    const etag = (await get()).headers.get("etag") ?? "";
    expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    expect((await get({ range: "bytes=0-9", "if-range": '"other"' })).status).toBe(200);
    expect((await get({ range: "bytes=0-1,4-5" })).status).toBe(200);
  });

  it("has no part beyond its end", async () => {
    const answer = await get({ range: "bytes=9999-" });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([416, "bytes */1152"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("is nothing under any other name", async () => {
    const others = [
      path.replace(".mp3", ".jpg"),
      path.replace(".mp3", ".html"),
      `/files/${"0".repeat(64)}.mp3`,
      "/files/..%2F..%2Fwireproof.sqlite",
      "/files/a.mp3",
    ];
    for (const other of others)
      expect((await room.fetch(new Request(`https://feeds.example${other}`))).status, other).toBe(404);
  });

  it("may be asked for by the pages of other sites", async () => {
    const answer = await get({ origin: "https://gazette.example" }, "OPTIONS");
    expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  });
});

describe("a picture", () => {
  it("is shown without what its camera has noted", async () => {
    const { url, ...about } = (await (await send(room, PHONE_JPEG)).json()) as { url: string };
    expect(about).toMatchObject({ type: "image/jpeg", width: 6, height: 8 });
    const bytes = Buffer.from(await (await room.fetch(new Request(url))).arrayBuffer()).toString("latin1");
    expect(bytes).not.toMatch(/GPS|SN-12345|Ada/);
  });
});
