/** Contestants side by side, in short turns: what else the machine does then befalls all alike. */
import { type Figure, figure, median, table } from "./figures.ts";
import type { Generator } from "./load.ts";
import { cpuSeconds } from "./processes.ts";
import { raw } from "./wire.ts";

/** In a round every contestant has a short turn. */
const ROUNDS = 60;
/** Who needs a third of a second for an answer has few turns, and longer ones. */
export const SLOW = { every: 10, milliseconds: 600 };
export const FAST = { every: 1, milliseconds: 150 };
const WARM_UP_MILLISECONDS = 1_500;

export interface Runner {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** Of a partner: used in turn. */
  keys?: string[];
  status: number;
  pid: number;
  pace: typeof FAST;
  /** By round. */
  seen: Map<number, Turn>;
}

/** Requests a second, microseconds of CPU time a request, milliseconds. */
interface Turn {
  rate: number;
  cpu: number;
  median: number;
  p99: number;
}

/** Lets all run, round by round; what each has seen stands in it. */
export async function playAll(generator: Generator, all: Runner[]): Promise<void> {
  for (const one of all) await turn(generator, one, 0, WARM_UP_MILLISECONDS);
  for (let round = 0; round < ROUNDS; round += 1) await play(generator, all, round);
}

/** Every other round goes backwards, so that nobody always follows the same one. */
async function play(generator: Generator, all: Runner[], round: number): Promise<void> {
  for (const one of round % 2 === 0 ? all : all.toReversed()) {
    if (round % one.pace.every === 0) one.seen.set(round, await turn(generator, one, round, one.pace.milliseconds));
  }
}

async function turn(generator: Generator, runner: Runner, round: number, milliseconds: number): Promise<Turn> {
  const { url, status, pid, keys } = runner;
  const headers = { ...runner.headers, ...(keys && { authorization: `Bearer ${keys[round % keys.length]}` }) };
  // Hot means that the worker has the edition and the key: between two turns it may have to ask for them again.
  await raw(url, headers);
  const before = cpuSeconds(pid);
  const { requests, seconds, ...times } = await generator.run({ url, headers, status, milliseconds });
  return { ...times, rate: requests / seconds, cpu: ((cpuSeconds(pid) - before) * 1e6) / requests };
}

export function printTurns(runners: Runner[], bytes: number): void {
  console.log(`RSS of 50 entries, ${bytes} bytes of gzip; ${ROUNDS} rounds in turns, medians\n`);
  const of = ({ seen }: Runner, figure: keyof Turn): number => median([...seen.values()].map((turn) => turn[figure]));
  table(
    ["", "answer", "requests/s", "CPU µs/request", "median ms", "p99 ms"],
    runners.map((one) => [
      one.name,
      one.pace === SLOW ? "200, not compressed" : `${one.status}${one.status === 200 ? " gzip" : ""}`,
      of(one, "rate").toFixed(0),
      of(one, "cpu").toFixed(0),
      of(one, "median").toFixed(2),
      of(one, "p99").toFixed(2),
    ]),
  );
}

/** Round by round, the median of the quotients: what slowed one round down did so to both. */
function ratio(over: Runner, under: Runner, of: (turn: Turn) => number): number {
  const quotients: number[] = [];
  for (const [round, turn] of over.seen) {
    const other = under.seen.get(round);
    if (other) quotients.push(of(turn) / of(other));
  }
  return median(quotients);
}

/**
 * One contestant as a share of another: by requests a second, and by CPU time.
 *
 * @param aims of the two; null: the figure is told, and no aim is set
 */
export function share(name: string, over: Runner, under: Runner, aims: [number | null, number | null]): Figure[] {
  const rate = ratio(over, under, (one) => one.rate);
  const cpu = ratio(under, over, (one) => one.cpu);
  const told = (title: string, seen: number, aim: number | null): Figure =>
    aim === null ? [title, seen.toFixed(2), "–", "–"] : figure(title, seen, seen.toFixed(2), `≥ ${aim}`, seen >= aim);
  return [told(name, rate, aims[0]), told(`${name}, by CPU time`, cpu, aims[1])];
}
