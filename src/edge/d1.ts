import { toFault } from "../service/conflict.ts";
import type { Database, PreparedStatement, Rows } from "../service/home.ts";
import { COLD_PATIENCE, WRITE_PATIENCE, within } from "../service/patience.ts";
import { isRead } from "../service/store/is-read.ts";
import { StoreFault } from "../service/store-fault.ts";
import { troubleOfD1 } from "./d1-trouble.ts";

/** Has something done in a session of D1's. */
type Ask = <T>(does: (session: D1DatabaseSession) => Promise<T>, reads: boolean) => Promise<T>;

/**
 * Cloudflare's D1 as the service's database, by its Sessions API: without a session, replicas are never asked
 * (developers.cloudflare.com/d1/best-practices/read-replication). Each call begins a session of its own, at the primary; those of `near`
 * at the newest state of the database that this instance has had an answer from, which a replica waits for until it has it. Where
 * replication is off, both are the primary.
 */
export function d1(database: D1Database): Database {
  /** Bookmarks sort as the states that they name (developers.cloudflare.com/d1/reference/time-travel/#bookmarks). Null: no answer yet. */
  let newest: string | null = null;

  const asking =
    (from: () => string): Ask =>
    async (does, reads) => {
      const session = database.withSession(from());
      const answer = await answered(does(session), reads);
      const seen = session.getBookmark();
      // Race: answers overtake one another.
      if (seen !== null && (newest === null || seen > newest)) newest = seen;
      return answer;
    };

  const askPrimary = asking(() => "first-primary");
  const askNear = asking(() => newest ?? "first-unconstrained");
  return {
    prepare: (sql) => new Statement(askPrimary, sql),
    batch<Row>(statements: PreparedStatement[]): Promise<Rows<Row>[]> {
      // Statements that come back were made by `prepare` above.
      const own = statements as Statement[];
      const reads = own.every((one) => one.reads);
      return askPrimary((session) => session.batch<Row>(own.map((one) => one.in(session))), reads);
    },
    near: { prepare: (sql) => new Statement(askNear, sql) },
  };
}

class Statement implements PreparedStatement {
  readonly reads: boolean;
  readonly #ask: Ask;
  readonly #sql: string;
  readonly #values: (string | number | null)[];

  constructor(ask: Ask, sql: string, values: (string | number | null)[] = [], reads = isRead(sql)) {
    this.reads = reads;
    this.#ask = ask;
    this.#sql = sql;
    this.#values = values;
  }

  bind(...values: (string | number | null)[]): Statement {
    return new Statement(this.#ask, this.#sql, values, this.reads);
  }

  first<Row>(): Promise<Row | null> {
    return this.#ask((session) => this.in(session).first<Row>(), this.reads);
  }

  all<Row>(): Promise<Rows<Row>> {
    return this.#ask((session) => this.in(session).all<Row>(), this.reads);
  }

  run(): Promise<{ meta: { changes: number } }> {
    return this.#ask((session) => this.in(session).run(), this.reads);
  }

  /** A session goes its own way after its first answer, so each time it is another one. */
  in(session: D1DatabaseSession): D1PreparedStatement {
    return session.prepare(this.#sql).bind(...this.#values);
  }
}

/**
 * D1's answer, if it comes in time. Where it is lost on the way, what was written may be stored.
 *
 * @throws as `Database.batch` says
 */
async function answered<T>(answer: Promise<T>, reads: boolean): Promise<T> {
  try {
    return await within(reads ? COLD_PATIENCE : WRITE_PATIENCE, answer, !reads);
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    const trouble = troubleOfD1(error);
    if (trouble === undefined) throw toFault(error);
    const isLost = trouble === "unreachable" || trouble === "slow";
    throw new StoreFault(trouble, { mayBeStored: isLost && !reads, cause: error });
  }
}
