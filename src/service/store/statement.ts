import type { Database, PreparedStatement } from "../home.ts";

/** Puts a value into a statement, and says where it stands. */
export type Bind = (value: string | number) => string;

/** A statement with its values, each where it is named. */
export function statement(db: Database, write: (bind: Bind) => string): PreparedStatement {
  const values: (string | number)[] = [];
  const sql = write((value) => `?${values.push(value)}`);
  return db.prepare(sql).bind(...values);
}
