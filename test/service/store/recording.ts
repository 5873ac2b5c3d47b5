import { env } from "cloudflare:workers";

/** The test's store, which notes each query that it is asked. */
export function recordQueries(): { db: D1Database; queries: Set<string> } {
  const queries = new Set<string>();
  const db = new Proxy(env.DB, {
    get(target, property) {
      if (property === "prepare") {
        return (sql: string) => {
          queries.add(sql);
          return target.prepare(sql);
        };
      }
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { db, queries };
}
