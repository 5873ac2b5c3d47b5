import { afterEach, describe, expect, it, vi } from "vitest";
import { bodyOf, NoAnswer, request } from "../../src/cli/request.ts";
import { closeServers, nobody, serve } from "./server.ts";

afterEach(closeServers);
afterEach(() => void vi.restoreAllMocks());

/** What a promise is rejected with. */
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "nothing",
    (error: unknown) => error,
  );

describe("request", () => {
  it("sends what it is given, and gives any answer back", async () => {
    const { url, asked } = await serve(() => ({ status: 503, body: "later" }));
    const response = await request(`${url}/a?b=1`, { method: "POST", headers: { "x-own": "1" }, body: "text" });
    expect([response.status, await response.text()]).toEqual([503, "later"]);
    expect(asked).toEqual([
      { method: "POST", path: "/a?b=1", headers: expect.objectContaining({ "x-own": "1" }), body: "text" },
    ]);
  });

  it("tells who does not answer, and why", async () => {
    const base = await nobody();
    const why = `connect ECONNREFUSED ${base.slice("http://".length)}`;
    const error = await thrownBy(request(`${base}/feeds.opml`, { method: "HEAD" }));
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ message: `HEAD ${base}/feeds.opml: ${why}`, origin: base, why });
  });

  it("tells that a server hung up before it answered", async () => {
    const url = "https://gazette.example";
    vi.spyOn(globalThis, "fetch").mockRejectedValue(
      new TypeError("fetch failed", { cause: new Error("other side closed") }),
    );
    expect(await thrownBy(request(url))).toMatchObject({ message: `GET ${url}: other side closed`, origin: url });
  });

  it("is not patient for ever", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new DOMException("The operation was aborted", "TimeoutError"));
    const error = await thrownBy(request("https://gazette.example/feed", { patience: 30_000 }));
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({
      message: "GET https://gazette.example/feed: it did not answer within 30 seconds",
      why: "it did not answer within 30 seconds",
    });
  });

  it("ends a request whose patience is at its end", async () => {
    const spy = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response());
    await request("https://gazette.example/", { patience: 30_000 });
    await request("https://gazette.example/");
    expect(spy.mock.calls.map(([, init]) => init?.signal instanceof AbortSignal)).toEqual([true, false]);
  });

  it("does not say that nobody answers where nobody was asked", async () => {
    const error = await thrownBy(request("http://user:secret@gazette.example/"));
    expect(error).not.toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ message: expect.stringMatching(/^GET .*credentials/) });
  });
});

describe("bodyOf", () => {
  it("gives the bytes as they were sent", async () => {
    const bytes = new Uint8Array([0, 0xff, 0x0a, 0xc3]);
    const { url } = await serve(() => ({ body: bytes }));
    expect(await bodyOf(await request(url))).toEqual(bytes);
  });

  it("tells in one line that an answer broke off", async () => {
    const { url } = await serve(() => ({ body: "half", breaksOff: true }));
    const error = await thrownBy(request(`${url}/feed`).then(bodyOf));
    expect(error).toMatchObject({ message: expect.stringMatching(`^the answer of ${url}/feed broke off: .+$`) });
  });
});
