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
/** The first one. Milliseconds. */
const TAKE_BACK_FIRST = 15_000;
/** So long before a story is taken back, everybody reads it once more. Milliseconds. */
const READ_BEFORE = 4_000;
/** For so long after it, whoever got it asks again every second or so. Milliseconds. */
const WATCHED = 45_000;
/** Who asks at a moment, of those who ask every second or so. */
const EVERY_SECOND = STEP / 1_000;

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * After the last change: how often everybody asks again, and until when. Two tiers may keep an answer for a month, one after the
 * other.
 */
const AFTERWARDS = [
  [STEP, 20 * SECOND],
  [20 * SECOND, 3 * MINUTE],
  [MINUTE, 12 * MINUTE],
  [30 * MINUTE, 2 * HOUR],
  [4 * HOUR, DAY],
  [DAY, 62 * DAY],
] as const;

/** Everybody who takes part. */
interface Cast {
  simulation: Simulation;
  chance: Chance;
  edge: Edge;
  desk: Desk;
  readers: Readers;
  watch: Watch;
}

/** Minutes of a newsroom at work, and then nothing but readers, for as long as they might get what was taken back. */
export async function rehearse(seed: number, minutes: number, troubles: Troubles = TROUBLES): Promise<Rehearsed> {
  await here.reset();
  await migrate(here.db, inject("migrations"));
  const simulation = new Simulation(START);
  const logged: LogEntry[] = [];
  logTo((entry) => void logged.push(entry));
  try {
    const cast = assemble(simulation, new Chance(seed), troubles);
    const { edge, desk, watch } = cast;
    await edge.sweep();
    await desk.stock();
    await simulation.pass(20 * SECOND);
    const before = { editions: await countEditions(), runs: edge.runs };
    for (let time = 0; time < minutes * MINUTE; time += STEP) await act(cast, time, troubles);
    const [editions, runs] = [(await countEditions()) - before.editions, edge.runs - before.runs];
    await readOn(cast);
    return { minutes, editions, runs, watch, purges: edge.purges, logged };
  } finally {
    logTo();
    simulation.end();
  }
}

function assemble(simulation: Simulation, chance: Chance, troubles: Troubles): Cast {
  const watch = new Watch();
  const edge = new Edge(simulation, chance, troubles);
  const desk = new Desk(edge, chance);
  return { simulation, chance, edge, desk, watch, readers: new Readers({ edge, desk, watch }, chance) };
}

/** What happens at a moment of a newsroom at work. */
async function act(
  { simulation, chance, edge, desk, readers, watch }: Cast,
  time: number,
  { eatenEvery, rests, rest }: Troubles,
): Promise<void> {
  const isTime = (every: number, first = 0) => time % every === first;
  const isTakenBackIn = (ahead: number) => isTime(TAKE_BACK_EVERY, TAKE_BACK_FIRST - ahead);
  if (isTime(MINUTE)) {
    edge.sweep();
    edge.rivals = (time / MINUTE) % eatenEvery === eatenEvery - 1;
  }
  if (isTime(SECOND)) edge.compete();
  if (isTime(CHANGE_EVERY)) desk.change();
  if (isTime(5 * SECOND)) await simulation.run(() => readers.look());
  if (isTakenBackIn(READ_BEFORE)) readers.readAll(desk.choose());
  if (isTakenBackIn(READ_BEFORE / 2)) readers.askAgain([desk.chosen.marker]);
  if (isTakenBackIn(0)) {
    desk.takeBack().then(({ marker }) => watch.takeBack(marker));
    if (chance.of(rests)) edge.rest(chance.between(...rest));
  }
  readers.askAgain(watch.takenSince(Date.now() - WATCHED), EVERY_SECOND);
  if (isTime(15 * SECOND)) readers.askAgain(watch.takenSince(START));
  readers.poll();
  await simulation.pass(STEP);
}

async function readOn({ simulation, edge, readers, watch }: Cast): Promise<void> {
  let passed = 0;
  for (const [step, until] of AFTERWARDS) {
    for (; passed < until; passed += step) {
      const isGone = step > STEP && !watch.isIn(edge.cache.living());
      // Nobody waits for days for what is gone from the cache; what isolates remember is asked for a little longer.
      if (isGone && step > HOUR) return;
      if (step >= MINUTE) edge.sweep();
      readers.askAgain(watch.takenSince(START), isGone || step === STEP ? EVERY_SECOND : 1);
      await simulation.pass(step);
    }
  }
}
