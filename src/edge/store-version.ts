import { elapsed, LONG_AGO } from "../service/elapsed.ts";
import type { Database } from "../service/home.ts";
import { log, logFault, logThrown } from "../service/log.ts";
import { type Migration, migrate } from "../service/store/apply-migrations.ts";

/** A store that could not be brought up to date is tried again so often at most: whatever still works meanwhile is not to wait for it. Milliseconds. */
const RETRY_INTERVAL = 10_000;

/**
 * Brings the store up to date, once an instance: then a deployment needs no other step, whoever makes it, and in whichever order. Where
 * that fails, or the store is of a later version, as after a rollback, the instance says so and does what it can: migrations only add.
 */
export class StoreVersion {
  readonly #db: Database;
  readonly #migrations: Migration[];
  #triedAt = LONG_AGO;
  #isSettled = false;

  constructor(db: Database, migrations: Migration[]) {
    this.#db = db;
    this.#migrations = migrations;
  }

  /** Whether there is nothing left to do. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Race: two first requests both look, and what one applies the other does not. On Cloudflare they must not wait for one another's I/O. */
  async settle(): Promise<void> {
    if (this.#isSettled || elapsed() - this.#triedAt < RETRY_INTERVAL) return;
    try {
      const { applied, later } = await migrate(this.#db, this.#migrations);
      if (applied.length > 0) log("store migrated", { applied });
      if (later !== undefined) logFault("store is of a later version", { migration: later });
      this.#isSettled = true;
    } catch (error) {
      this.#triedAt = elapsed();
      logThrown("store not migrated", error);
    }
  }
}
