import type { Database } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";

/** The test's store, which notes each query that it is asked. */
export function recordQueries(): { db: Database; queries: Set<string> } {
  const queries = new Set<string>();
  const prepare: Database["prepare"] = (sql) => {
    queries.add(sql);
    return here.db.prepare(sql);
  };
  return { db: { ...here.db, prepare }, queries };
}
