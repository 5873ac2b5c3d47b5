import { toFault } from "../service/conflict.ts";
import type { Database, PreparedStatement, Rows } from "../service/home.ts";

/** Cloudflare's D1 as the service's database. */
export const d1 = (database: D1Database): Database => ({
  prepare: (sql) => database.prepare(sql),
  async batch<Row>(statements: PreparedStatement[]): Promise<Rows<Row>[]> {
    try {
      // Statements that come back were made by `prepare` above: they are D1's own.
      return await database.batch<Row>(statements as D1PreparedStatement[]);
    } catch (error) {
      throw toFault(error);
    }
  },
});
