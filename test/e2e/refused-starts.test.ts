import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchCommand, type RunningCommand } from "../command.ts";
import { freePort } from "../free-port.ts";
import { TOKEN } from "./token.ts";

let folder: string;
let port: number;
const processes: RunningCommand[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-start-"));
  port = await freePort();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.kill()));
  await rm(folder, { recursive: true, force: true });
});

function start(args: string[] = [], before: string[] = [], secrets: Record<string, string> = {}): RunningCommand {
  const words = ["--port", String(port), "--persist-to", folder, "--empty", ...args];
  const settings = { cwd: tmpdir(), env: { PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "none", ...secrets }, before };
  const started = launchCommand("src/cli/start.js", words, settings);
  processes.push(started);
  return started;
}

/** A start that does not come to serve: its exit code, what it has said to people, and whether anything looked like success. */
async function refusal(started: RunningCommand) {
  const code = await started.ended;
  const lines = started.err().trim().split("\n");
  return { code, said: lines.filter((line) => !line.startsWith("{")), out: started.out() };
}

describe("a start is refused in one line, and nothing looks like success", () => {
  it("where another one has the directory: it says who", async () => {
    const first = start();
    await first.ready();
    const other = await freePort();
    const second = start(["--port", String(other)]);
    expect(await refusal(second)).toEqual({
      code: 1,
      said: [`wireproof: ${folder} is in use by the process ${first.pid}, which runs on http://127.0.0.1:${port}`],
      out: "",
    });
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  it("where another program has the port", async () => {
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    expect(await refusal(start())).toEqual({
      code: 1,
      said: [`wireproof: 127.0.0.1:${port} is taken: choose another port with --port`],
      out: "",
    });
    server.close();
  });

  it("where the directory is a file", async () => {
    await writeFile(join(folder, "file"), "");
    const directory = join(folder, "file");
    expect(await refusal(start(["--persist-to", directory]))).toEqual({
      code: 1,
      said: [`wireproof: ${directory} is no directory`],
      out: "",
    });
  });

  it("where the store is damaged: it says what to do", async () => {
    await writeFile(join(folder, "wireproof.sqlite"), "no database".repeat(1_000));
    const { code, said, out } = await refusal(start());
    expect([code, said, out]).toEqual([
      1,
      [expect.stringMatching(/^wireproof: the store .* is damaged \(.*npm run restore/)],
      "",
    ]);
  });

  it("where the options are wrong", async () => {
    const { code, said, out } = await refusal(start(["--trusted-proxies", "nginx"]));
    expect([code, said[0], out]).toEqual([
      2,
      "--trusted-proxies nginx is neither an address nor a network such as 10.0.0.0/8",
      "",
    ]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "the publish token is weak",
      { PUBLISH_TOKEN: "changeme" },
      /^wireproof: PUBLISH_TOKEN has 8 characters, not 24 or more/,
    ],
    ["the metrics' token is", { METRICS_TOKEN: "m".repeat(40) }, /^wireproof: METRICS_TOKEN says the same again/],
    [
      "the webhook's secret is short",
      { ALERT_WEBHOOK_URL: "https://desk.example/", ALERT_WEBHOOK_SECRET: "whsec_c2hvcnQ=" },
      /^wireproof: ALERT_WEBHOOK_SECRET is 5 bytes in base64, and 24 are the least/,
    ],
  ])("where %s: another start would find the same, so the code is that of wrong usage", async (_, secrets, told) => {
    const { code, said, out } = await refusal(start([], [], secrets));
    expect([code, said, out]).toEqual([2, [expect.stringMatching(told)], ""]);
  });

  const canMount = spawnSync("unshare", ["-rm", "true"]).status === 0;
  if (!canMount) console.warn("skipped: a full and a read-only directory: no file system can be mounted here");

  it.skipIf(!canMount).each([
    ["can only be read", "ro", "cannot be written to"],
    ["is full", "size=200k", "is full"],
  ])("where the directory %s", async (_, options, reason) => {
    const script = 'mount -t tmpfs -o "$0" tmpfs "$1" && shift && exec "$@"';
    const started = start([], ["unshare", "-rm", "sh", "-c", script, options, folder]);
    const { code, said, out } = await refusal(started);
    expect([code, said, out]).toEqual([1, [expect.stringMatching(`^wireproof: .*${folder} ${reason}$`)], ""]);
  });
});

/** A story that is sent in two parts. @param between what happens while the service has the request in hand */
const putInParts = (head: string, tail: string, between: () => Promise<void>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, expect: "100-continue" };
    const asked = request({ host: "127.0.0.1", port, method: "PUT", path: "/api/articles/a", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    // It has read the head, and waits for the rest (RFC 9110 §10.1.1).
    asked.on("continue", () => {
      asked.write(head);
      between().then(() => asked.end(tail), reject);
    });
    asked.flushHeaders();
  });

/** Whether nobody listens at the port. */
const isDeaf = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(false);
    });
    socket.on("error", () => resolve(true));
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("a service that runs", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("finishes what is in hand on %s, and ends with 0", async (signal) => {
    const service = start();
    await service.ready();
    const story = {
      url: "https://g.example/a",
      title: "A",
      content_html: "<p>a</p>",
      published_at: "2026-01-01T00:00:00Z",
    };
    const [head, tail] = [JSON.stringify(story).slice(0, 40), JSON.stringify(story).slice(40)];
    const status = await putInParts(head, tail, async () => {
      process.kill(service.pid, signal);
      await until(isDeaf);
    });
    expect(status).toBe(201);
    expect(await service.ended).toBe(0);
    expect(service.err()).toContain('"event":"stopped"');
    const again = start();
    await again.ready();
    expect((await fetch(`http://127.0.0.1:${port}/feeds/everything.json`)).status).toBe(200);
  });
});
