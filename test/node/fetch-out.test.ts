import dns from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fetchOut } from "../../src/node/fetch-out.ts";

const WORDS = "words ".repeat(1_000);
const CODINGS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    const coding = (request.url ?? "").slice(1) as keyof typeof CODINGS;
    if (request.url === "/moved") return response.writeHead(301, { location: "/there" }).end("moved");
    if (request.url === "/same") return response.writeHead(304, { etag: '"1"' }).end();
    if (request.url === "/odd") return response.writeHead(999).end("odd");
    if (request.url === "/cut") {
      response.writeHead(200, { "content-length": "100" }).write("half");
      return setTimeout(() => response.destroy(), 20);
    }
    if (request.url === "/never") return;
    const code = CODINGS[coding];
    if (!code) return response.writeHead(200, { "x-asked": String(request.headers["user-agent"]) }).end(WORDS);
    response.writeHead(200, { "content-encoding": coding }).end(code(WORDS));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => void vi.restoreAllMocks());

const ask = (path: string, headers: Record<string, string> = {}, signal = AbortSignal.timeout(60_000)) =>
  fetchOut(`http://127.0.0.1:${port}${path}`, { headers, signal }, "any");

describe("a question to somebody else's server", () => {
  it("is answered, with the headers that were given", async () => {
    const answer = await ask("/", { "user-agent": "Test" });
    expect([answer.status, answer.headers.get("x-asked"), await answer.text()]).toEqual([200, "Test", WORDS]);
  });

  it.each(Object.keys(CODINGS))("is answered in %s as well", async (coding) => {
    const answer = await ask(`/${coding}`);
    expect([answer.headers.get("content-encoding"), await answer.text()]).toEqual([null, WORDS]);
  });

  it("follows no redirect", async () => {
    const answer = await ask("/moved");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/there"]);
    await answer.body?.cancel();
  });

  it("may be answered that nothing has changed", async () => {
    const answer = await ask("/same");
    expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, '"1"', ""]);
  });

  it("fails where the answer is none, ends too soon, or does not come", async () => {
    await expect(ask("/odd")).rejects.toThrow();
    await expect((await ask("/cut")).text()).rejects.toThrow();
    await expect(ask("/never", {}, AbortSignal.timeout(50))).rejects.toThrow();
  });
});

describe("a question to public addresses alone", () => {
  const askPublicly = (url: string) => fetchOut(url, { headers: {}, signal: AbortSignal.timeout(60_000) }, "public");

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://localhost/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
  ])("does not reach %s", async (url) => {
    await expect(askPublicly(url)).rejects.toThrow("is of the own network");
  });

  it.each([
    ["127.0.0.1", 4],
    ["10.0.0.1", 4],
    ["::1", 6],
    ["fd00::1", 6],
    ["::ffff:10.0.0.1", 6],
    ["fe80::1%eth0", 6],
  ])("does not reach a name that stands for %s at the moment of asking", async (address, family) => {
    const looked = vi.spyOn(dns, "lookup").mockImplementation(((_: string, __: object, done: Done) =>
      done(null, [
        { address: "93.184.216.34", family: 4 },
        { address, family },
      ])) as never);
    await expect(askPublicly(`http://rebound.example:${port}/`)).rejects.toThrow(
      "rebound.example is of the own network",
    );
    expect(looked).toHaveBeenCalled();
  });
});

type Done = (fault: Error | null, addresses: { address: string; family: number }[]) => void;
