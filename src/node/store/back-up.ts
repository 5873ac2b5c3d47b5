import { existsSync, statSync } from "node:fs";
import { copyFiles, filesOfBackup } from "./copy-files.ts";
import { copyDatabase, findFault, isSqlite, putInPlace } from "./examine.ts";
import { folderOfFiles } from "./files.ts";
import { storeFile } from "./open.ts";
import { makePart, removePart } from "./parts.ts";

/** What came of a backup. Refused: what stood under the name stands there still. */
export type BackedUp = { status: "done"; bytes: number; files: number } | { status: "refused"; reason: string };

/**
 * Copies the store of a directory into a file, whether a service runs on it or not, and the uploaded files that it tells of into a folder
 * beside. Whatever happens meanwhile, the name has the last good backup, whole.
 *
 * @throws where there is no store, or the file cannot be written
 */
export async function backUp(directory: string, file: string): Promise<BackedUp> {
  const store = storeFile(directory);
  if (!existsSync(store)) throw new Error(`there is no store in ${directory}: name its directory with --persist-to`);
  if (existsSync(file) && statSync(file).size > 0 && !isSqlite(file))
    return { status: "refused", reason: `${file} is there, and is no backup: name another file` };
  if (existsSync(file) && isSame(file, store))
    return { status: "refused", reason: `${file} is the store itself: name another file` };
  const part = makePart(file);
  try {
    await copyDatabase(store, part);
    const fault = findFault(part);
    if (fault !== null) return { status: "refused", reason: `the store in ${directory} cannot be backed up: ${fault}` };
    // After the store: whatever it tells of was on the disk before it was told of.
    const files = copyFiles(folderOfFiles(store), filesOfBackup(file));
    putInPlace(part, file);
    return { status: "done", bytes: statSync(file).size, files };
  } finally {
    removePart(part);
  }
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}
