/** The one statement that writes; all others read. Each answers how many writes there had been. */
export const WRITE = "UPDATE article SET id = id";

const BOOKMARK = /^bookmark-(\d+)$/;

/**
 * D1 with one replica that lags behind until it is told otherwise, as developers.cloudflare.com/d1/best-practices/read-replication has it:
 * it waits for what a session's bookmark names.
 */
export class ReplicatedD1 {
  readonly asked = { primary: 0, replica: 0 };
  /** What befalls an answer of the primary's on its way back. */
  way: () => Promise<void> = async () => undefined;
  #state = 0;
  #replicated = 0;
  #waiting: { state: number; go: () => void }[] = [];

  get database(): D1Database {
    return { withSession: (from: string) => this.#session(from) } as unknown as D1Database;
  }

  /** The replica comes to have so many writes. */
  replicate(state: number): void {
    this.#replicated = state;
    for (const one of this.#waiting) if (one.state <= state) one.go();
  }

  #session(from: string): object {
    let at = from;
    const ask = async (sqls: string[]) => {
      const writes = sqls.filter((sql) => sql === WRITE).length;
      const state = at === "first-primary" || writes > 0 ? await this.#askPrimary(writes) : await this.#askReplica(at);
      at = `bookmark-${String(state).padStart(8, "0")}`;
      return sqls.map(() => ({ results: [{ state }], meta: { changes: writes } }));
    };
    const statement = (sql: string) => ({
      sql,
      bind: () => statement(sql),
      first: async () => (await ask([sql]))[0]?.results[0],
      all: async () => (await ask([sql]))[0],
      run: async () => (await ask([sql]))[0],
    });
    return {
      prepare: statement,
      batch: (statements: { sql: string }[]) => ask(statements.map(({ sql }) => sql)),
      getBookmark: () => (BOOKMARK.test(at) ? at : null),
    };
  }

  async #askPrimary(writes: number): Promise<number> {
    this.asked.primary += 1;
    this.#state += writes;
    const state = this.#state;
    await this.way();
    return state;
  }

  async #askReplica(from: string): Promise<number> {
    this.asked.replica += 1;
    const state = Number(BOOKMARK.exec(from)?.[1] ?? 0);
    if (state > this.#replicated) await new Promise<void>((go) => this.#waiting.push({ state, go }));
    return this.#replicated;
  }
}
