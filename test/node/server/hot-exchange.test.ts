import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { IncomingPoll, sendHot } from "../../../src/node/server/hot-exchange.ts";
import { TrustedProxies } from "../../../src/node/server/proxies.ts";
import type { HotAnswer } from "../../../src/service/poll/hot.ts";

/** What a server sees of a request, and what its client gets. */
async function exchange(answer: HotAnswer, headers: Record<string, string | string[]> = {}, proxies: string[] = []) {
  let seen: Record<string, unknown> = {};
  const server = createServer((incoming, outgoing) => {
    const poll = new IncomingPoll(incoming, new TrustedProxies(proxies));
    const get = (name: string) => poll.headers.get(name);
    seen = {
      method: poll.method,
      address: poll.address,
      url: poll.url,
      agent: get("user-agent"),
      vary: get("accept-encoding"),
      none: get("a-im"),
      has: poll.headers.has("a-im"),
    };
    sendHot(answer, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const got = await new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      get({ port, host: "127.0.0.1", path: "/feeds/all.rss?x=1", headers, agent: false }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      }).on("error", reject);
    },
  );
  return { seen, got, port };
}

describe("a hot exchange", () => {
  it("reads of a request what the hot path asks for", async () => {
    const answer: HotAnswer = { status: 304, headers: new Headers({ etag: 'W/"1"' }), body: null, whole: 0 };
    const { seen, port } = await exchange(answer, { "user-agent": "Feedbin", "accept-encoding": "gzip" });
    expect(seen).toEqual({
      method: "GET",
      address: "127.0.0.1",
      url: `http://127.0.0.1:${port}/feeds/all.rss?x=1`,
      agent: "Feedbin",
      vary: "gzip",
      none: null,
      has: false,
    });
  });

  it("knows whose request it is: the client's where a proxy of ours says so, and nobody else", async () => {
    const answer: HotAnswer = { status: 304, headers: new Headers(), body: null, whole: 0 };
    const headers = { "x-forwarded-for": "192.0.2.1" };
    expect((await exchange(answer, headers)).seen.address).toBe("127.0.0.1");
    expect((await exchange(answer, headers, ["127.0.0.1"])).seen.address).toBe("192.0.2.1");
  });

  it("sends the headers as they are, and the bytes as they are", async () => {
    const body = new Uint8Array([31, 139, 8, 0]);
    const headers = new Headers({ "content-encoding": "gzip", "content-length": "4", etag: 'W/"1"' });
    const { got } = await exchange({ status: 200, headers, body, whole: 0 });
    expect([got.status, got.headers, [...got.body]]).toEqual([
      200,
      expect.objectContaining({ "content-encoding": "gzip", "content-length": "4", etag: 'W/"1"' }),
      [31, 139, 8, 0],
    ]);
    expect(got.headers.date).toMatch(/ GMT$/);
  });

  it("sends a 304 without a body, and the connection can be used again", async () => {
    const { got } = await exchange({ status: 304, headers: new Headers({ etag: 'W/"1"' }), body: null, whole: 9 });
    expect([got.status, got.headers.etag, got.body.length]).toEqual([304, 'W/"1"', 0]);
  });
});
