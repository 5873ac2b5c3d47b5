/** What one of each takes: rows and messages counted, CPU time as Linux counts it of workerd, its SQLite included. */
import type { Article } from "../../../src/article/article.ts";
import { type Tally, takeCounts } from "../counts.ts";
import { median } from "../figures.ts";
import { CONNECTIONS, Generator, pin } from "../load.ts";
import { type Newsroom, newsroom, sleep } from "../newsroom.ts";
import { cpuSeconds } from "../processes.ts";
import { stories } from "../stories.ts";
import { raw } from "../wire.ts";
import { startWorkerd } from "../workerd.ts";
import type { Work, Works } from "./designs.ts";

const GZIP = { "accept-encoding": "gzip" };
const PATH = "/feeds/all.rss";
/** All in all, with the one that has the stories. */
const FEEDS = 50;
const EDITIONS = 9;
const SWEEPS = 5;
const ROUNDS = 5;
/** Within this a change is published, and an answer's afterwork done. Milliseconds. */
const SETTLED = 2_500;
/** Milliseconds. */
const LOAD = 2_000;
/** Each is a row of the audience. */
const READERS = ["Feedly/1.0", "NewsBlur/1.0", "Feedbin/1.0", "Inoreader/1.0", "BazQux/1.0"];

/** @param folder for the store */
export async function measureWorks(folder: string): Promise<Works> {
  const workerd = await startWorkerd([{ name: "counted", publishes: true, bindings: { FEEDS: FEEDS - 1 } }], folder);
  const generator = new Generator();
  pin(workerd.pid, 0);
  try {
    const [origin, cpu] = [workerd.origins.counted ?? "", () => cpuSeconds(workerd.pid) * 1000];
    const desk = newsroom(origin);
    const [first, ...others] = stories(50).map(({ article }) => article);
    if (!first) throw new Error("no story");
    await desk.saveAll([first, ...others]);
    await desk.settled();
    for (const format of ["rss", "atom", "json"]) await raw(`${origin}/feeds/all.${format}`, GZIP);
    return {
      ...(await polls(generator, origin, cpu)),
      ...(await cold(origin, cpu)),
      ...(await audience(origin)),
      edition: await edition(origin, desk, first, cpu),
      sweep: await sweep(origin, cpu),
    };
  } finally {
    generator.stop();
    await workerd.stop();
  }
}

async function polls(
  generator: Generator,
  origin: string,
  cpu: () => number,
): Promise<Pick<Works, "unchanged" | "whole">> {
  const { etag = "" } = (await raw(origin + PATH, GZIP)).headers;
  const load = async (status: number, headers: Record<string, string>): Promise<Work> => {
    const run = { url: origin + PATH, status, headers, connections: CONNECTIONS };
    await generator.run({ ...run, milliseconds: LOAD / 4 });
    const before = cpu();
    const { requests } = await generator.run({ ...run, milliseconds: LOAD });
    return work({ cpu: (cpu() - before) / requests });
  };
  return { whole: await load(200, GZIP), unchanged: await load(304, { ...GZIP, "if-none-match": etag }) };
}

/** Rows by the statements of an instance that knows nothing yet. */
async function cold(origin: string, cpu: () => number): Promise<Pick<Works, "confirmed" | "fetched" | "noted">> {
  await sleep(SETTLED);
  await takeCounts(origin);
  await raw(origin + PATH, { ...GZIP, "x-bench": "cold" });
  await sleep(SETTLED);
  const { requests } = await takeCounts(origin);
  const noted = /\b(?:polled|awake_until)\b/;
  const fetched = /\bdocument\b/;
  return {
    confirmed: {
      ...rowsOf(requests, (sql) => !noted.test(sql) && !fetched.test(sql)),
      cpu: await confirming(origin, cpu),
    },
    fetched: rowsOf(requests, (sql) => !noted.test(sql) && fetched.test(sql)),
    noted: rowsOf(requests, (sql) => noted.test(sql)),
  };
}

/** What a poll takes more that asks the store which edition is current: feeds are polled when it is time to, and once more at once. */
async function confirming(origin: string, cpu: () => number): Promise<number> {
  const poll = async (): Promise<number> => {
    const before = cpu();
    for (let feed = 0; feed < FEEDS - 1; feed += 1) await raw(`${origin}/feeds/empty-${feed}.rss`, GZIP);
    return (cpu() - before) / (FEEDS - 1);
  };
  const seen: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await sleep(SETTLED);
    const [asked, hot] = [await poll(), await poll()];
    if (round > 0) seen.push(asked - hot);
  }
  return Math.max(0, median(seen));
}

/** The sweep takes the counts that stand in memory to the store, as a poll does. */
async function audience(origin: string): Promise<Pick<Works, "flushes" | "counts">> {
  await raw(`${origin}/bench/sweep`);
  await takeCounts(origin);
  for (const reader of READERS) await raw(origin + PATH, { ...GZIP, "user-agent": reader });
  await raw(`${origin}/bench/sweep`);
  const { requests, publisher } = await takeCounts(origin);
  const counts = /INSERT INTO audience /;
  const others = /INSERT INTO audience_/;
  const all = { statements: { ...requests.statements, ...publisher.statements } };
  const { read, written } = rowsOf(all, (sql) => counts.test(sql));
  return {
    flushes: rowsOf(all, (sql) => others.test(sql)),
    counts: work({ read: read / READERS.length, written: written / READERS.length }),
  };
}

async function edition(origin: string, desk: Newsroom, article: Article, cpu: () => number): Promise<Work> {
  const seen: Work[] = [];
  for (let turn = 0; turn < EDITIONS; turn += 1) {
    await takeCounts(origin);
    const before = cpu();
    await desk.save({ ...article, title: `Change ${turn}.` });
    await sleep(SETTLED);
    const took = cpu() - before;
    const { requests, publisher } = await takeCounts(origin);
    if (publisher.rowsWritten === 0) throw new Error("nothing was published in time");
    seen.push(added([requests, publisher], took));
  }
  return medians(seen);
}

async function sweep(origin: string, cpu: () => number): Promise<Work> {
  const seen: Work[] = [];
  for (let turn = 0; turn < SWEEPS; turn += 1) {
    await takeCounts(origin);
    const before = cpu();
    await raw(`${origin}/bench/sweep`);
    const took = cpu() - before;
    const { requests, publisher } = await takeCounts(origin);
    seen.push(added([requests, publisher], took));
  }
  return medians(seen);
}

const work = (some: Partial<Work>): Work => ({ cpu: 0, read: 0, written: 0, messages: 0, ...some });

function rowsOf({ statements }: Pick<Tally, "statements">, isWanted: (sql: string) => boolean): Work {
  const rows = Object.entries(statements).filter(([sql]) => isWanted(sql));
  if (rows.length === 0) throw new Error("no statement of the kind was seen");
  const sum = (of: 0 | 1): number => rows.reduce((total, [, counts]) => total + counts[of], 0);
  return work({ read: sum(0), written: sum(1) });
}

const added = (tallies: Tally[], cpu: number): Work => {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    cpu,
    read: sum(({ rowsRead }) => rowsRead),
    written: sum(({ rowsWritten }) => rowsWritten),
    messages: sum(({ messages }) => messages),
  };
};

function medians(seen: Work[]): Work {
  const of = (one: keyof Work): number => median(seen.map((work) => work[one]));
  return { cpu: of("cpu"), read: of("read"), written: of("written"), messages: of("messages") };
}
