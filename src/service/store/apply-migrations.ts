import { isConflict } from "../conflict.ts";
import type { Database } from "../home.ts";

/** One step of the store's schema: a file of `migrations/`. */
export interface Migration {
  /** The file's name. The names' order is the order of the steps. */
  name: string;
  sql: string;
}

/**
 * Which migrations a store has had, as `wrangler d1 migrations apply` notes it: a store that one of the two has migrated, the
 * other one knows.
 */
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** What bringing a store up to date has done. */
export interface Migrated {
  /** The names of those applied. */
  applied: string[];
  /** A migration that the store has had, and this version does not know: the store is of a later one, and was left as it is. */
  later: string | undefined;
}

/**
 * Brings a store up to date: applies the migrations that it has not had, each in one transaction. Of a store that has had them all it costs
 * one read.
 */
export async function migrate(db: Database, migrations: Migration[]): Promise<Migrated> {
  const { later, missing } = compareMigrations(await listApplied(db), migrations);
  const applied: string[] = [];
  if (later !== undefined || missing.length === 0) return { applied, later };
  await db.prepare(APPLIED).run();
  for (const migration of missing) if (await apply(db, migration)) applied.push(migration.name);
  return { applied, later };
}

async function listApplied(db: Database): Promise<string[]> {
  try {
    const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
    return results.map(({ name }) => name);
  } catch (error) {
    if (/no such table: d1_migrations/.test(String(error))) return [];
    throw error;
  }
}

/**
 * Race: of two that apply the same at once, the second finds it noted, and does nothing: a name is noted once, and before the rest.
 *
 * @returns whether it was this one that did
 */
async function apply(db: Database, { name, sql }: Migration): Promise<boolean> {
  try {
    await db.batch([
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
      ...statementsOf(sql).map((statement) => db.prepare(statement)),
    ]);
    return true;
  } catch (error) {
    if (isConflict(error, "d1_migrations")) return false;
    throw error;
  }
}

/**
 * What a store has had, held against what this version knows.
 *
 * @param applied names of migrations
 * @returns `later`: one that this version does not know; `missing`: those that the store has not had, in their order
 */
export function compareMigrations(
  applied: string[],
  migrations: Migration[],
): { later: string | undefined; missing: Migration[] } {
  const known = new Set(migrations.map(({ name }) => name));
  return {
    later: applied.find((name) => !known.has(name)),
    missing: migrations.filter(({ name }) => !applied.includes(name)).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/**
 * The statements of a file: each ends with a semicolon at the end of its line, a trigger with the line `END;`. Comments are
 * whole lines, or stand behind two blanks or a comma.
 */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let statement = "";
  for (const line of sql.split("\n")) {
    const code = line.replace(/(^|\s)--\s.*$/, "").trimEnd();
    if (code.trim() === "") continue;
    statement += `${code}\n`;
    if (!code.endsWith(";") || (/^CREATE TRIGGER\b/i.test(statement) && !/^END;$/i.test(code.trim()))) continue;
    statements.push(statement.trim().slice(0, -1));
    statement = "";
  }
  if (statement.trim() !== "") throw new Error(`a statement has no end: ${statement.trim().slice(0, 80)}`);
  return statements;
}
