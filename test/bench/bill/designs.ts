import { SHARED_MAX_AGE } from "../../../src/service/shared-copies.ts";
import { CODINGS } from "../../../src/service/store/codings.ts";
import type { Usage } from "./money.ts";
import { MONTH } from "./prices.ts";
import { simulate } from "./simulate.ts";
import type { Traffic } from "./traffic.ts";

/** Of one of something: milliseconds of CPU time, rows of the store, messages. */
export interface Work {
  cpu: number;
  read: number;
  written: number;
  messages: number;
}

/** What was counted and measured of each. */
export type Works = Record<Counted, Work>;

/** A poll by its answer; what it asks of the store; a feed's edition with the save that caused it; a sweep, which comes every minute. */
export const COUNTED = [
  "unchanged",
  "whole",
  "confirmed",
  "fetched",
  "noted",
  "flushes",
  "counts",
  "edition",
  "sweep",
] as const;
type Counted = (typeof COUNTED)[number];

const SWEEPS = 24 * 60;
/** A message is written, read and deleted (queues/platform/pricing). */
const OPERATIONS = 3;

export interface Design {
  name: string;
  /** Of a month. */
  usage: Usage;
  /** Polls of a month that the cache answers, and that run the worker. */
  hits: number;
  runs: number;
}

/** The three designs, for so many data centers. */
export function designs(traffic: Traffic, works: Works, centers: number): Design[] {
  return [
    onWorker("Workers Cache", traffic, works, centers, SHARED_MAX_AGE),
    onWorker("no cache", traffic, works, centers, 0),
    onBucket(traffic, works, centers),
  ];
}

function onWorker(name: string, traffic: Traffic, works: Works, centers: number, age: number): Design {
  const { polls, hits, ...day } = simulate(traffic, centers, { age, confirmed: true });
  const done = { ...day, ...publishing(traffic) };
  const usage = monthOf({ ...sum(done, works), requests: polls + traffic.editions });
  return { name, usage, hits: hits * MONTH, runs: (day.unchanged + day.whole) * MONTH };
}

/** The publisher puts every document into a bucket: the zone's cache keeps whatever it gets, and no poll runs code. */
function onBucket(traffic: Traffic, works: Works, centers: number): Design {
  const { hits, unchanged, whole } = simulate(traffic, centers, { age: SHARED_MAX_AGE, confirmed: false });
  const classA = traffic.editions * traffic.formats.length * CODINGS.length;
  const usage = { ...sum(publishing(traffic), works), requests: traffic.editions, classA, classB: unchanged + whole };
  return { name: "R2 behind the zone's cache", usage: monthOf(usage), hits: hits * MONTH, runs: 0 };
}

const publishing = ({ editions }: Traffic): Partial<Record<Counted, number>> => ({ edition: editions, sweep: SWEEPS });

function sum(done: Partial<Record<Counted, number>>, works: Works): Usage {
  const of = (one: keyof Work): number =>
    COUNTED.reduce((total, name) => total + (done[name] ?? 0) * works[name][one], 0);
  return {
    requests: 0,
    cpu: of("cpu"),
    rowsRead: of("read"),
    rowsWritten: of("written"),
    operations: of("messages") * OPERATIONS,
    classA: 0,
    classB: 0,
  };
}

const monthOf = (day: Usage): Usage =>
  Object.fromEntries(Object.entries(day).map(([name, count]) => [name, count * MONTH])) as Usage;
