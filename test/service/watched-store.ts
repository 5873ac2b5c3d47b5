import { env } from "cloudflare:workers";

/** The test's store, which can be counted, slowed and broken. */
export interface WatchedStore {
  db: D1Database;
  /** Round trips so far. */
  calls: number;
  /** What befalls every round trip first. */
  before: () => Promise<void>;
  /** What befalls its answer on the way back. */
  after: () => Promise<void>;
}

export const works = async (): Promise<void> => undefined;
export const isDown = async (): Promise<void> => {
  throw new Error("D1_ERROR: Network connection lost.");
};
export const hangs = (): Promise<void> => new Promise(() => undefined);

export function watchStore(): WatchedStore {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const store: WatchedStore = { db: env.DB, calls: 0, before: works, after: works };
  const trip = async <T>(go: () => Promise<T>): Promise<T> => {
    store.calls += 1;
    const { before, after } = store;
    await before();
    const answer = await go();
    await after();
    return answer;
  };
  const watch = (statement: D1PreparedStatement): D1PreparedStatement => {
    const watched = new Proxy(statement, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => watch(target.bind(...values));
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function") return member;
        return (...values: unknown[]) => trip(async () => Reflect.apply(member, target, values));
      },
    });
    inner.set(watched, statement);
    return watched;
  };
  store.db = new Proxy(env.DB, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => watch(target.prepare(sql));
      if (key === "batch")
        return (list: D1PreparedStatement[]) => trip(() => target.batch(list.map((one) => inner.get(one) ?? one)));
      throw new Error(`the poll path has no use for ${String(key)}`);
    },
  });
  return store;
}
