import { statSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { BoundedMap } from "../../service/bounded-map.ts";
import type { Rows } from "../../service/home.ts";
import { isRead } from "../../service/store/is-read.ts";
import { errcodeOf, moved, troubleOf } from "./trouble.ts";

/** Statements kept prepared: the service has some two hundred texts. */
const MAX_PREPARED = 500;

/** How long a connection waits while another program holds the file, such as a backup tool. Milliseconds. */
const BUSY_TIMEOUT = 5_000;

/**
 * How long it waits once it has waited in vain: whoever comes after is told soon, rather than standing in a queue of such waits, until
 * something could be written again. Milliseconds.
 */
const BUSY_STILL_TIMEOUT = 100;

/** An SQL statement with its values, as it is sent from thread to thread. */
export interface Query {
  sql: string;
  values: SQLInputValue[];
}

/** The file as SQLite has it open. */
interface OpenFile {
  database: DatabaseSync;
  totalChanges: StatementSync;
  prepared: BoundedMap<StatementSync>;
  /** The file's own number: one of the same name may be another file. */
  inode: number;
}

/**
 * One connection to the store's file, which runs statements at once, in the thread that has it. After a fault of the file it opens it
 * anew: SQLite keeps what it has read, a damaged page too, and writes into a file that was moved away as if nothing had happened.
 */
export class Connection {
  readonly #file: string;
  readonly #readOnly: boolean;
  #open: OpenFile | undefined;
  #isBusy = false;

  /** @throws where the file cannot be opened, or is none of SQLite's */
  constructor(file: string, { readOnly = false } = {}) {
    this.#file = file;
    this.#readOnly = readOnly;
    this.#open = this.#openFile();
  }

  /** @throws as SQLite does; where the file is not under its name any more, as SQLite would */
  run<Row>(query: Query): Rows<Row> {
    return this.#guarded((open) => execute<Row>(open, query));
  }

  /**
   * Statements as one transaction: all of them, or none.
   *
   * @throws as `run` does
   */
  batch<Row>(queries: Query[]): Rows<Row>[] {
    const [first, ...rest] = queries;
    if (first && rest.length === 0 && isRead(first.sql)) return [this.run<Row>(first)];
    return this.#guarded((open) => {
      const { database } = open;
      database.exec(queries.every(({ sql }) => isRead(sql)) ? "BEGIN" : "BEGIN IMMEDIATE");
      try {
        const results = queries.map((query) => execute<Row>(open, query));
        database.exec("COMMIT");
        return results;
      } catch (error) {
        // Where the disk is full, SQLite has rolled back by itself.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  #guarded<T>(work: (open: OpenFile) => T): T {
    const inode = inodeOf(this.#file);
    if (inode === undefined) throw moved();
    if (this.#open && this.#open.inode !== inode) this.close();
    try {
      this.#open ??= this.#openFile();
      const result = work(this.#open);
      this.#waitAsUsual(this.#open, true);
      return result;
    } catch (error) {
      const trouble = troubleOf(errcodeOf(error));
      if (trouble === "busy" && this.#open) this.#waitAsUsual(this.#open, false);
      // What no rollback ended is ended by closing.
      else if (trouble === "damaged" || trouble === "unreachable" || this.#open?.database.isTransaction) this.close();
      throw error;
    }
  }

  #waitAsUsual({ database }: OpenFile, asUsual: boolean): void {
    if (this.#isBusy === !asUsual) return;
    this.#isBusy = !asUsual;
    database.exec(`PRAGMA busy_timeout = ${asUsual ? BUSY_TIMEOUT : BUSY_STILL_TIMEOUT}`);
  }

  #openFile(): OpenFile {
    const database = new DatabaseSync(this.#file, { readOnly: this.#readOnly, timeout: BUSY_TIMEOUT });
    this.#isBusy = false;
    try {
      // Readers and the writer do not wait for one another; a commit is on the disk before it is acknowledged.
      if (!this.#readOnly) database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      return {
        database,
        totalChanges: database.prepare("SELECT total_changes() AS total"),
        prepared: new BoundedMap(MAX_PREPARED),
        inode: inodeOf(this.#file) ?? 0,
      };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** What is in the write-ahead log goes into the file: who copies that has all, once nobody writes any more. */
  settle(): void {
    this.#open?.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    const { database } = this.#open ?? {};
    this.#open = undefined;
    database?.close();
  }
}

function execute<Row>({ database, prepared, totalChanges }: OpenFile, { sql, values }: Query): Rows<Row> {
  const statement = prepared.getOrMake(sql, () => database.prepare(sql));
  if (isRead(sql)) return { results: statement.all(...values) as Row[], meta: { changes: 0 } };
  const changesSoFar = (): number => Number(totalChanges.get()?.total);
  // As D1 counts. What SQLite says of one statement is that of an older one, where this one is none that changes rows.
  const before = changesSoFar();
  const results = statement.all(...values) as Row[];
  return { results, meta: { changes: changesSoFar() - before } };
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
