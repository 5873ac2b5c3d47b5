import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";

it.runIf(process.platform === "linux")("a thread yields to polls, and takes no other along", async () => {
  const before = getPriority();
  const module = new URL("../../../src/node/threads/priority.ts", import.meta.url).href;
  const source = `
    import { readlinkSync } from "node:fs";
    import { getPriority } from "node:os";
    import { parentPort } from "node:worker_threads";
    import { yieldToPolls } from ${JSON.stringify(module)};
    yieldToPolls(7);
    parentPort.postMessage(getPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1))));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
  const priority = await new Promise((resolve) => worker.once("message", resolve));
  await worker.terminate();
  expect([priority, getPriority()]).toEqual([7, before]);
});
