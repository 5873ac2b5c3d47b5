import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { newsroom } from "../bench/newsroom.ts";
import { rss } from "../bench/processes.ts";
import { stories } from "../bench/stories.ts";
import { raw } from "../bench/wire.ts";
import { startWorkerd, withFolder } from "../bench/workerd.ts";

const MEGABYTE = 2 ** 20;

/** What workerd keeps of each request until V8 collects it, the body apart, is less than a twentieth of this. */
const SHARE = 1 / 4;

// What a process holds, Linux tells.
describe.skipIf(!existsSync("/proc/self/status"))("the memory of a worker that is polled", () => {
  it("does not grow by the documents that it sends", () =>
    withFolder(async (folder) => {
      const workerd = await startWorkerd([{ name: "ours", publishes: true }], folder);
      try {
        const url = `${workerd.origins.ours}/feeds/all.rss`;
        const desk = newsroom(workerd.origins.ours ?? "");
        await desk.saveAll(stories(50).map(({ article }) => article));
        await desk.settled();
        await poll(url, 100);
        const before = rss(workerd.pid);
        const sent = (await poll(url, 400)) / MEGABYTE;
        expect(sent).toBeGreaterThan(100);
        expect(rss(workerd.pid) - before).toBeLessThan(sent * SHARE);
      } finally {
        await workerd.stop();
      }
    }));
});

/** @returns the bytes of all the documents */
async function poll(url: string, times: number): Promise<number> {
  let bytes = 0;
  for (let count = 0; count < times; count += 1) {
    const { status, body } = await raw(url, { "accept-encoding": "identity" });
    expect(status).toBe(200);
    bytes += body.byteLength;
  }
  return bytes;
}
