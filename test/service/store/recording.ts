import type { Database } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";

/** The test's store, which notes each query that it is asked. */
export function recordQueries(): { db: Database; queries: Set<string> } {
  const queries = new Set<string>();
  const prepare: Database["prepare"] = (sql) => {
    queries.add(sql);
    return here.db.prepare(sql);
  };
  return { db: { ...here.db, prepare, near: undefined }, queries };
}

/** How SQLite goes about each of these queries, step by step (https://sqlite.org/eqp.html). */
export async function explain(queries: Iterable<string>): Promise<Map<string, string[]>> {
  const plans = new Map<string, string[]>();
  for (const sql of queries) {
    const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
    const plan = here.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
    const { results } = await plan.all<{ detail: string }>();
    plans.set(
      sql,
      results.map(({ detail }) => detail),
    );
  }
  return plans;
}
