import { FLUSH_INTERVAL } from "../../../src/service/audience/counts.ts";
import { CHECK_INTERVAL } from "../../../src/service/poll/memory.ts";
import { random } from "../stories.ts";
import { SECONDS_OF_DAY, type Traffic } from "./traffic.ts";

/** How many polls a day did what. */
export interface Day {
  polls: number;
  /** Answered by the cache. */
  hits: number;
  /** Answered by the worker: with 304, and with a document. */
  unchanged: number;
  whole: number;
  /** The store was asked which edition is current, for a document, to note what is polled, to take counts of this many rows. */
  confirmed: number;
  fetched: number;
  noted: number;
  flushes: number;
  counts: number;
}

export interface Caching {
  /** How long the cache keeps an answer, in seconds; 0: there is none. */
  age: number;
  /** The cache keeps what was confirmed with the store in this very request; else whatever is answered. */
  confirmed: boolean;
}

/**
 * A day in one of so many data centers that share the polls alike: polls come by chance (Poisson), each data center has a cache and one isolate.
 * A cache in a second tier is left out: it could only have answered more of what is counted as a run.
 */
export function simulate(traffic: Traffic, centers: number, caching: Caching): Day {
  const next = random(centers);
  const rate = traffic.polls / centers / SECONDS_OF_DAY;
  const isolate = new Isolate(next, traffic);
  const cached = new Map<string, number>();
  const day = { polls: 0, hits: 0, unchanged: 0, whole: 0, confirmed: 0, fetched: 0, noted: 0, flushes: 0, counts: 0 };
  for (let now = wait(next, rate); now < SECONDS_OF_DAY; now += wait(next, rate)) {
    day.polls += 1;
    const [feed, format, coding] = [
      pick(next, traffic.feeds),
      pick(next, traffic.formats),
      pick(next, traffic.codings),
    ];
    const variant = `${feed} ${format} ${coding}`;
    if (now < (cached.get(variant) ?? 0)) {
      day.hits += 1;
      continue;
    }
    const isConfirmed = isolate.answer(now, { feed, format, coding }, day);
    if (isConfirmed || !caching.confirmed) cached.set(variant, now + caching.age);
  }
  // Chance made a few polls more or fewer than there are.
  const scale = traffic.polls / day.polls;
  return Object.fromEntries(Object.entries(day).map(([name, count]) => [name, count * scale])) as unknown as Day;
}

interface Poll {
  feed: number;
  format: number;
  coding: number;
}

/** What an isolate knows, and what it asks of the store for the rest. */
class Isolate {
  readonly #next: () => number;
  readonly #traffic: Traffic;
  #born = 0;
  #confirmed = new Map<number, number>();
  #bodies = new Set<string>();
  #noted = new Set<string>();
  #counts = new Set<string>();
  #counting = 0;

  constructor(next: () => number, traffic: Traffic) {
    this.#next = next;
    this.#traffic = traffic;
  }

  /** @returns whether the store was asked which edition is current */
  answer(now: number, { feed, format, coding }: Poll, day: Day): boolean {
    if (now - this.#born >= this.#traffic.isolate) this.#die(now);
    const last = this.#confirmed.get(feed);
    const asks = last === undefined || now - last >= CHECK_INTERVAL / 1000;
    if (asks) {
      day.confirmed += 1;
      if (this.#isChanged(last ?? now, now)) this.#forget(feed);
      this.#confirmed.set(feed, now);
    }
    const body = `${feed} ${format} ${coding}`;
    if (this.#next() < this.#traffic.unchanged) day.unchanged += 1;
    else {
      day.whole += 1;
      if (!this.#bodies.has(body)) day.fetched += 1;
      this.#bodies.add(body);
    }
    if (!this.#noted.has(body)) day.noted += 1;
    this.#noted.add(body);
    this.#count(now, `${feed} ${format} ${pick(this.#next, this.#traffic.readers)}`, day);
    return asks;
  }

  #isChanged(since: number, now: number): boolean {
    const rate = this.#traffic.editions / this.#traffic.feeds.length / SECONDS_OF_DAY;
    return this.#next() < 1 - Math.exp(-rate * (now - since));
  }

  #forget(feed: number): void {
    for (const body of this.#bodies) if (body.startsWith(`${feed} `)) this.#bodies.delete(body);
  }

  /** The audience's counts go to the store with a poll, a minute after the first of them. */
  #count(now: number, count: string, day: Day): void {
    if (this.#counts.size === 0) this.#counting = now;
    else if (now - this.#counting >= FLUSH_INTERVAL / 1000) {
      day.flushes += 1;
      day.counts += this.#counts.size;
      this.#counts.clear();
      this.#counting = now;
    }
    this.#counts.add(count);
  }

  #die(now: number): void {
    this.#born = now;
    this.#confirmed = new Map();
    this.#bodies = new Set();
    this.#noted = new Set();
    this.#counts = new Set();
  }
}

/** Until the next poll, in seconds: they come by chance. */
const wait = (next: () => number, rate: number): number => -Math.log(1 - next()) / rate;

/** Chance picks one, by shares. */
function pick(next: () => number, shares: number[]): number {
  let rest = next();
  const found = shares.findIndex((share) => {
    rest -= share;
    return rest < 0;
  });
  return found < 0 ? shares.length - 1 : found;
}
