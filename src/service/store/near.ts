import type { Database } from "../home.ts";
import { logThrown } from "../log.ts";
import { STORE_PATIENCE, within } from "../patience.ts";

/**
 * The rows of a query, as the copy of the store near by has them. Where that has none, or not in time, the store itself is asked: a copy
 * may lag behind, and nobody is told for that alone that something is not there.
 */
export async function listNear<Row>(db: Database, sql: string, values: (string | number)[]): Promise<Row[]> {
  const list = async (asked: Pick<Database, "prepare">) => {
    const { results } = await asked
      .prepare(sql)
      .bind(...values)
      .all<Row>();
    return results;
  };
  if (!db.near) return list(db);
  try {
    const found = await within(STORE_PATIENCE, list(db.near));
    if (found.length > 0) return found;
  } catch (error) {
    logThrown("copy of the store unavailable", error);
  }
  return list(db);
}
