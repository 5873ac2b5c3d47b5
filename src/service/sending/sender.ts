import { contain } from "../../article/contain.ts";
import type { Home } from "../home.ts";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";
import { type DueErrand, type Errand, type Errands, findNextErrand } from "./errand.ts";
import { type PlaceLimits, RequestPlaces } from "./request-places.ts";

/** Of what is due, so many are looked at for each place that is free: many of them may ask one host. */
const LOOKED_AT = 8;

/** What is due so soon is waited for. Milliseconds. */
const NEAR = 1_000;

/** Where another sender has been quicker, it is looked again after this. Milliseconds. */
const BESIDE_OTHERS = 50;

/** How far a run goes. */
export interface RunLimits {
  /** Requests that it makes; then another run goes on. */
  errands: number;
  /** Times that it looks for what is due: each asks the store for every kind. */
  looks: number;
  /** By the clock, in milliseconds: after that it begins nothing more. */
  until: number;
}

/** Sends what is due, of each kind, side by side. */
export class Sender {
  readonly #home: Pick<Home, "wait">;
  readonly #kinds: Errands[];
  readonly #places: RequestPlaces;
  /** What is in hand, whatever becomes of its claim when the clock is set. */
  readonly #inHand = new Map<Errands, Set<number>>();
  /** Resolved when something ends, or somebody knows of something more that is due. */
  #change = Promise.withResolvers<void>();
  #fault: StoreFault | undefined;
  #isStopped = false;
  #turn = 0;

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

  /** Lets go of what a sender before this one had in hand: where there is one at a time. @throws StoreFault */
  async release(): Promise<void> {
    for (const kind of this.#kinds) await kind.release?.();
  }

  /**
   * Sends until nothing is due, or the run has gone as far as it may; what is in hand is finished.
   *
   * @returns when the next is due, in milliseconds: in the past where the run has left something; null: nothing is
   * @throws StoreFault
   */
  async run({ errands, looks, until }: RunLimits): Promise<number | null> {
    this.#fault = undefined;
    try {
      await this.#sendAll({ errands, looks, until });
    } finally {
      while (this.#places.count > 0) await this.#change.promise;
    }
    if (this.#fault) throw this.#fault;
    return findNextErrand(this.#kinds, Date.now());
  }

  async #sendAll({ errands, looks, until }: RunLimits): Promise<void> {
    while (!this.#fault && !this.#isStopped && errands > 0 && looks > 0 && Date.now() < until) {
      const change = this.#change.promise;
      const room = Math.min(this.#places.room, errands);
      if (room === 0) {
        await change;
        continue;
      }
      looks -= 1;
      const begun = await this.#begin(room);
      errands -= begun;
      if (begun > 0) continue;
      // What waits for its host is due when that is free.
      // Race: what ends while the store answers has freed its host only after that.
      const isAll = this.#places.count === 0;
      const next = await findNextErrand(this.#kinds, Date.now(), this.#places.full);
      const rest = next === null ? Number.POSITIVE_INFINITY : next - Date.now();
      if (isAll && rest > NEAR) return;
      const time = next === null ? [] : [this.#home.wait(Math.min(Math.max(rest, BESIDE_OTHERS), NEAR))];
      await Promise.race([change, ...time]);
    }
  }

  async #begin(room: number): Promise<number> {
    let begun = 0;
    for (const kind of this.#inTurn()) {
      if (begun >= room) break;
      const now = Date.now();
      const due = await kind.listDue(now, this.#places.full, (room - begun) * LOOKED_AT);
      const chosen = this.#choose(kind, due, room - begun);
      if (chosen.length === 0) continue;
      const claimed = await kind.claim(chosen, now);
      // A store gives them back in whatever order it has them.
      claimed.sort((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id));
      for (const errand of claimed) void this.#take(kind, errand);
      begun += claimed.length;
    }
    return begun;
  }

  /** Every other time, another kind comes first: where one always has something due, the others do not wait for ever. */
  #inTurn(): Errands[] {
    this.#turn += 1;
    const first = this.#turn % 2 === 0 ? (this.#turn / 2) % this.#kinds.length : 0;
    return [...this.#kinds.slice(first), ...this.#kinds.slice(0, first)];
  }

  /** No more of a host's than it may be asked, and nothing that is in hand. */
  #choose(kind: Errands, due: DueErrand[], room: number): number[] {
    const taken = new Map<string, number>();
    const chosen = due.filter(({ id, host }) => {
      if (this.#inHand.get(kind)?.has(id)) return false;
      const count = taken.get(host) ?? 0;
      taken.set(host, count + 1);
      return count < this.#places.roomAt(host);
    });
    return chosen.slice(0, room).map(({ id }) => id);
  }

  async #take(kind: Errands, errand: Errand): Promise<void> {
    const inHand = this.#inHand.get(kind) ?? new Set();
    this.#inHand.set(kind, inHand.add(errand.id));
    const run = () => contain(errand.run.bind(errand), (fault) => this.#note(fault, errand));
    await this.#places.take(errand.host, run);
    inHand.delete(errand.id);
    this.wake();
  }

  #note(fault: unknown, { id, host }: DueErrand): void {
    if (fault instanceof StoreFault) this.#fault ??= fault;
    else logThrown("errand failed", fault, { id, host });
  }
}
