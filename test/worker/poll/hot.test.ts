import { beforeAll, describe, expect, it } from "vitest";
import { article, newsroom } from "../newsroom.ts";
import { FORMATS, isolate } from "./isolate.ts";

beforeAll(async () => {
  const desk = await newsroom();
  await desk.put(article("a", { content_html: "<p>Ä</p>" }));
  await desk.publish();
});

const whole = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  body: [...new Uint8Array(await response.arrayBuffer())],
});

describe.each(FORMATS)("a hot answer (%s)", (format) => {
  const path = `/feeds/all.${format}`;

  it.each([
    ["plain", {}],
    ["gzip", { "accept-encoding": "gzip" }],
    ["Brotli", { "accept-encoding": "br" }],
    ["not modified, by tag", { "if-none-match": "*" }],
    ["not modified, by time", { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" }],
  ])("is the cold one again, header for header and byte for byte: %s", async (_, headers) => {
    const poll = isolate();
    const cold = await whole(await poll(path, headers));
    expect(cold.headers.length).toBeGreaterThan(4);
    expect(await whole(await poll(path, headers))).toEqual(cold);
    expect(await whole(await poll(path, headers))).toEqual(cold);
  });

  it("has what its own request asks for, whatever was asked before", async () => {
    const poll = isolate();
    for (let turn = 0; turn < 2; turn += 1) {
      const gzip = await poll(path, { "accept-encoding": "gzip" });
      const identity = await poll(path);
      const head = await poll(path, { "accept-encoding": "gzip" }, "HEAD");
      const query = await poll(`${path}?_=1`, { "accept-encoding": "gzip" });
      expect([gzip, identity, head, query].map(({ headers }) => headers.get("content-encoding"))).toEqual([
        "gzip",
        null,
        "gzip",
        "gzip",
      ]);
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      expect(query.headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
      expect(gzip.headers.get("cloudflare-cdn-cache-control")).toBeNull();
    }
  });
});
