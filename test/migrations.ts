import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Migration } from "../src/service/store/apply-migrations.ts";

const FOLDER = join(import.meta.dirname, "../src/service/store/migrations");

/** The store's migrations, in their order. */
export const readMigrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(FOLDER, name), "utf8") }));
