import type { Database, PreparedStatement } from "../../src/service/home.ts";
import { StoreFault, type Trouble } from "../../src/service/store-fault.ts";
import { here } from "../homes/here.ts";

/** The test's store, which can be counted, slowed and broken. */
export interface WatchedStore {
  db: Database;
  /** Round trips so far. */
  calls: number;
  /** What befalls every round trip first. */
  before: () => Promise<void>;
  /** What befalls its answer on the way back. */
  after: () => Promise<void>;
}

export const works = async (): Promise<void> => undefined;
export const has =
  (trouble: Trouble, options: ConstructorParameters<typeof StoreFault>[1] = {}) =>
  async (): Promise<void> => {
    throw new StoreFault(trouble, options);
  };
export const isDown = has("unreachable", { cause: new Error("D1_ERROR: Network connection lost.") });
export const hangs = (): Promise<void> => new Promise(() => undefined);

export function watchStore(): WatchedStore {
  const inner = new WeakMap<PreparedStatement, PreparedStatement>();
  const trip = async <T>(go: () => Promise<T>): Promise<T> => {
    store.calls += 1;
    const { before, after } = store;
    await before();
    const answer = await go();
    await after();
    return answer;
  };
  const watch = (statement: PreparedStatement): PreparedStatement => {
    const watched: PreparedStatement = {
      bind: (...values) => watch(statement.bind(...values)),
      first: () => trip(() => statement.first()),
      all: () => trip(() => statement.all()),
      run: () => trip(() => statement.run()),
    };
    inner.set(watched, statement);
    return watched;
  };
  const db: Database = {
    prepare: (sql) => watch(here.db.prepare(sql)),
    batch: (statements) => trip(() => here.db.batch(statements.map((one) => inner.get(one) ?? one))),
  };
  const store: WatchedStore = { db, calls: 0, before: works, after: works };
  return store;
}
