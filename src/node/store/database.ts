import type { SQLInputValue } from "node:sqlite";
import { toFault } from "../../service/conflict.ts";
import type { Database, PreparedStatement, Rows } from "../../service/home.ts";
import { WRITE_PATIENCE, within } from "../../service/patience.ts";
import { isRead } from "../../service/store/is-read.ts";
import type { Query } from "./sqlite.ts";
import { toStoreFault } from "./trouble.ts";

/** Runs statements as one transaction, in whichever thread writes. */
export type Write = (queries: Query[]) => Promise<Rows<unknown>[]>;

/** A connection of this thread's, or another thread that has one. */
export interface StoreReader {
  batch(queries: Query[]): Rows<unknown>[] | Promise<Rows<unknown>[]>;
}

/**
 * The service's database for one thread: it reads on a connection of its own, which waits for nobody, and lets `write` do all
 * that changes something.
 *
 * @param write absent: this connection writes, too
 */
export function databaseOn(reader: StoreReader, write: Write = async (queries) => reader.batch(queries)): Database {
  async function batch<Row>(queries: Query[]): Promise<Rows<Row>[]> {
    try {
      if (queries.every(({ sql }) => isRead(sql))) return (await reader.batch(queries)) as Rows<Row>[];
      return (await within(WRITE_PATIENCE, write(queries), true)) as Rows<Row>[];
    } catch (error) {
      throw toFault(toStoreFault(error));
    }
  }

  async function one<Row>(query: Query): Promise<Rows<Row>> {
    const [rows] = await batch<Row>([query]);
    if (!rows) throw new Error("a statement has one result");
    return rows;
  }

  return {
    prepare: (sql) => new Statement(one, { sql, values: [] }),
    // Statements that come back were made by `prepare` above.
    batch: (statements) => batch((statements as Statement[]).map(({ query }) => query)),
  };
}

class Statement implements PreparedStatement {
  readonly query: Query;
  readonly #one: <Row>(query: Query) => Promise<Rows<Row>>;

  constructor(one: <Row>(query: Query) => Promise<Rows<Row>>, query: Query) {
    this.#one = one;
    this.query = query;
  }

  bind(...values: SQLInputValue[]): Statement {
    return new Statement(this.#one, { sql: this.query.sql, values });
  }

  async first<Row>(): Promise<Row | null> {
    const { results } = await this.#one<Row>(this.query);
    return results[0] ?? null;
  }

  all<Row>(): Promise<Rows<Row>> {
    return this.#one<Row>(this.query);
  }

  run(): Promise<Rows<never>> {
    return this.#one<never>(this.query);
  }
}
