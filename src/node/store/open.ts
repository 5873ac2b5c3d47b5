import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { compareMigrations, type Migration, migrate } from "../../service/store/apply-migrations.ts";
import { databaseOn } from "./database.ts";
import { copyDatabase, migrationsOf, tablesOf } from "./examine.ts";
import { Connection } from "./sqlite.ts";

/** The store's file in its directory. */
export const storeFile = (directory: string): string => join(directory, "wireproof.sqlite");

/** What opening a store has done. */
export interface Opened {
  file: string;
  /** Whether there was none before. */
  isNew: boolean;
  /** The names of those applied now. */
  migrations: string[];
  /** The copy that was made of the store before they were applied. */
  copy?: string;
}

/** Larger stores are looked at from the outside only: to read one whole takes some seconds a gigabyte. Bytes. */
const MAX_CHECKED_BYTES = 64_000_000;

/**
 * Makes the store of a directory, or brings the one that is there up to date, after a copy of it has been made beside it.
 *
 * @throws where the directory cannot be written to, or the file is damaged or belongs to a later version
 */
export async function openStore(directory: string, migrations: Migration[]): Promise<Opened> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = storeFile(directory);
  const isNew = !existsSync(file);
  if (!isNew) check(file);
  const copy = isNew ? undefined : await copyBefore(file, migrations);
  const connection = new Connection(file);
  try {
    const { applied, later } = await migrate(databaseOn(connection), migrations);
    if (later !== undefined) throw new Error(`the store is of a later version: it has had the migration ${later}`);
    return { file, isNew, migrations: applied, copy };
  } finally {
    connection.close();
  }
}

/** @throws where the file is none of SQLite's, or damaged */
function check(file: string): void {
  const database = new DatabaseSync(file);
  try {
    const whole = statSync(file).size <= MAX_CHECKED_BYTES;
    const found = whole ? database.prepare("PRAGMA quick_check(1)").all() : [];
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    const fault = found.map((row) => String(Object.values(row)[0])).find((text) => text !== "ok");
    if (fault !== undefined) throw new Error(fault);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
    throw new Error(`the store ${file} is damaged (${reason}): restore a backup with \`npm run restore -- FILE\``);
  } finally {
    database.close();
  }
}

/** A copy of the store, named after the first migration that it has not had; none where it has had them all. */
async function copyBefore(file: string, migrations: Migration[]): Promise<string | undefined> {
  const next = nextMigration(file, migrations);
  if (!next) return;
  const copy = file.replace(/\.sqlite$/, `.before-${next.name.replace(/\.sql$/, "")}.sqlite`);
  await copyDatabase(file, copy);
  return copy;
}

/** The first migration that a store has not had; none where it has had them all, or where there is nothing in it yet. */
function nextMigration(file: string, migrations: Migration[]): Migration | undefined {
  const database = new DatabaseSync(file);
  try {
    if (!tablesOf(database).includes("d1_migrations")) return;
    return compareMigrations(migrationsOf(database), migrations).missing[0];
  } finally {
    database.close();
  }
}

/** The steps of the store's schema, in their order. */
export const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), "utf8") }));
