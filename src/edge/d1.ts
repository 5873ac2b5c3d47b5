import { toFault } from "../service/conflict.ts";
import type { Database, PreparedStatement, Rows } from "../service/home.ts";
import { COLD_PATIENCE, WRITE_PATIENCE, within } from "../service/patience.ts";
import { isRead } from "../service/store/is-read.ts";
import { StoreFault } from "../service/store-fault.ts";
import { troubleOfD1 } from "./d1-trouble.ts";

/** Cloudflare's D1 as the service's database. */
export const d1 = (database: D1Database): Database => ({
  prepare: (sql) => new Statement(database.prepare(sql), isRead(sql)),
  batch<Row>(statements: PreparedStatement[]): Promise<Rows<Row>[]> {
    // Statements that come back were made by `prepare` above.
    const own = statements as Statement[];
    const all = own.map(({ statement }) => statement);
    return answered(
      database.batch<Row>(all),
      own.every(({ reads }) => reads),
    );
  },
});

class Statement implements PreparedStatement {
  readonly statement: D1PreparedStatement;
  readonly reads: boolean;

  constructor(statement: D1PreparedStatement, reads: boolean) {
    this.statement = statement;
    this.reads = reads;
  }

  bind(...values: (string | number | null)[]): Statement {
    return new Statement(this.statement.bind(...values), this.reads);
  }

  first<Row>(): Promise<Row | null> {
    return answered(this.statement.first<Row>(), this.reads);
  }

  all<Row>(): Promise<Rows<Row>> {
    return answered(this.statement.all<Row>(), this.reads);
  }

  run(): Promise<{ meta: { changes: number } }> {
    return answered(this.statement.run(), this.reads);
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
