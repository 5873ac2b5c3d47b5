/**
 * A thousand feeds, a hundred of which change with every story: how soon all of them have it, and what editors and readers notice
 * meanwhile. Beside it, in turns, the same of another checkout.
 */
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { type Figure, figure, median, quantile, table } from "./figures.ts";
import { cityStories } from "./many/feeds.ts";
import { playRound, pollAll, type Round } from "./many/round.ts";
import { HOMES, type Side } from "./many/sides.ts";
import { newsroom, sleep } from "./newsroom.ts";
import { cpuSeconds } from "./processes.ts";
import { withFolder } from "./workerd.ts";

const ROOT = join(import.meta.dirname, "../..");
const STORED = 60;
const ROUNDS = 5;
/** A feed is published once a second at most. Milliseconds. */
const PAUSE = 1_100;

/**
 * @param home where the services run
 * @param before another checkout, with its packages
 */
export async function benchMany(home: keyof typeof HOMES, long: boolean, before?: string): Promise<Figure[]> {
  const roots = { now: ROOT, ...(before && { before: resolve(before) }) };
  const seen = await play(HOMES[home], roots, long ? 3 * ROUNDS : ROUNDS);
  print(home, seen);
  return toFigures(home, seen);
}

/** By whose code it is. */
type Seen = Record<string, (Round & { cpu: number })[]>;

async function play(start: typeof HOMES.Node, roots: Record<string, string>, rounds: number): Promise<Seen> {
  const [stored, news] = [cityStories(STORED + rounds).slice(0, STORED), cityStories(STORED + rounds).slice(STORED)];
  const seen: Seen = Object.fromEntries(Object.keys(roots).map((name) => [name, []]));
  const sides: (Side & { name: string; tags: Map<string, string> })[] = [];
  return withFolders(Object.keys(roots), async (folders) => {
    try {
      for (const [name, root] of Object.entries(roots)) {
        const side = await start(root, folders[name] ?? "");
        sides.push({ ...side, name, tags: new Map() });
        await newsroom(side.origin).saveAll(stored);
        await newsroom(side.origin).settled();
      }
      for (const side of sides) side.tags = await pollAll(side.origin);
      for (const [round, story] of news.entries()) {
        for (const { name, origin, pid, tags } of round % 2 === 0 ? sides : sides.toReversed()) {
          await sleep(PAUSE);
          const before = cpuSeconds(pid);
          const one = await playRound(origin, story, tags);
          const cpu = cpuSeconds(pid) - before;
          seen[name]?.push({ ...one, cpu });
          const load = loadavg()[0]?.toFixed(1);
          console.log(`${name}: fresh after ${ms(one.fresh)} ms, ${cpu.toFixed(1)} s of CPU time (load ${load})`);
          await newsroom(origin).settled();
        }
      }
      return seen;
    } finally {
      for (const side of sides) await side.stop();
    }
  });
}

/** A folder for each name, as long as the work goes on. */
const withFolders = <T>(names: string[], work: (folders: Record<string, string>) => Promise<T>): Promise<T> => {
  const [name, ...rest] = names;
  if (name === undefined) return work({});
  return withFolder((folder) => withFolders(rest, (folders) => work({ ...folders, [name]: folder })));
};

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const three = (times: number[]): string =>
  `${ms(median(times))}; ${ms(quantile(times, 0.99))}; ${ms(Math.max(...times))}`;

function print(home: string, seen: Seen): void {
  table(
    [
      home,
      "all fresh, ms: median; worst",
      "CPU s",
      "the story's PUT: median; worst",
      "PUTs: p50; p99; max",
      "polls: p50; p99; max",
    ],
    Object.entries(seen).map(([name, rounds]) => {
      const [fresh, saved] = [rounds.map((one) => one.fresh), rounds.map((one) => one.saved)];
      return [
        name,
        `${ms(median(fresh))}; ${ms(Math.max(...fresh))}`,
        median(rounds.map(({ cpu }) => cpu)).toFixed(2),
        `${ms(median(saved))}; ${ms(Math.max(...saved))}`,
        three(rounds.flatMap(({ puts }) => puts)),
        three(rounds.flatMap(({ polls }) => polls)),
      ];
    }),
  );
}

function toFigures(home: string, seen: Seen): Figure[] {
  const told = (name: string, of: (rounds: Round[]) => number, most: number): Figure => {
    const [now, before] = [of(seen.now ?? []), seen.before && of(seen.before)];
    const text = `${ms(now)} ms${before === undefined ? "" : ` (${ms(before)} before)`}`;
    return figure(`${home}: ${name}`, now, text, `≤ ${most} ms`, now <= most);
  };
  return [
    told("103 of 1,010 feeds fresh after a story, median", (rounds) => median(rounds.map(({ fresh }) => fresh)), 2_000),
    told(
      "p99 of PUTs meanwhile",
      (rounds) =>
        quantile(
          rounds.flatMap(({ saved, puts }) => [saved, ...puts]),
          0.99,
        ),
      100,
    ),
    told(
      "p99 of polls meanwhile",
      (rounds) =>
        quantile(
          rounds.flatMap(({ polls }) => polls),
          0.99,
        ),
      20,
    ),
  ];
}
