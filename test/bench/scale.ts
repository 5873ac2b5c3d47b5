/** A store of 1,000,000 articles beside one of 1,000: what a publish and a poll cost in each. */
import { join } from "node:path";
import type { Article } from "../../src/article/article.ts";
import { type Tally, takeCounts } from "./counts.ts";
import { type Figure, figure, median, ratio, table } from "./figures.ts";
import { fillPast } from "./fill.ts";
import { Generator, pin } from "./load.ts";
import { newsroom, sleep } from "./newsroom.ts";
import { cpuSeconds } from "./processes.ts";
import { stories } from "./stories.ts";
import { raw } from "./wire.ts";
import { startWorkerd, type Workerd, withFolder } from "./workerd.ts";

const SMALL = 1_000;
const LARGE = 1_000_000;
/** Publishes of one new story each; fewer than fill a page of the archive, which is work of its own. */
const PUBLISHES = 24;
const COLD_POLLS = 30;
const HOT_ROUNDS = 9;
/** A feed is published once a second at most. Milliseconds. */
const PAUSE = 1_050;

interface Side {
  articles: number;
  origin: string;
  workerd: Workerd;
  etag: string;
  publishes: Tally[];
  /** Milliseconds. */
  cold: number[];
  coldRows: number[];
  /** Microseconds of CPU time. */
  hot: number[];
}

export const benchScale = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const generator = new Generator();
    const sides: Side[] = [];
    try {
      const news = stories(50 + 1 + PUBLISHES)
        .map(({ article }) => article)
        .reverse();
      for (const articles of [SMALL, LARGE]) sides.push(await newSide(folder, articles, news.slice(0, 51)));
      // In turn, the one and the other first: what else the machine does then befalls both alike.
      for (const [turn, article] of news.slice(51).entries())
        for (const side of turn % 2 === 0 ? sides : sides.toReversed()) await publish(side, article);
      for (let turn = 0; turn < COLD_POLLS; turn += 1) for (const side of sides) await pollCold(side);
      for (let turn = 0; turn < HOT_ROUNDS; turn += 1) for (const side of sides) await pollHot(generator, side);
      print(sides);
      return toFigures(sides);
    } finally {
      generator.stop();
      for (const { workerd } of sides) await workerd.stop();
    }
  });

/** A store with a past, one edition, and the first page of the archive that is not of the past. */
async function newSide(folder: string, articles: number, news: Article[]): Promise<Side> {
  const workerd = await startWorkerd([{ name: "counted", publishes: true }], join(folder, String(articles)));
  pin(workerd.pid, 0);
  const origin = workerd.origins.counted ?? "";
  const desk = newsroom(origin);
  await desk.saveAll(news.slice(0, 50));
  await desk.settled();
  const start = performance.now();
  await fillPast(workerd.store, articles);
  console.log(`${articles} articles stored in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  await desk.saveAll(news.slice(50));
  await desk.settled();
  await sleep(PAUSE);
  await desk.settled();
  return { articles, origin, workerd, etag: "", publishes: [], cold: [], coldRows: [], hot: [] };
}

async function publish({ origin, publishes }: Side, article: Article): Promise<void> {
  await sleep(PAUSE);
  await takeCounts(origin);
  const desk = newsroom(origin);
  await desk.save(article);
  await desk.settled();
  // The publisher looks once more when all is published.
  await sleep(50);
  publishes.push((await takeCounts(origin)).publisher);
}

async function pollCold(side: Side): Promise<void> {
  await takeCounts(side.origin);
  const start = performance.now();
  const { status, headers } = await raw(`${side.origin}/feeds/all.rss`, {
    "accept-encoding": "gzip",
    "x-bench": "cold",
  });
  side.cold.push(performance.now() - start);
  if (status !== 200) throw new Error(`a poll was answered ${status}`);
  side.etag = headers.etag ?? "";
  side.coldRows.push((await takeCounts(side.origin)).requests.rowsRead);
}

async function pollHot(generator: Generator, { origin, etag, hot, workerd }: Side): Promise<void> {
  const load = { url: `${origin}/feeds/all.rss`, headers: { "if-none-match": etag }, status: 304 };
  await generator.run({ ...load, milliseconds: 100 });
  const before = cpuSeconds(workerd.pid);
  const { requests } = await generator.run({ ...load, milliseconds: 1_000 });
  hot.push(((cpuSeconds(workerd.pid) - before) * 1e6) / requests);
}

const times = ({ publishes }: Side): number[] => publishes.map(({ milliseconds }) => milliseconds);
const rows = ({ publishes }: Side): string =>
  `${median(publishes.map(({ rowsRead }) => rowsRead))} and ${median(publishes.map(({ rowsWritten }) => rowsWritten))}`;

function print(sides: Side[]): void {
  table(
    [
      "articles",
      "publish ms",
      "rows read and written",
      "binding calls",
      "cold poll ms",
      "its rows read",
      "hot 304, CPU µs",
    ],
    sides.map((side) => [
      side.articles,
      median(times(side)),
      rows(side),
      median(side.publishes.map(({ calls }) => calls)),
      median(side.cold).toFixed(1),
      median(side.coldRows),
      median(side.hot).toFixed(0),
    ]),
  );
}

function toFigures([small, large]: Side[]): Figure[] {
  if (!small || !large) throw new Error("a side is missing");
  const publishTime = ratio(times(large), times(small));
  const cold = ratio(large.cold, small.cold);
  const hot = ratio(large.hot, small.hot);
  const name = "1,000,000 articles over 1,000";
  return [
    figure(`publish time, ${name}`, publishTime, publishTime.toFixed(2), "≤ 1.3", publishTime <= 1.3),
    figure(`poll time, cold instance, ${name}`, cold, cold.toFixed(2), "≤ 1.1", cold <= 1.1),
    figure(`poll time, hot, ${name}`, hot, hot.toFixed(2), "≤ 1.1", hot <= 1.1),
    figure(
      "rows read and written per publish of a feed: 1,000; 1,000,000",
      0,
      `${rows(small)}; ${rows(large)}`,
      "equal",
      rows(small) === rows(large),
    ),
  ];
}
