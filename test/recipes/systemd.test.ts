import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../free-port.ts";
import { findProgram, fitted, recipe } from "./recipe.ts";
import { ended, ran, saying, TOKEN } from "./service.ts";

const ROOT = join(import.meta.dirname, "../..");
const ANALYZE = findProgram("systemd-analyze");

/** In tenths, as systemd-analyze has it: 0 is a service that can do nothing, 96 one that nobody restrained. */
const MAX_EXPOSURE = 20;

const TITLE = "/etc/systemd/system/wireproof.service";
const unit = recipe(TITLE);

describe.skipIf(ANALYZE === null)("the systemd unit", () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wireproof-unit-"));
    file = join(folder, "wireproof.service");
    await writeFile(
      file,
      fitted(unit, [
        ["/usr/bin/node", process.execPath],
        ["/opt/wireproof", ROOT],
      ]),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has no fault that systemd knows of", async () => {
    expect(await ran(ANALYZE ?? "", ["verify", "--man=no", file])).toEqual({ code: 0, output: "" });
  });

  it("is exposed as little as systemd calls safe", async () => {
    const args = ["security", "--offline=yes", `--threshold=${MAX_EXPOSURE}`, "--no-pager", file];
    const { code, output } = await ran(ANALYZE ?? "", args);
    expect([code, output]).toEqual([0, expect.stringMatching(/Overall exposure level .* OK/)]);
  });

  it("lets V8 make machine code", () => {
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute/m);
  });
});

const PYTHON = "/usr/bin/python3";
const hasSeccomp = ANALYZE !== null && (await ran(PYTHON, ["-c", "import seccomp"]).catch(() => null))?.code === 0;
if (!hasSeccomp)
  console.warn("skipped: the service under the unit's system call filter: python3-seccomp is not installed");

describe.skipIf(!hasSeccomp)("the service with only the system calls that the unit allows", () => {
  let folder: string;
  let child: ChildProcess;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wireproof-calls-"));
    port = await freePort();
    const calls = await allowedCalls();
    expect(calls).toEqual(expect.arrayContaining(["read", "accept4"]));
    expect(calls).not.toEqual(expect.arrayContaining(["mount"]));
    const filter = join(import.meta.dirname, "filter_calls.py");
    const service = [process.execPath, join(ROOT, "src/cli/start.js"), "--port", `${port}`, "--persist-to", "store"];
    const env = { ...process.env, BASE_URL: "", PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "none" };
    child = spawn(PYTHON, [filter, calls.join(","), ...service], { cwd: folder, env });
    await saying(child, "Wireproof runs on");
  });
  afterAll(async () => {
    if (child) await ended(child);
    await rm(folder, { recursive: true, force: true });
  });

  it("publishes, serves and stops", async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/feeds/everything.rss`);
    expect([answer.status, (await answer.text()).includes("<rss")]).toEqual([200, true]);
    expect(await ended(child)).toBe(0);
  });
});

/** What `SystemCallFilter=` comes to on this machine (systemd.exec(5)): the first line allows, those with a tilde take away. */
async function allowedCalls(): Promise<string[]> {
  const allowed = new Set<string>();
  for (const [, minus, names = ""] of unit.matchAll(/^SystemCallFilter=(~?)(.*)$/gm))
    for (const name of names.split(" "))
      for (const call of await expanded(name)) minus ? allowed.delete(call) : allowed.add(call);
  return [...allowed];
}

/** A group's system calls, and those of the groups in it. */
async function expanded(name: string): Promise<string[]> {
  if (!name.startsWith("@")) return [name];
  const { output } = await ran(ANALYZE ?? "", ["syscall-filter", "--no-pager", name]);
  const members = output.split("\n").map((line) => line.trim());
  const inside = members.filter((line) => line !== "" && line !== name && !line.startsWith("#"));
  return (await Promise.all(inside.map(expanded))).flat();
}
