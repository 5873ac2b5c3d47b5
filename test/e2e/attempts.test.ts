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

describe("signing in", () => {
  const HOST = { host: "feeds.gazette.example" };
  const FORM = {
    ...HOST,
    origin: "https://feeds.gazette.example",
    "content-type": "application/x-www-form-urlencoded",
  };
  const PASSWORD = "harbour seven lanterns";
  const fieldsOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const enter = (login: string, password: string, headers: Record<string, string> = {}) =>
    ask("POST", "/desk/sign-in", { ...FORM, ...headers }, fieldsOf({ login, password }));
  const cookieOf = (told: Told) => String(told.headers["set-cookie"]).split(";")[0] ?? "";
  let link: string;

  beforeAll(async () => {
    const made = await ask("POST", "/api/people/first", { ...HOST, ...AUTHORIZED });
    link = new URL(JSON.parse(made.text).url).searchParams.get("link") ?? "";
  });

  it("by the first owner's link: another site's form does not join, and the link that joined once joins nobody else", async () => {
    const fields = fieldsOf({ link, name: "Ada Quayle", login: "ada", password: PASSWORD });
    const foreign = await ask("POST", "/desk/join", { ...FORM, origin: "https://attacker.example" }, fields);
    expect([foreign.status, foreign.headers["set-cookie"]]).toEqual([403, undefined]);
    const joined = await ask("POST", "/desk/join", FORM, fields);
    expect(joined.status).toBe(303);
    const replayed = await ask(
      "POST",
      "/desk/join",
      FORM,
      fieldsOf({ link, name: "Eve", login: "eve", password: PASSWORD }),
    );
    expect([replayed.status, replayed.headers["set-cookie"]]).toEqual([410, undefined]);
    for (const guess of ["", "a".repeat(43), link.slice(1), `${link.slice(0, -1)}_`, "%00", "' OR 1=1 --"])
      expect((await ask("GET", `/desk/join?link=${encodeURIComponent(guess)}`, HOST)).status, guess).toBe(410);
  });

  it("gives a cookie that no script reads, that no other site sends, that goes by TLS alone and to the desk alone", async () => {
    const cookie = String((await enter("ada", PASSWORD)).headers["set-cookie"]);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/desk", "Max-Age=43200"])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it("gives another session each time, whatever cookie was planted before, and none to who is refused", async () => {
    const planted = `desk=${"0".repeat(16)}.${"A".repeat(43)}`;
    const told = await enter("ada", PASSWORD, { cookie: planted });
    expect(cookieOf(told)).not.toBe(planted);
    expect((await ask("GET", "/desk", { ...HOST, cookie: planted })).status).toBe(303);
    expect((await ask("GET", "/desk", { ...HOST, cookie: cookieOf(told) })).status).toBe(200);
    expect((await enter("ada", "wrong words altogether", { cookie: planted })).headers["set-cookie"]).toBeUndefined();
  });

  it("is no key to the API: the desk's cookie opens nothing there", async () => {
    const cookie = cookieOf(await enter("ada", PASSWORD));
    expect((await ask("GET", "/api/people", { ...HOST, cookie })).status).toBe(401);
  });

  it("is guessed at more and more slowly, from forged addresses, too, at names that there are as at others", async () => {
    for (const login of ["ada", "nobody"]) {
      const statuses: number[] = [];
      // The wait doubles: whatever a guess takes here, one comes before the wait for it is over.
      for (let guess = 0; guess < 20 && !statuses.includes(429); guess += 1)
        statuses.push(
          (await enter(login, `guess number ${guess}`, { "x-forwarded-for": `198.51.100.${guess}` })).status,
        );
      expect(statuses).toContain(429);
      expect(statuses[0]).toBe(401);
    }
  });

  it("by what no passkey signed does not go", async () => {
    for (const answer of ["", "{}", "null", "[]", '{"id":"AAAA","response":{}}', "x".repeat(30_000)])
      expect((await ask("POST", "/desk/sign-in/passkey", FORM, fieldsOf({ answer }))).status, answer.slice(0, 30)).toBe(
        401,
      );
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
    expect(written).not.toContain("harbour seven lanterns");
    // The link of the start is there for its reader, and good no more; none that was made later is.
    expect(written.match(/join\?link=/g)).toHaveLength(1);
  });
});
