import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { BoundedMap } from "../../service/bounded-map.ts";
import type { Rows } from "../../service/home.ts";

/** Statements kept prepared: the service has some two hundred texts. */
const MAX_PREPARED = 500;

/** How long a connection waits while another program holds the file, such as a backup tool. Milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** An SQL statement with its values, as it is sent from thread to thread. */
export interface Query {
  sql: string;
  values: SQLInputValue[];
}

/** One connection to the store's file, which runs statements at once, in the thread that has it. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #totalChanges: StatementSync;
  readonly #prepared = new BoundedMap<StatementSync>(MAX_PREPARED);

  /** @throws where the file cannot be opened, or is none of SQLite's */
  constructor(file: string, { readOnly = false } = {}) {
    this.#database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT });
    this.#totalChanges = this.#database.prepare("SELECT total_changes() AS total");
    if (readOnly) return;
    // Readers and the writer do not wait for one another; a commit is on the disk before it is acknowledged.
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  }

  run<Row>({ sql, values }: Query): Rows<Row> {
    const statement = this.#prepared.getOrMake(sql, () => this.#database.prepare(sql));
    if (isRead(sql)) return { results: statement.all(...values) as Row[], meta: { changes: 0 } };
    // As D1 counts. What SQLite says of one statement is that of an older one, where this one is none that changes rows.
    const before = this.#changesSoFar();
    const results = statement.all(...values) as Row[];
    return { results, meta: { changes: this.#changesSoFar() - before } };
  }

  /** Statements as one transaction: all of them, or none. */
  batch<Row>(queries: Query[]): Rows<Row>[] {
    this.#database.exec(queries.every(({ sql }) => isRead(sql)) ? "BEGIN" : "BEGIN IMMEDIATE");
    try {
      const results = queries.map((query) => this.run<Row>(query));
      this.#database.exec("COMMIT");
      return results;
    } catch (error) {
      // Where the disk is full, SQLite has rolled back by itself.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #changesSoFar(): number {
    return Number(this.#totalChanges.get()?.total);
  }

  /** What is in the write-ahead log goes into the file: who copies that has all, once nobody writes any more. */
  settle(): void {
    this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.#database.close();
  }
}

/** Whether a statement only reads, so that any connection may run it. */
export const isRead = (sql: string): boolean =>
  /^\s*(SELECT|WITH(?![\s\S]*\b(INSERT|UPDATE|DELETE|REPLACE\s+INTO)\b))\b/i.test(sql);
