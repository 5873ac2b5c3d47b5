import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Database } from "../home.ts";
import { logThrown } from "../log.ts";
import { STORE_PATIENCE, within } from "../patience.ts";
import { listKeyIds } from "../store/partners.ts";

/** How long the ids are gone by. A key that was made since is none yet, while keys are guessed at. Milliseconds. */
const MAX_AGE = 1_000;

/**
 * The ids of all keys that there are. Where keys are guessed at, the ids that were made up are told from those that there are by one
 * read a second together, however many come.
 */
export class KeyIds {
  readonly #db: Database;
  #ids = new Set<string>();
  /** When the store was asked for them, as `elapsed` has it. */
  #confirmedAt = LONG_AGO;
  /** Since when a request has been asking, as `elapsed` has it. */
  #askingSince = LONG_AGO;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Whether a key may have an id; where the store does not say, any may. Race: while one request asks, others do not wait for it. */
  async mayHave(id: string): Promise<boolean> {
    const now = elapsed();
    if (now - this.#confirmedAt < MAX_AGE) return this.#ids.has(id);
    if (now - this.#askingSince < STORE_PATIENCE) return now - this.#confirmedAt >= 2 * MAX_AGE || this.#ids.has(id);
    this.#askingSince = now;
    try {
      this.#ids = new Set(await within(STORE_PATIENCE, listKeyIds(this.#db)));
      this.#confirmedAt = now;
      this.#askingSince = LONG_AGO;
      return this.#ids.has(id);
    } catch (error) {
      logThrown("store unavailable", error);
      return true;
    }
  }
}
