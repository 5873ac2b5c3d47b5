import { contain } from "../../article/contain.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";
import type { DueErrand, Errands } from "./errand.ts";
import { type PlaceLimits, RequestPlaces } from "./request-places.ts";

/** Of what is due, so many are looked at for each place that is free: many of them may ask one host. */
const LOOKED_AT = 8;

/** What is due so soon is waited for. Milliseconds. */
const NEAR = 1_000;

/** How far a run goes. */
export interface RunLimits {
  /** Requests that it makes; then another run goes on. */
  errands: number;
  /** By the clock, in milliseconds: after that it begins nothing more. */
  until: number;
}

/** Sends what is due, of each kind, side by side. */
export class Sender {
  readonly #home: Pick<Home, "wait">;
  readonly #kinds: Errands[];
  readonly #places: RequestPlaces;
  /** Resolved when something ends, or somebody knows of something more that is due. */
  #change = Promise.withResolvers<void>();
  #fault: StoreFault | undefined;
  #isStopped = false;

  /** @param kinds the first before the others */
  constructor(home: Pick<Home, "wait">, kinds: Errands[], places: PlaceLimits) {
    this.#home = home;
    this.#kinds = kinds;
    this.#places = new RequestPlaces(places);
  }

  /** Something more is due. */
  wake(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#isStopped = true;
    this.wake();
  }

  /**
   * Sends until nothing is due, or the run has gone as far as it may; what is in hand is finished.
   *
   * @returns when the next is due, in milliseconds: in the past where the run has left something; null: nothing is
   * @throws StoreFault
   */
  async run({ errands, until }: RunLimits): Promise<number | null> {
    this.#fault = undefined;
    let left = errands;
    for (;;) {
      if (this.#fault || this.#isStopped || left <= 0 || Date.now() >= until) break;
      const change = this.#change.promise;
      const begun = this.#places.room > 0 ? await this.#begin(Math.min(this.#places.room, left)) : 0;
      left -= begun;
      if (begun > 0) continue;
      const next = await this.#findNext();
      const rest = next === null ? Number.POSITIVE_INFINITY : next - Date.now();
      if (this.#places.count === 0 && rest > NEAR) return next;
      // What is due though nothing was begun waits for its host.
      await Promise.race([change, ...(rest > 0 && rest <= NEAR ? [this.#home.wait(rest)] : [])]);
    }
    while (this.#places.count > 0) await this.#change.promise;
    if (this.#fault) throw this.#fault;
    return this.#findNext();
  }

  async #begin(room: number): Promise<number> {
    let begun = 0;
    for (const kind of this.#kinds) {
      if (begun >= room) break;
      const now = Date.now();
      const due = await kind.listDue(now, this.#places.full, (room - begun) * LOOKED_AT);
      const chosen = this.#choose(due, room - begun);
      if (chosen.length === 0) continue;
      for (const errand of await kind.claim(chosen, now)) {
        begun += 1;
        void this.#places
          .take(errand.host, () =>
            contain(
              () => errand.run(),
              (fault) => this.#note(fault, errand),
            ),
          )
          .then(() => this.wake());
      }
    }
    return begun;
  }

  /** No more of a host's than it may be asked. */
  #choose(due: DueErrand[], room: number): number[] {
    const taken = new Map<string, number>();
    const chosen = due.filter(({ host }) => {
      const count = taken.get(host) ?? 0;
      taken.set(host, count + 1);
      return count < this.#places.roomAt(host);
    });
    return chosen.slice(0, room).map(({ id }) => id);
  }

  #note(fault: unknown, { id, host }: DueErrand): void {
    if (fault instanceof StoreFault) this.#fault ??= fault;
    else logThrown("errand failed", fault, { id, host });
  }

  async #findNext(): Promise<number | null> {
    const now = Date.now();
    const all = await Promise.all(this.#kinds.map((kind) => kind.findNextDue(now)));
    const known = all.filter((next) => next !== null);
    return known.length === 0 ? null : Math.min(...known);
  }
}
