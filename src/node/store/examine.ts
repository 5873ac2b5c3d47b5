import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { compareMigrations, type Migration } from "../../service/store/apply-migrations.ts";

/** Pages of one step, 4 KB each: between two the process can be told to stop. */
const STEP_PAGES = 1_000;

/** Without these, a file is no store. Every version has had them. */
const TABLES = ["article", "revision", "feed", "d1_migrations"];

/** The beginning of every file of SQLite's (https://sqlite.org/fileformat.html §1.3). */
const MAGIC = "SQLite format 3\0";

/** Whether a file says that it is one of SQLite's. One that is empty, or not there, does not. */
export function isSqlite(file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  const descriptor = openSync(file, "r");
  try {
    const start = Buffer.alloc(MAGIC.length);
    readSync(descriptor, start, 0, start.length, 0);
    return start.toString("latin1") === MAGIC;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Copies a database, as it is at one moment, while others write into it. The copy is one file, with no -wal beside it.
 *
 * @param copy is there and empty, or not there
 */
export async function copyDatabase(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    // SQLite begins a copy anew whenever another connection has written: under load it would never end. One transaction that
    // reads sees one moment only, and nobody waits for it.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_schema").get();
    await backup(source, copy, { rate: STEP_PAGES });
  } finally {
    source.close();
  }
}

/**
 * What is wrong with a file that should be a store; null where nothing is. It reads the whole file, and leaves one that is in use by
 * nobody without a -wal.
 *
 * @param migrations those that this version knows; absent: the store's version does not matter
 */
export function findFault(file: string, migrations?: Migration[]): string | null {
  try {
    const database = new DatabaseSync(file);
    try {
      database.exec("PRAGMA journal_mode = DELETE");
      const [first] = database.prepare("PRAGMA integrity_check(1)").all();
      const found = String(Object.values(first ?? {})[0]);
      return found === "ok" ? foreignness(database, migrations) : `it is damaged (${found.replaceAll(/\s+/g, " ")})`;
    } finally {
      database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return /not a database/.test(reason) ? "it is no file of SQLite's" : `it is damaged (${reason})`;
  }
}

/** Why a sound database is no store of ours, or of a later version. */
function foreignness(database: DatabaseSync, migrations: Migration[] | undefined): string | null {
  const tables = tablesOf(database);
  if (!TABLES.every((table) => tables.includes(table))) return "it is a file of SQLite's, but no store of Wireproof's";
  if (!migrations) return null;
  const { later } = compareMigrations(migrationsOf(database), migrations);
  return later === undefined ? null : `it is of a later version: it has had the migration ${later}`;
}

/** The names of a database's tables. */
export const tablesOf = (database: DatabaseSync): string[] =>
  namesBy(database, "SELECT name FROM sqlite_schema WHERE type = 'table'");

/** The migrations that a store has had, by name. */
export const migrationsOf = (database: DatabaseSync): string[] => namesBy(database, "SELECT name FROM d1_migrations");

const namesBy = (database: DatabaseSync, sql: string): string[] =>
  database
    .prepare(sql)
    .all()
    .map(({ name }) => String(name));

/** Puts what is whole in the place of a file: on the disk first, and then under the name. */
export function putInPlace(part: string, file: string): void {
  flushToDisk(part);
  renameSync(part, file);
  flushNames(file);
}

/** Lets a file's or folder's content reach the disk. */
export function flushToDisk(path: string): void {
  const descriptor = openSync(path, statSync(path).isDirectory() ? "r" : "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Lets the names in a file's folder reach the disk. Windows opens no folder, and has no need to. */
export function flushNames(file: string): void {
  if (process.platform !== "win32") flushToDisk(dirname(file));
}
