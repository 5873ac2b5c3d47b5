import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { onInterrupt } from "../../src/cli/interrupt.ts";
import { closeServers, json, serve } from "./server.ts";

describe("onInterrupt", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("on %s says the last words once, and ends with %i", (signal, code) => {
    const done: unknown[] = [];
    const release = onInterrupt(() => done.push("words"), { exit: (status) => void done.push(status) });
    process.emit(signal);
    release();
    expect(done).toEqual(["words", code]);
  });

  it("listens no more once it is released", () => {
    const before = process.listenerCount("SIGINT");
    onInterrupt(() => {}, { exit: () => {} })();
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});

const SCRIPT = "/usr/bin/script";
const IMPORT = join(import.meta.dirname, "../../src/cli/import.ts");
const CUT_SHORT = "It ended before its end";

describe("an import that is ended", () => {
  let folder = "";
  /** Is called once it is told to wait. */
  let onHold: () => void = () => {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wireproof-interrupt-"));
    const line = (id: number) =>
      JSON.stringify({
        id: `a${id}`,
        url: `https://g.example/${id}`,
        title: "T",
        published_at: "2026-03-03T00:00:00Z",
      });
    await writeFile(join(folder, "a.ndjson"), Array.from({ length: 250 }, (_, id) => line(id)).join("\n"));
  });
  afterEach(closeServers);
  afterAll(() => rm(folder, { recursive: true }));

  /** The first hundred are stored; for the next it is told to wait, and does until it is ended. */
  async function served(): Promise<string> {
    let requests = 0;
    const { url } = await serve(({ path, body }) => {
      if (path === "/api/site") return json({ home: "https://g.example/" });
      requests += 1;
      if (requests > 1) {
        onHold();
        return { status: 503, retryAfter: "60" };
      }
      const answers = body.split("\n").map((_, index) => ({ line: index + 1, status: "created" }));
      return { body: answers.map((answer) => `${JSON.stringify(answer)}\n`).join("") };
    });
    return url;
  }

  /** Starts a command, ends it once it waits, and gives what it wrote and how it ended. */
  async function ended(command: string, args: string[], end: (child: ChildProcess) => void) {
    const waits = new Promise<void>((resolve) => {
      onHold = resolve;
    });
    const env = { ...process.env, PUBLISH_TOKEN: "t", TERM: "xterm" };
    const child = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"], env });
    const out = text(child.stdout);
    const code = new Promise((resolve) => child.once("exit", resolve));
    await waits;
    end(child);
    return { code: await code, out: await out };
  }

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s tells what is stored so far, with exit code %i", async (signal, code) => {
    const url = await served();
    const ran = await ended(process.execPath, [IMPORT, "a.ndjson", "--to", url], (child) => child.kill(signal));
    expect(ran.code).toBe(code);
    expect(ran.out).toMatch(/│ a\.ndjson │ ndjson │ +100 │ +100 │/);
    expect(ran.out).toContain(CUT_SHORT);
  });

  it.skipIf(!existsSync(SCRIPT))("by Ctrl-C leaves the terminal whole: no bar, and the cursor is shown", async () => {
    const url = await served();
    const command = `${process.execPath} ${IMPORT} a.ndjson --to ${url}`;
    const ran = await ended(SCRIPT, ["-qec", command, "/dev/null"], (child) => child.stdin?.write("\u0003"));
    expect(ran.code).toBe(130);
    expect(ran.out).toContain("\u001b[?25l");
    expect(ran.out.lastIndexOf("\u001b[?25h")).toBeGreaterThan(ran.out.lastIndexOf("\u001b[?25l"));
    expect(ran.out.slice(ran.out.lastIndexOf("\u001b[?25h"))).not.toContain("█");
    expect(ran.out).toContain(CUT_SHORT);
  });
});
