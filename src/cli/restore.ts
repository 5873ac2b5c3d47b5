import { join } from "node:path";
import { readMigrations } from "../node/store/open.ts";
import { restoreStore } from "../node/store/restore.ts";
import { runCommand } from "./command.ts";
import { printable } from "./printable.ts";
import { parseOptions, type RestoringOptions, USAGE } from "./restore/options.ts";

const MIGRATIONS = join(import.meta.dirname, "../../src/service/store/migrations");

await runCommand(USAGE, parseOptions(process.argv.slice(2)), run);

/** 0: done. 1: refused. */
async function run({ file, directory }: RestoringOptions): Promise<number> {
  const restored = await restoreStore(file, directory, { migrations: readMigrations(MIGRATIONS), now: Date.now() });
  if (restored.status === "refused") {
    console.error(`wireproof: ${printable(restored.reason)}`);
    return 1;
  }
  console.log(printable(`${directory} has the store of ${file} now.`));
  if (restored.missing > 0)
    console.error(
      `wireproof: ${restored.missing} of its uploaded files are not there: copy the folder ending in .files back to where the backup is, and restore again`,
    );
  if (restored.kept !== undefined) console.log(printable(`The store that was there is ${restored.kept}.`));
  return 0;
}
