import { setTimeout as wait } from "node:timers/promises";
import { counted } from "../article/counted.ts";
import { backUp } from "../node/store/back-up.ts";
import { nameAt, removeOldest } from "./backup/names.ts";
import { type BackupOptions, parseOptions, USAGE } from "./backup/options.ts";
import { runCommand } from "./command.ts";
import { printable } from "./printable.ts";
import { reasonOf } from "./reason.ts";
import { untilTold } from "./start/until-told.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), ({ every, ...options }) =>
  every === undefined ? once(options) : repeat(options, every),
);

/** 0: done. 1: refused. */
async function once({ file, directory, keep }: BackupOptions): Promise<number> {
  const began = performance.now();
  const name = keep === undefined ? file : nameAt(file, Date.now());
  const backedUp = await backUp(directory, name);
  if (backedUp.status === "refused") {
    console.error(`wireproof: ${printable(backedUp.reason)}`);
    return 1;
  }
  if (keep !== undefined) removeOldest(file, keep, name);
  console.log(
    printable(
      `${name}: ${backedUp.bytes} bytes${withFiles(backedUp.files)}, checked, in ${Math.round(performance.now() - began)} ms`,
    ),
  );
  return 0;
}

/** What was copied beside. A function, for the command runs before this line is come to. */
function withFiles(count: number): string {
  return count === 0 ? "" : ` and ${counted(count, "uploaded file")} more`;
}

/**
 * Until the process is told to stop, which lets the backup in hand be finished. One that fails later than the first is told, and the next
 * may go better: a full disk is emptied. The code is the last one's.
 */
async function repeat(options: BackupOptions, every: number): Promise<number> {
  const stop = new AbortController();
  void untilTold().then(() => stop.abort());
  let code = await once(options);
  for (let next = performance.now() + every; ; next = Math.max(next + every, performance.now())) {
    const told = await wait(Math.max(0, next - performance.now()), false, { signal: stop.signal }).catch(() => true);
    if (told) return code;
    code = await once(options).catch((error: unknown) => {
      console.error(`wireproof: ${printable(reasonOf(error))}`);
      return 2;
    });
  }
}
