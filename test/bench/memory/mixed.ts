/** The worker's resident memory under mixed load: every format and coding, 304s, deltas, pages, and a newsroom that writes. */
import { type Figure, figure, median, table } from "../figures.ts";
import { type Newsroom, newsroom, sleep } from "../newsroom.ts";
import { rss } from "../processes.ts";
import { random, stories } from "../stories.ts";
import { raw } from "../wire.ts";
import { startWorkerd, withFolder } from "../workerd.ts";

const POLLERS = 16;
/** Between two saves; every tenth is a new story, the others are corrections. Milliseconds. */
const SAVE_EVERY = 500;
/** Milliseconds. */
const SAMPLE_EVERY = 1_000;
/** Memory is flat when it ends at most so much above where it was after the first third. */
const FLAT = 1.1;

const PATHS = [
  "/feeds/all.rss",
  "/feeds/all.atom",
  "/feeds/all.json",
  "/feeds/all.rss?_=1",
  "/feeds/all",
  "/feeds/all/archive/1.rss",
];
const CODINGS = ["gzip", "br", "gzip, deflate", "identity", ""];

export const mixedLoad = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const seconds = long ? 600 : 45;
    const workerd = await startWorkerd([{ name: "ours", publishes: true }], folder);
    try {
      const origin = workerd.origins.ours ?? "";
      const desk = newsroom(origin);
      const all = stories(200)
        .map(({ article }) => article)
        .reverse();
      await desk.saveAll(all.slice(0, 110));
      await desk.settled();
      const start = rss(workerd.pid);
      const end = Date.now() + seconds * 1000;
      const samples: number[] = [];
      const [polls] = await Promise.all([
        Promise.all(Array.from({ length: POLLERS }, (_, index) => pollUntil(end, origin, random(index)))),
        write(end, desk, all),
        sample(end, workerd.pid, samples),
      ]);
      return told(
        start,
        samples,
        seconds,
        polls.reduce((sum, count) => sum + count, 0),
      );
    } finally {
      await workerd.stop();
    }
  });

async function pollUntil(end: number, origin: string, next: () => number): Promise<number> {
  const pick = <T>(list: T[]): T | undefined => list[Math.floor(next() * list.length)];
  const etags = new Map<string, string>();
  let polls = 0;
  for (; Date.now() < end; polls += 1) {
    const path = pick(PATHS) ?? "";
    const etag = next() < 0.7 ? etags.get(path) : undefined;
    const answer = await raw(origin + path, {
      "accept-encoding": pick(CODINGS) ?? "",
      ...(etag !== undefined && { "if-none-match": etag }),
      ...(next() < 0.5 && { "a-im": "feed" }),
    });
    if (answer.status >= 400) throw new Error(`${path} was answered ${answer.status}`);
    // An old tag is kept now and then, and asks for a delta of more than the latest change.
    if (answer.headers.etag !== undefined && next() < 0.5) etags.set(path, answer.headers.etag);
  }
  return polls;
}

async function write(end: number, desk: Newsroom, all: Parameters<Newsroom["saveAll"]>[0]): Promise<void> {
  for (let turn = 0; Date.now() < end; turn += 1) {
    const article = all[(turn % 10 === 0 ? 110 + turn / 10 : 60 + (turn % 50)) % all.length];
    if (article) await desk.save({ ...article, title: `${article.title.slice(0, 80)}, take ${turn}` });
    await sleep(SAVE_EVERY);
  }
}

async function sample(end: number, pid: number, samples: number[]): Promise<void> {
  for (; Date.now() < end; await sleep(SAMPLE_EVERY)) samples.push(rss(pid));
}

function told(start: number, samples: number[], seconds: number, polls: number): Figure[] {
  const part = (from: number, to: number): number =>
    median(samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
  const [third, last] = [part(0.3, 0.4), part(0.9, 1)];
  table(
    ["resident memory of workerd, its SQLite included", "MB"],
    [
      ["before", start],
      ["after a third", third],
      ["in the middle", part(0.45, 0.55)],
      ["after two thirds", part(0.6, 0.7)],
      ["at the end", last],
      ["at most", Math.max(...samples)],
    ].map(([when, megabytes]) => [when ?? "", Number(megabytes).toFixed(0)]),
  );
  const name = `memory, ${polls} mixed polls in ${seconds} s: from a third to the end`;
  const grown = last / third;
  const text = `${third.toFixed(0)} MB, then ${last.toFixed(0)} MB: ${grown.toFixed(2)}`;
  // A worker that has just begun has not yet filled its memory.
  if (seconds < 600) return [[name, text, "tells with --long", "–"]];
  return [figure(name, grown, text, `flat: ≤ ${FLAT}`, grown <= FLAT)];
}
