import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { flushNames, flushToDisk, tablesOf } from "./examine.ts";
import { folderOfFiles, placeOf } from "./files.ts";
import { makePart, removePart } from "./parts.ts";
import { TIME_AT_END } from "./time-in-name.ts";

/** What a file is called: its content, and its kind. Anything else in the folder is none. */
const NAME = /^[0-9a-f]{64}\.[0-9a-z]+$/;

/**
 * The folder of uploaded files that goes with a backup: `backup.sqlite` has `backup.files`, and so have all backups that are named after
 * it and a time. What is in a file never changes, so one copy is every backup's.
 */
export function filesOfBackup(file: string): string {
  const stem = basename(file, extname(file)).replace(TIME_AT_END, "");
  return join(dirname(file), `${stem}.files`);
}

/**
 * Copies the files that another folder has not got. Each is there whole or not at all.
 *
 * @returns how many were copied
 */
export function copyFiles(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  const names = readdirSync(from, { recursive: true, encoding: "utf8" }).map((path) => basename(path));
  const wanted = names.filter((name) => NAME.test(name) && !existsSync(placeOf(to, name)));
  for (const name of wanted) copyOne(placeOf(from, name), placeOf(to, name));
  return wanted.length;
}

function copyOne(source: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const part = makePart(place);
  try {
    copyFileSync(source, part, constants.COPYFILE_FICLONE);
    flushToDisk(part);
    renameSync(part, place);
    flushNames(place);
  } finally {
    removePart(part);
  }
}

/** How many of the uploaded files that a store tells of are not beside it. */
export function missingFiles(store: string): number {
  const database = new DatabaseSync(store, { readOnly: true });
  try {
    // A store of an earlier version tells of none.
    if (!tablesOf(database).includes("file")) return 0;
    const folder = folderOfFiles(store);
    const names = database.prepare("SELECT name FROM file").all();
    return names.filter(({ name }) => !existsSync(placeOf(folder, String(name)))).length;
  } finally {
    database.close();
  }
}
