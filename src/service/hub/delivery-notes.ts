import type { Database } from "../home.ts";
import { type DeliveryNote, noteDeliveries } from "../store/delivered.ts";

interface Waiting {
  note: DeliveryNote;
  done: PromiseWithResolvers<void>;
}

/** Notes that one write takes: as many as come while the write before is under way, and no more. */
const MAX_NOTES = 200;

/** What came of deliveries, on its way into the store: what ends while one write is under way is written together with the next. */
export class DeliveryNotes {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @returns when it is stored @throws StoreFault */
  add(note: DeliveryNote): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#waiting.push({ note, done });
    void this.#write();
    return done.promise;
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.slice(0, MAX_NOTES);
      this.#waiting = this.#waiting.slice(MAX_NOTES);
      try {
        await noteDeliveries(
          this.#db,
          taken.map(({ note }) => note),
          Date.now(),
        );
        for (const { done } of taken) done.resolve();
      } catch (error) {
        for (const { done } of taken) done.reject(error);
      }
    }
    this.#isWriting = false;
  }
}
