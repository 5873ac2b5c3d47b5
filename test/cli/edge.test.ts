import { once } from "node:events";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect, type ServiceClient } from "../../src/cli/service.ts";
import { childrenOf } from "../bench/processes.ts";
import { type RunningCommand, startCommand } from "../command.ts";
import { freePort } from "../free-port.ts";
import { portsOf } from "./edge/listening.ts";
import { say, type Words } from "./edge/wire.ts";
import { runCli } from "./run.ts";

const TOKEN = "the-edge's-8c2f6a90e4d7b153";
const folder = mkdtempSync(join(tmpdir(), "wireproof-edge-"));
const EXPLORERS = ["/cdn-cgi/explorer", "/cdn-cgi/local/explorer"];
const DATABASE = "DB";
const SQL = JSON.stringify({ sql: "CREATE TABLE intruder (id); SELECT 1 AS intruded" });
const SCHEDULED = "/cdn-cgi/local/scheduled?cron=*+*+*+*+*";

let port: number;
let command: RunningCommand;
let service: ServiceClient;

const start = () =>
  startCommand("src/cli/edge.ts", ["--port", String(port), "--persist-to", "state"], {
    // Its secrets are written here, and not into the project's folder.
    cwd: folder,
    env: { PUBLISH_TOKEN: TOKEN },
  });

beforeAll(async () => {
  port = await freePort();
  command = await start();
  service = connect(`http://127.0.0.1:${port}`, TOKEN);
});

afterAll(async () => {
  await command?.kill();
  await rm(folder, { recursive: true, force: true });
});

it("loads the sample into an empty store, publishes it, and prints every feed with its addresses", () => {
  expect(command.out()).toMatch(
    /│ The Harbour Gazette +│ http:\/\/localhost:\d+\/feeds\/everything.rss +│ 24 +│ yes, all/,
  );
  expect(command.out().trimEnd().split("\n").at(-1)).toBe(
    `Wireproof runs on http://localhost:${port} in workerd (Ctrl+C stops it). The publish token is in .dev.vars.`,
  );
});

it("does what a deployed worker's cron does: what nobody has woken the publisher for is published", async () => {
  using database = store();
  database.exec("UPDATE feed SET changed = changed + 1, due_at = 0 WHERE slug = 'weather'");
  await expect
    .poll(async () => (await service.feeds()).feeds.filter((feed) => feed.stale), { timeout: 120_000, interval: 200 })
    .toEqual([]);
});

describe("nobody reaches the store or a trigger, on any port that the command listens on", () => {
  const sql = (explorer: string): Words => ({
    method: "POST",
    target: `${explorer}/api/d1/database/${DATABASE}/raw`,
    headers: { "content-type": "application/json" },
    body: SQL,
  });

  const ATTEMPTS: [string, Words][] = [
    ...EXPLORERS.flatMap((explorer): [string, Words][] => [
      [`SQL at ${explorer}`, sql(explorer)],
      [`SQL at ${explorer} under the address`, { ...sql(explorer), host: "127.0.0.1" }],
      [`SQL at ${explorer} under another site's name`, { ...sql(explorer), host: "evil.example" }],
      [`SQL at ${explorer} from its own page`, withHeaders(sql(explorer), { origin: "http://localhost" })],
      [`SQL at ${explorer} from a page of another site`, withHeaders(sql(explorer), { origin: "http://evil.example" })],
      [`the list of databases at ${explorer}`, { target: `${explorer}/api/d1/database` }],
      [`the page at ${explorer}`, { target: explorer }],
      [`the export at ${explorer}`, { method: "POST", target: `${explorer}/api/d1/database/${DATABASE}/export` }],
      [
        `the trigger at ${explorer}`,
        { method: "POST", target: `${explorer}/api/local/scheduled?worker=wireproof`, body: '{"cron":"* * * * *"}' },
      ],
    ]),
    ...["/cdn-cgi/local/scheduled", "/cdn-cgi/mf/scheduled", "/cdn-cgi/handler/scheduled", "/__scheduled"].flatMap(
      (path): [string, Words][] => [
        [`the schedule at ${path}`, { target: path }],
        [`the schedule at ${path}, posted`, { method: "POST", target: path }],
      ],
    ),
    ["the schedule with its cron", { target: SCHEDULED }],
    ["the schedule, one letter encoded", { target: "/cdn-cgi/%6cocal/scheduled" }],
    ["the schedule, its slashes encoded", { target: "/cdn-cgi%2Flocal%2Fscheduled" }],
    ["the schedule, encoded twice", { target: "/%2563dn-cgi/local/scheduled" }],
    ["the schedule behind two slashes", { target: "//cdn-cgi/local/scheduled" }],
    ["the schedule with two slashes in it", { target: "/cdn-cgi//local//scheduled" }],
    ["the schedule by way of another folder", { target: "/feeds/../cdn-cgi/local/scheduled" }],
    ["the schedule by way of another folder, encoded", { target: "/feeds/%2e%2e/cdn-cgi/local/scheduled" }],
    ["the schedule behind backslashes", { target: "/\\cdn-cgi\\local\\scheduled" }],
    ["the schedule in capitals", { target: "/CDN-CGI/LOCAL/SCHEDULED" }],
    ["the schedule with parameters", { target: "/cdn-cgi;x/local/scheduled;y" }],
    ["the schedule by its absolute address", { target: "http://localhost/cdn-cgi/local/scheduled" }],
    ["the schedule by an absolute address of another site", { target: "http://evil.example/cdn-cgi/local/scheduled" }],
    ["the schedule without a host", { target: SCHEDULED, host: "" }],
    ["the schedule under the name of workerd's own", { target: SCHEDULED, host: "wireproof" }],
    ["the schedule as the original address", { target: "/", headers: { "mf-original-url": `http://x${SCHEDULED}` } }],
    ["an e-mail to the worker", { method: "POST", target: "/cdn-cgi/local/email?from=a@x.example&to=b@x.example" }],
    ["an object of the runtime", { target: "/cdn-cgi/local/platform-proxy", headers: { "mf-op": "GET" } }],
    ["what is traced", { method: "POST", target: "/cdn-cgi/local/explorer/api/local/observability/query", body: SQL }],
    ["the server's own control", { target: "/cdn-cgi/ProxyWorker/play", headers: { authorization: "" } }],
    ["the debugger's list", { target: "/json/list" }],
  ];

  it("which are the worker's, and two that answer nobody without a secret of this start", () => {
    const ports = portsOf([command.pid, ...childrenOf(command.pid, "workerd")]);
    expect(ports).toContain(port);
    expect(ports).toHaveLength(3);
  });

  it.each(ATTEMPTS)("%s", async (_, words) => {
    for (const one of portsOf([command.pid, ...childrenOf(command.pid, "workerd")])) {
      const { status, body } = await say(one, words);
      // The original address is a header of the dev server's own: to the worker it means nothing, and `/` is its directory.
      if (words.target === "/") expect(body).not.toMatch(/^ok$/m);
      else expect([one === port, status], body).toEqual([one === port, expect.toSatisfy(isRefusal)]);
      expect(body).not.toMatch(/intruded|"success":true/);
    }
    using database = store();
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'intruder'").all()).toEqual([]);
  });
});

