import type { Cost } from "./measure.ts";
import { Measuring } from "./measuring.ts";
import { type CostedParser, PARSERS } from "./parsers.ts";
import { shapesOf } from "./shape.ts";

export interface Scope {
  /** Bytes of the greater text; the smaller has a tenth. */
  bytes: number;
  /** For the first look; see `Order`. */
  repeat: number;
  /** Without shapes that are generated, and without comparing what takes no time. */
  short?: boolean;
}

/** One shape of text, read by one parser. */
export interface Row {
  parser: string;
  shape: string;
  /** Null: it took too long, or too much memory, to be waited for. */
  small: Cost | null;
  large: Cost | null;
  /** The greater over the smaller; infinite where that was not waited for. */
  time: number;
  memory: number;
  isOver: boolean;
}

/** Ten times the text may take so many times as long, and as much memory: a little more than ten, for no clock is exact. */
export const MOST = 15;

/** What takes less is nothing that anybody waits for, and mostly noise. Milliseconds. */
const LEAST_TIME = 0.3;
/** The collector lets so many bytes lie about before it looks at them. */
const LEAST_MEMORY = 16 * 2 ** 20;

/** So many bytes are too much of any of these texts, whatever the smaller took. */
const MOST_MEMORY = 256 * 2 ** 20;

/** For the readings of one text. Milliseconds. */
const PATIENCE = 15_000;
/** A machine is busy at times: a row is over when it is so each time. */
const ATTEMPTS = 3;
/** What takes so long is no matter of chance. Milliseconds. */
const CLEAR = 1_000;
/** Enough for the clock. Milliseconds. */
const REPEAT = 20;

/** What every parser takes for every shape, row by row. */
export async function* rows(scope: Scope): AsyncGenerator<Row> {
  const measuring = new Measuring();
  try {
    // Shape by shape: what cleaning made of one is read by several.
    for (const [grammar, parsers] of Map.groupBy(PARSERS, (parser) => parser.grammar))
      for (const shape of scope.short ? Object.keys(grammar.known) : shapesOf(grammar).keys())
        for (const parser of parsers) yield await compare(measuring, parser, shape, scope);
  } finally {
    measuring.stop();
  }
}

/** The texts of so many bytes that take a parser longest, the slowest first; those that take it too long before them. */
export async function costliest(name: string, bytes: number, count: number): Promise<string[]> {
  const parser = PARSERS.find((one) => one.name === name);
  if (!parser) throw new Error(`there is no parser of ${name}`);
  const measuring = new Measuring();
  const seen: { text: string; milliseconds: number }[] = [];
  for (const [shape, toText] of shapesOf(parser.grammar)) {
    const cost = await measuring.measure({ parser: name, shape, bytes, repeat: 0 }, COSTLY);
    seen.push({ text: toText(bytes), milliseconds: cost?.milliseconds ?? COSTLY });
  }
  measuring.stop();
  return seen
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count)
    .map(({ text }) => text);
}

/** Nothing is costlier than what took longer than this. Milliseconds. */
const COSTLY = 5_000;

/** A text of which so little is taken is not compared in the short form: what grows too fast takes longer. Milliseconds. */
const NO_TIME = 20;

async function compare(measuring: Measuring, parser: CostedParser, shape: string, scope: Scope): Promise<Row> {
  let least = scope.short ? await glance(measuring, parser, shape, scope) : undefined;
  for (let attempt = 1; attempt <= ATTEMPTS && least?.isOver !== false; attempt += 1) {
    const row = await measure(measuring, parser, shape, attempt === 1 ? scope : { ...scope, repeat: REPEAT * attempt });
    if (!least || row.time < least.time) least = row;
    if (!row.large || row.large.milliseconds > CLEAR) break;
  }
  return least as Row;
}

/** Undefined where it has to be compared. */
async function glance(
  measuring: Measuring,
  { name: parser, isBounded }: CostedParser,
  shape: string,
  { bytes, repeat }: Scope,
): Promise<Row | undefined> {
  const order = { parser, shape, repeat, bytes: isBounded ? Math.min(bytes, MAX_HEAD) : bytes };
  const first = await measuring.measure(order, PATIENCE);
  // The first reading goes by the clock, which a busy machine's other work counts on, too.
  const isSlow = first !== null && first.milliseconds > NO_TIME && first.milliseconds < CLEAR;
  const large = isSlow ? await measuring.measure({ ...order, repeat: REPEAT }, PATIENCE) : first;
  if (!large || large.milliseconds > NO_TIME || large.memory > LEAST_MEMORY) return undefined;
  return { parser, shape, small: null, large, time: 1, memory: 1, isOver: false };
}

async function measure(
  measuring: Measuring,
  { name: parser, isBounded }: CostedParser,
  shape: string,
  { bytes, repeat }: Scope,
): Promise<Row> {
  const most = isBounded ? Math.min(bytes, MAX_HEAD) : bytes;
  const order = { parser, shape, repeat };
  const cold = await measuring.measure({ ...order, bytes: most / 10 }, PATIENCE);
  // Each is read twice at least, and once more before, where it is cleaned for others.
  const limit = Math.min(PATIENCE, 2 * 2 * MOST * (cold?.milliseconds ?? 0) + 2 * repeat + 2_000);
  const first = cold && (await measuring.measure({ ...order, bytes: most }, limit));
  // Each once more, for by now all code that this shape needs is compiled.
  const warm = first && (await measuring.measure({ ...order, bytes: most / 10 }, PATIENCE));
  const small = quicker(cold, warm);
  const looksSlow = first && small && first.milliseconds > MOST * small.milliseconds && first.milliseconds < CLEAR;
  const large = looksSlow ? quicker(first, await measuring.measure({ ...order, bytes: most }, limit)) : first;
  const time =
    large && small ? large.milliseconds / Math.max(small.milliseconds, LEAST_TIME) : Number.POSITIVE_INFINITY;
  const memory = large && small ? large.memory / Math.max(small.memory, LEAST_MEMORY) : Number.POSITIVE_INFINITY;
  return {
    parser,
    shape,
    small,
    large,
    time,
    memory,
    isOver: time > MOST || memory > MOST || (large?.memory ?? 0) > MOST_MEMORY,
  };
}

/** Of two readings of one text the quicker; the first where the second was not waited for. */
const quicker = (first: Cost | null, again: Cost | null): Cost | null =>
  first && again && again.milliseconds < first.milliseconds ? again : first;

/** As much of a request's head as Node reads. Bytes. */
const MAX_HEAD = 16_000;
