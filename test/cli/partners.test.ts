import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../e2e/service.ts";
import { TOKEN } from "../e2e/token.ts";
import { itTellsAFailingServiceInOneLine, lineOnStderr } from "./failing.ts";
import { type Ran, runCli } from "./run.ts";
import { closeServers, json, serve } from "./server.ts";

/** PKCS #8 of RFC 8037 Appendix A.1: everybody's, so nobody's. */
const SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

let service: RunningService;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-partners-"));
  service = await startService({ bindings: { SIGNING_KEY } });
  await fetch(`${service.url}/api/articles/story`, {
    method: "PUT",
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({
      url: "https://gazette.example/story",
      title: "Story",
      content_html: "<p>Text.</p>",
      published_at: "2026-01-01T00:00:00Z",
    }),
  });
});
afterAll(async () => {
  await service?.stop();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]): Promise<Ran> => runCli("partners", [...args, "--to", service.url, "--token", TOKEN]);

const poll = (key: string, path = "/partner/harbour-radio.rss") =>
  fetch(service.url + path, { headers: { authorization: `Basic ${btoa(`radio:${key}`)}` } });

/** The publisher is woken by its queue. */
async function published(key: string): Promise<string> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const response = await poll(key);
    const text = await response.text();
    if (response.status === 200 && text.includes("<title>Story</title>")) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the feed was not published");
}

describe("npm run partners", () => {
  it("leads from nothing to a partner that polls, proves what it was served, and ends it", async () => {
    expect((await run("list")).out).toBe("There are no partners yet.\n");
    const created = await run("create", "harbour-radio", "--name", "Harbour Radio");
    expect([created.code, created.out]).toEqual([0, expect.stringContaining("/partner/harbour-radio.rss")]);
    const minted = await run("new-key", "harbour-radio", "--label", "News desk");
    const key = minted.out.trim();
    expect(key).toMatch(/^wp_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(await published(key)).toContain("First published by The Harbour Gazette");

    const receipts = await run("receipts", "story");
    expect(receipts.out).toContain("received");
    expect(receipts.out).toContain("Every partner has what its feed says now.");

    const file = join(folder, "statement.json");
    await writeFile(file, (await run("statement", "story")).out);
    expect(await run("check", file)).toMatchObject({ code: 0, out: `Signed by ${service.url}, and unchanged.\n` });
    await writeFile(file, (await readFile(file, "utf8")).replace('"received"', '"waiting"'));
    expect((await run("check", file)).code).toBe(1);

    const id = key.slice(3, 15);
    const rotated = await run("rotate", "harbour-radio", id, "--overlap", "0");
    expect((await poll(rotated.out.trim())).status).toBe(200);
    expect((await run("keys", "harbour-radio")).out).toMatch(/expired[\s\S]*good/);
    expect((await run("revoke", "harbour-radio", rotated.out.slice(3, 15))).code).toBe(0);
    expect((await run("revoke", "harbour-radio", rotated.out.slice(3, 15))).code).toBe(1);
    expect((await run("suspend", "harbour-radio")).out).toContain("suspended");
    expect((await run("resume", "harbour-radio", "--json")).out).toContain('"status": "active"');
    expect((await run("alerts")).out).toBe("There are no alerts.\n");
  });

  it("says what is wrong, each problem with its path, and what it could not reach", async () => {
    const refused = await run("create", "Radio!", "--name", "x");
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("/slug must be lower-case")]);
    const nobody = await run("new-key", "nobody");
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("No partner has this slug.")]);
    const { code, err } = await runCli("partners", ["list", "--to", "http://127.0.0.1:9", "--token", "x"]);
    expect([code, err]).toEqual([2, expect.stringContaining("nothing answers on http://127.0.0.1:9")]);
  });
});

describe("npm run partners, beside a running service", () => {
  afterEach(closeServers);

  itTellsAFailingServiceInOneLine("partners", { args: ["list"], asked: "/api/partners", told: lineOnStderr });

  it("tells the service's own words for a wrong token, and ends with 1", async () => {
    const { url } = await serve(() => json({ detail: "Send the publish token: Authorization: Bearer …" }, 401));
    expect(await runCli("partners", ["list", "--to", url, "--token", "other"])).toEqual({
      code: 1,
      out: "",
      err: "wireproof: Send the publish token: Authorization: Bearer …\n",
    });
  });

  it("asks nothing without a token", async () => {
    const { url, asked } = await serve(() => json({ partners: [] }));
    expect(await runCli("partners", ["list", "--to", url])).toEqual({
      code: 2,
      out: "",
      err: "wireproof: there is no publish token: give --token, set PUBLISH_TOKEN, or let `npm start` write .dev.vars\n",
    });
    expect(asked).toEqual([]);
  });

  it("prints the service's answer as it is with --json, and no note beside a new key", async () => {
    const { url } = await serve(() => json({ key: "wp_0a_secret", id: "0a" }, 201));
    const args = ["new-key", "radio", "--to", url, "--token", "secret"];
    expect(await runCli("partners", args)).toEqual({
      code: 0,
      out: "wp_0a_secret\n",
      err: "This is the only time that the key is shown.\n",
    });
    expect(await runCli("partners", [...args, "--json"])).toEqual({
      code: 0,
      out: '{\n  "key": "wp_0a_secret",\n  "id": "0a"\n}\n',
      err: "",
    });
  });

  it.each([
    ["is gone", "gone.json", /^wireproof: \S*gone\.json is not there\n$/],
    ["is no statement", "partners.test.ts", /^wireproof: \S*partners\.test\.ts holds no signed statement\n$/],
  ])("says that the file of a statement %s", async (_, name, told) => {
    expect(await runCli("partners", ["check", join(import.meta.dirname, name)])).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(told),
    });
  });

  it("helps on stdout", async () => {
    const { code, out, err } = await runCli("partners", ["--help"]);
    expect([code, out.split("\n")[0], err]).toEqual([
      0,
      "npm run partners -- COMMAND [--to URL] [--token T] [--json]",
      "",
    ]);
  });
});