it("tells of a port that somebody else has in one line, and nothing else", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const taken = (other.address() as { port: number }).port;
  const { code, out, err } = await runCli("edge", ["--port", String(taken), "--persist-to", "other"], {
    cwd: folder,
    token: TOKEN,
  });
  other.close();
  expect([code, out, err]).toEqual([
    1,
    "",
    `wireproof: 127.0.0.1:${taken} is taken: choose another port with --port\n`,
  ]);
});

it("tells of a place that is no directory in one line", async () => {
  writeFileSync(join(folder, "file"), "");
  const { code, out, err } = await runCli("edge", ["--port", String(await freePort()), "--persist-to", "file"], {
    cwd: folder,
    token: TOKEN,
  });
  expect([code, out, err]).toEqual([1, "", "wireproof: file is no directory\n"]);
});

it("ends with an error once what listens was killed, and starts again on what was stored", async () => {
  await service.store(`${JSON.stringify({ ...ARTICLE, id: "kept" })}\n`);
  const [workerd = 0] = childrenOf(command.pid, "workerd");
  process.kill(workerd, "SIGKILL");
  expect(await command.ended).toBe(1);
  expect(command.err().trimEnd().split("\n").at(-1)).toBe("wireproof: workerd has ended by itself");
  command = await start();
  expect(command.out()).toMatch(
    /│ The Harbour Gazette +│ http:\/\/localhost:\d+\/feeds\/everything.rss +│ 25 +│ yes, all/,
  );
});

it.each(["SIGINT", "SIGTERM"] as const)("ends well when %s tells it to, and listens no more", async (signal) => {
  if ((await Promise.race([command.ended, "running"])) !== "running") command = await start();
  expect(await command.tell(signal)).toBe(0);
  // workerd is killed with it, and a moment later has gone.
  const refusal = () => say(port, { target: "/" }).catch(({ code }) => code);
  await vi.waitUntil(async () => (await refusal()) === "ECONNREFUSED", { timeout: 60_000 });
});

const ARTICLE = {
  url: "https://gazette.example/kept",
  title: "Kept",
  content_html: "<p>Kept.</p>",
  published_at: "2026-03-14T06:00:00Z",
};

function withHeaders(words: Words, headers: Record<string, string>): Words {
  return { ...words, headers: { ...words.headers, ...headers } };
}

/** Nothing, or what was never there. */
const isRefusal = (status: number): boolean => status === 0 || (status >= 400 && status < 500);

/** The store, as it lies on the disk. workerd writes to it, too. */
function store(): DatabaseSync {
  const place = join(folder, "state/v3/d1/miniflare-D1DatabaseObject");
  const [file = ""] = readdirSync(place).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  return new DatabaseSync(join(place, file), { timeout: 5_000 });
}
