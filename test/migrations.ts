import { join } from "node:path";
import { readMigrations as readFrom } from "../src/node/store/open.ts";
import type { Migration } from "../src/service/store/apply-migrations.ts";

/** The store's migrations, in their order. */
export const readMigrations = (): Migration[] => readFrom(join(import.meta.dirname, "../src/service/store/migrations"));
