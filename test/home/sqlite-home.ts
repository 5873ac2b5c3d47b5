import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { toFault } from "../../src/service/conflict.ts";
import type { Database, Home, PreparedStatement, Rows } from "../../src/service/home.ts";

interface Prepared extends PreparedStatement {
  run(): Promise<Rows<never>>;
  now<Row>(): Rows<Row>;
}

/** SQLite in memory as the service's database: what a home has to give, and no more. */
export function sqlite(file = new DatabaseSync(":memory:")): Database {
  const prepare = (sql: string, values: SQLInputValue[] = []): Prepared => {
    const now = <Row>(): Rows<Row> => {
      const results = file.prepare(sql).all(...values) as Row[];
      const { changes } = file.prepare("SELECT changes() AS changes").get() as { changes: number };
      return { results, meta: { changes } };
    };
    return {
      bind: (...bound) => prepare(sql, bound),
      first: async <Row>() => now<Row>().results[0] ?? null,
      all: async <Row>() => now<Row>(),
      run: async () => now<never>(),
      now,
    };
  };
  return {
    prepare: (sql) => prepare(sql),
    async batch<Row>(statements: PreparedStatement[]): Promise<Rows<Row>[]> {
      file.exec("BEGIN IMMEDIATE");
      try {
        const results = (statements as Prepared[]).map((statement) => statement.now<Row>());
        file.exec("COMMIT");
        return results;
      } catch (error) {
        file.exec("ROLLBACK");
        throw toFault(error);
      }
    },
  };
}

/** A home on one machine, with one instance: wakes and work after an answer are kept for the test to look at. */
export function sqliteHome(db = sqlite()): { home: Home; wakes: number[]; afterAnswers: Promise<unknown>[] } {
  const wakes: number[] = [];
  const afterAnswers: Promise<unknown>[] = [];
  const home: Home = {
    db,
    secrets: { publishToken: "test-token" },
    wake: async (delaySeconds) => void wakes.push(delaySeconds),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    afterAnswer: (work) => void afterAnswers.push(work),
    addressOf: () => null,
    acceptEncodingOf: (request) => request.headers.get("accept-encoding"),
    encoded: (body, init) => new Response(body && new Uint8Array(body), init),
  };
  return { home, wakes, afterAnswers };
}
