import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { checkOverTime } from "../../../../src/cli/verify/watch/check.ts";
import { runCli } from "../../run.ts";
import { startToy, stopToys } from "../reach/toy.ts";
import { BOAT, pressed, toyClock } from "./press.ts";

afterEach(stopToys);

const VERIFY = join(import.meta.dirname, "../../../../src/cli/verify.ts");

const press = () => startToy((_, asked) => pressed(BOAT, { ...asked, seconds: 0 }));

it("gives the report at the end, and listens to no signal any more", async () => {
  const before = process.listenerCount("SIGINT");
  const watching = { clock: toyClock(), say: () => {}, tell: () => {} };
  const report = await checkOverTime([await press()], { duration: 60_000, every: 30_000 }, watching);
  expect(report.checked).toMatchObject([{ what: "3 polls: 1 document, 2 unchanged", troubles: [] }]);
  expect(process.listenerCount("SIGINT")).toBe(before);
});

/** Begins a watch of an hour, and ends it by Ctrl-C. @param when what has to have come before */
async function interrupted(options: string[], when: "asked" | "told") {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const url = await startToy((_, one) => {
    resolve();
    return pressed(BOAT, { ...one, seconds: 0 });
  });
  const child = spawn(process.execPath, [VERIFY, "--watch", url, "--for", "1h", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const out = text(child.stdout);
  await (when === "asked" ? asked : once(child.stdout, "data"));
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  return { code, out: await out };
}

it("tells what it has found so far where Ctrl-C ends it, with exit code 130", async () => {
  const { code, out } = await interrupted([], "told");
  expect(out).toMatch(/^\d\d:\d\d:\d\dZ {2}200 {2}1 entry, /);
  expect(out).toMatch(/^ok +http.*1 poll: 1 document, 0 unchanged$/m);
  expect(code).toBe(130);
});

it("tells nothing else with --json", async () => {
  const { code, out } = await interrupted(["--json"], "asked");
  expect(JSON.parse(out)).toMatchObject({ checked: [{ what: expect.stringContaining("unchanged") }] });
  expect(code).toBe(130);
});

it("ends with 0 where nothing is wrong", async () => {
  const ran = await runCli("verify", ["--watch", await press(), "--for", "10s", "--every", "10s"]);
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("2 polls: 1 document, 1 unchanged") });
});

it("ends with 2 where what follows is no URL", async () => {
  expect(await runCli("verify", ["--watch", "feed.xml"])).toMatchObject({ code: 2 });
});
