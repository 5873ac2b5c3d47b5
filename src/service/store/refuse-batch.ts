import { isConflict } from "../conflict.ts";
import type { Database, PreparedStatement } from "../home.ts";

/**
 * A batch has no conditions: this statement keeps it out of the store, with a Conflict, where there is any such row. A revision of no
 * article breaks a constraint.
 *
 * @param rows SQL: what follows FROM
 */
export const refuseBatch = (db: Database, rows: string): PreparedStatement =>
  db.prepare(
    `INSERT INTO revision (article_id, revision, stored_at, updated, body) SELECT NULL, 0, 0, 0, '' FROM ${rows}`,
  );

/** Whether such a statement kept a batch out that writes no revision itself. */
export const isRefused = (error: unknown): boolean => isConflict(error, "revision");
