import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningCommand, startCommand } from "../command.ts";
import { freePort } from "../free-port.ts";
import { TOKEN } from "./token.ts";

/** What strangers try on the service of one machine, as it stands at a port, with a proxy's headers forged or not. */
let folder: string;
let port: number;
let service: RunningCommand;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-attempts-"));
  port = await freePort();
  const args = ["--port", String(port), "--persist-to", folder, "--base-url", "https://feeds.gazette.example"];
  service = await startCommand("src/cli/start.js", args, { cwd: folder, env: { PUBLISH_TOKEN: TOKEN } });
});

afterAll(async () => {
  await service.kill();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request as it is written, to the letter: `fetch` would mend its path and its Host. */
const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    asked.on("error", reject);
    asked.end(body);
  });

const AUTHORIZED = { authorization: `Bearer ${TOKEN}` };
const SQL = '{"sql":"DELETE FROM article"}';
const DATABASE = "DB";

describe("the dev server's own doors are not there", () => {
  it.each([
    ["the explorer's SQL", "POST", `/cdn-cgi/explorer/api/d1/database/${DATABASE}/raw`],
    ["the explorer", "GET", "/cdn-cgi/explorer"],
    ["the explorer, its path encoded", "GET", "/%63dn-cgi/explorer"],
    ["the explorer, with a slash more", "GET", "//cdn-cgi/explorer"],
    ["the explorer, by a way round", "GET", "/feeds/../cdn-cgi/explorer"],
    ["the scheduled route", "GET", "/cdn-cgi/local/scheduled"],
    ["the scheduled handler", "GET", "/cdn-cgi/handler/scheduled"],
    ["the older scheduled route", "GET", "/__scheduled?cron=*"],
  ])("%s", async (_, method, path) => {
    const told = await ask(method, path, { host: `localhost:${port}` }, method === "POST" ? SQL : undefined);
    expect(told.status).toBe(404);
    expect(JSON.parse((await ask("GET", "/api/feeds", AUTHORIZED)).text).empty).toBe(false);
  });
});

describe("a foreign Host is told that it is none of the service's", () => {
  it.each([
    ["a document", "GET", "/feeds/everything.rss"],
    ["a page", "GET", "/"],
    ["the API, even with the token", "GET", "/api/feeds"],
    ["the desk", "GET", "/desk/sign-in"],
    ["a partner's feed", "GET", "/partner/harbour-radio.rss"],
    ["the metrics", "GET", "/metrics"],
    ["the health", "GET", "/health"],
  ])("%s", async (_, method, path) => {
    const { status, text } = await ask(method, path, { ...AUTHORIZED, host: "attacker.example" });
    expect([status, text]).toEqual([421, "This is not attacker.example, but feeds.gazette.example.\n"]);
  });

  it("a document that is polled all day under the right one", async () => {
    const right = { host: "feeds.gazette.example" };
    for (let poll = 0; poll < 3; poll += 1) expect((await ask("GET", "/feeds/everything.rss", right)).status).toBe(200);
    expect((await ask("GET", "/feeds/everything.rss", { host: "attacker.example" })).status).toBe(421);
    expect((await ask("GET", "/feeds/everything.rss", right)).status).toBe(200);
  });

  it("in the request line, where the Host header is the right one", async () => {
    const told = await ask("GET", "http://attacker.example/feeds/everything.rss", { host: "feeds.gazette.example" });
    expect(told.status).toBe(421);
  });

  it("no Host at all", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.end("GET /feeds/everything.rss HTTP/1.1\r\nConnection: close\r\n\r\n");
    let text = "";
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("forged headers of a proxy are not believed, for no proxy is trusted", () => {
  it("an address for each wrong key does not make a stranger many: the sixty-first is told to wait", async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 140 && !statuses.includes(429); attempt += 1) {
      const address = `198.51.100.${attempt}`;
      const forged = { "x-forwarded-for": address, "cf-connecting-ip": address, "x-real-ip": address };
      const key = `wp_${String(attempt).padStart(12, "0")}_${"a".repeat(43)}`;
      const told = await ask("GET", "/partner/harbour-radio.rss", { ...forged, authorization: `Bearer ${key}` });
      statuses.push(told.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it("another site's form does not pass for the desk's own by X-Forwarded-Host and -Proto", async () => {
    const headers = {
      host: "feeds.gazette.example",
      origin: "https://attacker.example",
      "x-forwarded-host": "attacker.example",
      "x-forwarded-proto": "https",
      "content-type": "application/x-www-form-urlencoded",
    };
    const told = await ask("POST", "/desk/sign-in", headers, `token=${TOKEN}`);
    expect([told.status, told.headers["set-cookie"]]).toEqual([403, undefined]);
  });

  it("the desk's own form is taken where TLS ends before the service", async () => {
    const headers = {
      host: "feeds.gazette.example",
      origin: "https://feeds.gazette.example",
      "content-type": "application/x-www-form-urlencoded",
    };
    const told = await ask("POST", "/desk/sign-in", headers, `token=${TOKEN}`);
    expect([told.status, String(told.headers["set-cookie"])]).toEqual([303, expect.stringContaining("desk=")]);
  });

  it("no document changes with them", async () => {
    const plain = await ask("GET", "/feeds/everything.rss");
    const forged = {
      "x-forwarded-host": "attacker.example",
      "x-forwarded-proto": "http",
      forwarded: "host=attacker.example",
    };
    const told = await ask("GET", "/feeds/everything.rss", forged);
    expect([told.status, told.text]).toEqual([200, plain.text]);
    expect(told.text).toContain("https://feeds.gazette.example/feeds/everything.rss");
  });
});

describe("the metrics are told to nobody without a token", () => {
  it.each([
    ["from this machine", {}],
    ["from a proxy of this machine", { "x-forwarded-for": "127.0.0.1" }],
    ["with another token", { authorization: "Bearer guessed" }],
  ])("%s", async (_, headers) =>
    expect((await ask("GET", "/metrics", headers as Record<string, string>)).status).toBe(401),
  );

  it("and are, with one", async () => {
    const { status, text } = await ask("GET", "/metrics", AUTHORIZED);
    expect([status, text]).toEqual([200, expect.stringContaining('wireproof_editions{feed="everything"}')]);
  });
});

describe("nothing of the secrets", () => {
  it("is in what the service writes", () => {
    const written = service.out() + service.err();
    expect(written).toContain("Wireproof runs on");
    expect(written).not.toContain(TOKEN);
    expect(written).not.toContain("wp_0000");
  });
});
