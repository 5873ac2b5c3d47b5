/** What a poll asks of the store, and what it sends. */
import { takeCounts } from "./counts.ts";
import { type Figure, figure, table } from "./figures.ts";
import { Generator, pin } from "./load.ts";
import { newsroom, sleep } from "./newsroom.ts";
import { stories } from "./stories.ts";
import { type Answer, raw } from "./wire.ts";
import { startWorkerd, withFolder } from "./workerd.ts";

const GZIP = { "accept-encoding": "gzip" };
const COLD = { ...GZIP, "x-bench": "cold" };
/** Until a hot instance has asked which edition is current. Milliseconds. */
const CAUGHT_UP = 4_000;

export const benchCalls = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const workerd = await startWorkerd([{ name: "counted", publishes: true }], folder);
    const generator = new Generator();
    pin(workerd.pid, 0);
    try {
      const origin = workerd.origins.counted ?? "";
      const desk = newsroom(origin);
      const [latest, ...earlier] = stories(51);
      if (!latest) throw new Error("no story");
      await desk.saveAll(earlier.map(({ article }) => article));
      await desk.settled();

      const whole = await poll("cold 200 gzip", origin, COLD, 200);
      const { etag = "" } = whole.answer.headers;
      const unchanged = await poll("cold 304", origin, { ...COLD, "if-none-match": etag }, 304);
      const hot = await hotCalls(generator, origin, etag, long ? 60_000 : 6_000);

      await desk.save(latest.article);
      await desk.settled();
      await sleep(CAUGHT_UP);
      await raw(`${origin}/feeds/all.rss`, GZIP);
      const since = { ...GZIP, "a-im": "feed", "if-none-match": etag };
      const delta = await poll("226: 1 new of 50, gzip, its first time", origin, since, 226);
      const current = await poll("200 gzip, hot", origin, GZIP, 200);
      print([whole, unchanged, delta, current]);
      return toFigures(whole, unchanged, hot, delta.answer.wireBytes / current.answer.wireBytes);
    } finally {
      generator.stop();
      await workerd.stop();
    }
  });

interface Poll {
  name: string;
  answer: Answer;
  calls: number;
  rowsRead: number;
}

async function poll(name: string, origin: string, headers: Record<string, string>, status: number): Promise<Poll> {
  await takeCounts(origin);
  const answer = await raw(`${origin}/feeds/all.rss`, headers);
  if (answer.status !== status) throw new Error(`${name}: the answer was ${answer.status}`);
  const { calls, rowsRead } = (await takeCounts(origin)).requests;
  return { name, answer, calls, rowsRead };
}

interface Hot {
  seconds: number;
  polls: number;
  calls: number;
}

/** Full load on one feed: half the time for the document, half for 304s. */
async function hotCalls(generator: Generator, origin: string, etag: string, milliseconds: number): Promise<Hot> {
  const load = { url: `${origin}/feeds/all.rss`, milliseconds: milliseconds / 2 };
  await generator.run({ ...load, headers: GZIP, status: 200, milliseconds: 500 });
  await takeCounts(origin);
  const whole = await generator.run({ ...load, headers: GZIP, status: 200 });
  const unchanged = await generator.run({ ...load, headers: { ...GZIP, "if-none-match": etag }, status: 304 });
  const { calls } = (await takeCounts(origin)).requests;
  return { seconds: whole.seconds + unchanged.seconds, polls: whole.requests + unchanged.requests, calls };
}

function print(polls: Poll[]): void {
  table(
    ["answer", "bytes on the wire", "of them body", "binding calls", "rows read"],
    polls.map(({ name, answer, calls, rowsRead }) => [name, answer.wireBytes, answer.body.byteLength, calls, rowsRead]),
  );
}

function toFigures(whole: Poll, unchanged: Poll, hot: Hot, share: number): Figure[] {
  const every = hot.seconds / hot.calls;
  const wire = unchanged.answer.wireBytes;
  return [
    figure("binding calls of a cold instance: 304", unchanged.calls, `${unchanged.calls}`, "1", unchanged.calls === 1),
    figure("binding calls of a cold instance: 200", whole.calls, `${whole.calls}`, "2", whole.calls === 2),
    figure(
      "binding calls, hot, at full load",
      every,
      `${hot.calls} for ${hot.polls} polls in ${hot.seconds.toFixed(0)} s: one every ${every.toFixed(1)} s`,
      "≤ 1 a feed every few seconds",
      every >= 1,
    ),
    figure("bytes on the wire of a 304", wire, `${wire}`, "≤ 400", wire <= 400),
    figure("delta of 1 new of 50 over the full gzip", share, `1/${(1 / share).toFixed(1)}`, "≤ 1/15", share <= 1 / 15),
  ];
}
