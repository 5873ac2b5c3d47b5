/** Anybody's feed of ten thousand entries, proofread by the command as a person runs it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { FORMATS } from "../../src/feed/feed.ts";
import { bigFeed } from "../cli/verify/big-feed.ts";
import { type Figure, figure } from "./figures.ts";
import { cpuSeconds, peakRss } from "./processes.ts";
import { withFolder } from "./workerd.ts";

const ENTRIES = 10_000;
/** Milliseconds between two looks at the process. */
const LOOK = 50;

export const benchProofread = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const figures: Figure[] = [];
    for (const format of FORMATS) {
      const file = join(folder, `feed.${format}`);
      const text = bigFeed(format, ENTRIES);
      await writeFile(file, text);
      const name = `${ENTRIES} entries, ${(text.length / 1e6).toFixed(0)} MB of ${format}`;
      const { seconds, cpu, memory } = await verified(file);
      figures.push(
        figure(
          `${name}: seconds`,
          seconds,
          `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor)`,
          "≤ 10 s",
          seconds <= 10,
        ),
        figure(`${name}: memory at its peak`, memory, `${memory.toFixed(0)} MB`, "≤ 300 MB", memory <= 300),
      );
    }
    return figures;
  });

async function verified(file: string): Promise<{ seconds: number; cpu: number; memory: number }> {
  const [, ...words] = packageJson.scripts.verify.split(" ");
  const begun = performance.now();
  const child = spawn(process.execPath, [...words, file], { cwd: join(import.meta.dirname, "../.."), stdio: "ignore" });
  let [cpu, memory] = [0, 0];
  const look = setInterval(() => {
    const pid = child.pid ?? 0;
    cpu = Math.max(cpu, cpuSeconds(pid) || 0);
    memory = Math.max(memory, peakRss(pid) || 0);
  }, LOOK);
  await once(child, "exit");
  clearInterval(look);
  return { seconds: (performance.now() - begun) / 1000, cpu, memory };
}
