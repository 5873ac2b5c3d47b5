import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHub } from "../bench/hub/run.ts";

// The short form of `npm run bench -- hub`, and nothing of it about speed.
it("two hundred subscribers, some of them slow, failing or gone, miss nothing while the service is killed three times", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-hub-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const load = { subscribers: 200, hosts: 40, seconds: 20, every: 3_000, kills: 3 };
  const { verdict } = await runHub(folder, load);
  expect(verdict).toMatchObject({ lost: 0, outOfOrder: 0, unsigned: 0, beside: 0, afterGone: 0 });
  expect(verdict.requests).toBeGreaterThan(5 * load.subscribers);
  expect(verdict.deltas).toBeGreaterThan(0);
});
