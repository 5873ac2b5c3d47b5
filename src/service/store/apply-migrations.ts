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

/**
 * Brings a store up to date: applies the migrations that it has not had, each in one transaction. Race: of two that migrate at
 * once, one fails whole, for a name is noted once.
 *
 * @returns the names of those applied
 * @throws where the store has had a migration that is not among these: it belongs to a later version
 */
export async function migrate(db: Database, migrations: Migration[]): Promise<string[]> {
  await db.prepare(APPLIED).run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const { later, missing } = compareMigrations(
    results.map(({ name }) => name),
    migrations,
  );
  if (later !== undefined) throw new Error(`the store is of a later version: it has had the migration ${later}`);
  for (const { name, sql } of missing) {
    await db.batch([
      ...statementsOf(sql).map((statement) => db.prepare(statement)),
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
    ]);
  }
  return missing.map(({ name }) => name);
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
