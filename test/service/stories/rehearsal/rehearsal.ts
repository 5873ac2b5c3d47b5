import { inject } from "vitest";
import { type LogEntry, logTo } from "../../../../src/service/log.ts";
import { migrate } from "../../../../src/service/store/apply-migrations.ts";
import { here } from "../../../homes/here.ts";
import { Chance } from "./chance.ts";
import { countEditions, Desk } from "./desk.ts";
import { Edge } from "./edge.ts";
import { Readers } from "./readers.ts";
import { Simulation } from "./simulation.ts";
import { TROUBLES, type Troubles } from "./troubles.ts";
import { Watch } from "./watch.ts";

export interface Rehearsed {
  minutes: number;
  editions: number;
  /** Of the worker, for readers. */
  runs: number;
  watch: Watch;
  purges: Edge["purges"];
  logged: LogEntry[];
}

const START = Date.UTC(2026, 5, 1, 8);

/** Between two moments of the rehearsal, at which somebody asks for something. Milliseconds. */
const STEP = 100;
/** Each makes two editions or three: 60 a minute. Milliseconds. */
const CHANGE_EVERY = 2_500;
/** Milliseconds. */
const TAKE_BACK_EVERY = 30_000;
/** So long before a story is taken back, everybody reads it once more. Milliseconds. */
const READ_BEFORE = 4_000;
/** For so long after it, whoever got it asks again every second. Milliseconds. */
const WATCHED = 40_000;

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After the last change: how often everybody asks again, and for how long. Two tiers may have kept a month one after the other. */
const AFTERWARDS = [
  [SECOND, 30 * SECOND],
  [10 * SECOND, 3 * MINUTE],
  [MINUTE, 10 * MINUTE],
  [10 * MINUTE, 2 * HOUR],
  [HOUR, DAY],
  [DAY, 62 * DAY],
] as const;

/** Minutes of a newsroom at work, and then months of nothing but readers. */
export async function rehearse(seed: number, minutes: number, troubles: Troubles = TROUBLES): Promise<Rehearsed> {
  await here.reset();
  await migrate(here.db, inject("migrations"));
  const simulation = new Simulation(START);
  const logged: LogEntry[] = [];
  logTo((entry) => void logged.push(entry));
  try {
    return await perform(simulation, { seed, minutes, troubles, logged });
  } finally {
    logTo();
    simulation.end();
  }
}

async function perform(
  simulation: Simulation,
  { seed, minutes, troubles, logged }: { seed: number; minutes: number; troubles: Troubles; logged: LogEntry[] },
): Promise<Rehearsed> {
  const chance = new Chance(seed);
  const watch = new Watch();
  const edge = new Edge(simulation, chance, troubles);
  const desk = new Desk(edge, chance);
  const readers = new Readers({ edge, desk, watch }, chance);
  await edge.sweep();
  await desk.stock();
  await simulation.pass(20 * SECOND);
  const before = await countEditions();
  const runsBefore = edge.runs;

  let isEaten = false;
  let next = desk.choose();
  for (let time = 0; time < minutes * MINUTE; time += STEP) {
    const at = (every: number, offset = 0) => time % every === (every + offset) % every;
    if (at(MINUTE)) {
      isEaten = chance.of(troubles.eatenMinutes);
      edge.sweep();
    }
    if (isEaten && at(SECOND)) edge.cache.rate.empty();
    if (at(CHANGE_EVERY)) desk.change();
    if (at(5 * SECOND)) await simulation.run(() => readers.look());
    if (at(TAKE_BACK_EVERY, -READ_BEFORE)) {
      next = desk.choose();
      readers.readAll();
    }
    if (at(TAKE_BACK_EVERY, -READ_BEFORE / 2)) readers.askAgain([next.marker]);
    if (at(TAKE_BACK_EVERY) && time > 0) {
      const story = next;
      desk.takeBack(story).then(() => watch.takeBack(story.marker));
    }
    const taken = [...watch.taken.values()];
    if (at(SECOND)) readers.askAgain(taken.filter((one) => Date.now() - one.at < WATCHED).map(({ marker }) => marker));
    if (at(10 * SECOND)) readers.askAgain(taken.map(({ marker }) => marker));
    readers.poll();
    await simulation.pass(STEP);
  }
  const editions = (await countEditions()) - before;
  const runs = edge.runs - runsBefore;

  const markers = [...watch.taken.keys()];
  let passed = 0;
  for (const [step, until] of AFTERWARDS) {
    for (; passed < until; passed += step) {
      readers.askAgain(markers);
      if (step >= MINUTE) edge.sweep();
      await simulation.pass(step);
    }
  }
  return { minutes, editions, runs, watch, purges: edge.purges, logged };
}
