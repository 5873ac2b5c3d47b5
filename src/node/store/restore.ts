import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Migration } from "../../service/store/apply-migrations.ts";
import { copyFiles, filesOfBackup, missingFiles } from "./copy-files.ts";
import { copyDatabase, findFault, flushNames, flushToDisk, isSqlite } from "./examine.ts";
import { folderOfFiles } from "./files.ts";
import { Locked, lock } from "./lock.ts";
import { storeFile } from "./open.ts";
import { makePart, removePart } from "./parts.ts";
import { timeInName } from "./time-in-name.ts";

/** What came of a restore. Refused: the directory is as it was. */
export type Restored =
  | {
      status: "done";
      /** What the directory's store is called now that was there before; absent: there was none. */
      kept?: string;
      /** How many uploaded files the store tells of that are not there. */
      missing: number;
    }
  | { status: "refused"; reason: string };

interface RestoreOptions {
  /** Those that this version knows. */
  migrations: Migration[];
  /** The store that was there is named after it. Milliseconds. */
  now: number;
}

/**
 * Puts a backup in the place of a directory's store, while no service runs on it. The file is looked at whole before anything is
 * touched, and the directory has a whole store at every moment.
 *
 * @throws where the file or the directory cannot be read or written
 */
export async function restoreStore(
  file: string,
  directory: string,
  { migrations, now }: RestoreOptions,
): Promise<Restored> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`there is no file ${file}`);
  let held: ReturnType<typeof lock>;
  try {
    held = lock(directory, { pid: process.pid });
  } catch (error) {
    if (error instanceof Locked) return { status: "refused", reason: `${error.message}: stop it first` };
    throw error;
  }
  const store = storeFile(directory);
  const part = makePart(store);
  try {
    const fault = await takeCopy(file, part, migrations);
    if (fault !== null) return { status: "refused", reason: `${file} cannot be restored: ${fault}` };
    const kept = existsSync(store) ? keep(store, now) : undefined;
    for (const suffix of ["-wal", "-shm", "-journal"]) rmSync(store + suffix, { force: true });
    copyFiles(filesOfBackup(file), folderOfFiles(store));
    renameSync(part, store);
    flushNames(store);
    return { status: "done", kept, missing: missingFiles(store) };
  } finally {
    removePart(part);
    held.release();
  }
}

/** The copy, on the disk, is what is looked at: the backup itself is not written to. @returns what is wrong with it */
async function takeCopy(file: string, part: string, migrations: Migration[]): Promise<string | null> {
  try {
    await copyDatabase(file, part);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/not a database/.test(reason)) return "it is no file of SQLite's";
    if (/malformed/.test(reason)) return `it is damaged (${reason})`;
    throw error;
  }
  const fault = findFault(part, migrations);
  if (fault === null) flushToDisk(part);
  return fault;
}

/** Gives the store a second name, under which it stays. What a crash has left in its -wal belongs to it. */
function keep(store: string, now: number): string {
  const kept = store.replace(/\.sqlite$/, `.replaced-${timeInName(now)}.sqlite`);
  fold(store);
  if (existsSync(`${store}-wal`)) renameSync(`${store}-wal`, `${kept}-wal`);
  try {
    linkSync(store, kept);
  } catch {
    // Not every file system has a second name for a file.
    copyFileSync(store, kept);
    flushToDisk(kept);
  }
  return kept;
}

/**
 * Takes what is in the -wal into the store's file. One that is damaged keeps its -wal.
 *
 * @throws where another program reads it
 */
function fold(store: string): void {
  // SQLite takes a file that is cut down to nothing for a new one, and its -wal for a stale one, which it removes.
  if (!isSqlite(store)) return;
  try {
    const database = new DatabaseSync(store);
    try {
      database.exec("PRAGMA journal_mode = DELETE");
    } finally {
      database.close();
    }
  } catch (error) {
    if (/locked|busy/i.test(String(error))) throw new Error(`another program reads ${store}: end it first`);
  }
}
