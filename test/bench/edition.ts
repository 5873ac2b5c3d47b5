/**
 * One changed entry of fifty: what the publisher needs until the edition is current, verified, and compressed as it is polled,
 * beside what another checkout needs for the same, in turns, in this process.
 */
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Article } from "../../src/article/article.ts";
import { FORMATS } from "../../src/feed/feed.ts";
import { cpuTimes, type Spent } from "./cpu-times.ts";
import { type Figure, figure, median, ratio, table } from "./figures.ts";
import { type Instance, startInstance } from "./instance.ts";
import { sleep } from "./newsroom.ts";
import { stories } from "./stories.ts";
import { withFolder } from "./workerd.ts";

const WARM_UP = 8;
const ROUNDS = 24;
/** A feed is published once a second at most. Milliseconds. */
const PAUSE = 1_050;
const FEED = { slug: "all", title: "Everything", description: "All the news" };
const GZIP = { "accept-encoding": "gzip" };

interface Side {
  instance: Instance;
  spent: Spent[];
}

/** @param before another checkout, with its packages; absent: this one is measured alone */
export const benchEdition = (_long: boolean, before?: string): Promise<Figure[]> =>
  withFolder((here) =>
    withFolder(async (there) => {
      const articles = stories(50).map(({ article }) => article);
      const now = await newSide(articles, here);
      const other = before === undefined ? undefined : await newSide(articles, there, resolve(before));
      const sides = other ? [now, other] : [now];
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        const article = { ...articles[round % articles.length], title: `Change ${round}.` } as Article;
        for (const { instance } of sides) await save(instance, article);
        await sleep(PAUSE);
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
          const spent = await cpuTimes(() => side.instance.publish());
          await check(side.instance, article.title);
          if (round >= WARM_UP) side.spent.push(spent);
        }
      }
      print(now, other);
      return other ? toFigures(now, other) : [];
    }),
  );

async function newSide(articles: Article[], folder: string, root?: string): Promise<Side> {
  const instance = await startInstance(folder, [FEED], root);
  for (const article of articles) await save(instance, article);
  await instance.publish();
  for (const format of FORMATS) await instance.ask("GET", `/feeds/all.${format}`, { headers: GZIP });
  return { instance, spent: [] };
}

async function save(instance: Instance, article: Article): Promise<void> {
  const answer = await instance.ask("PUT", `/api/articles/${encodeURIComponent(article.id)}`, { body: article });
  if (!answer.ok) throw new Error(await answer.text());
}

async function check(instance: Instance, title: string): Promise<void> {
  for (const format of FORMATS) {
    const answer = await instance.ask("GET", `/feeds/all.${format}`, { headers: GZIP });
    const text = gunzipSync(await answer.arrayBuffer()).toString();
    if (!text.includes(title)) throw new Error(`${format} does not say "${title}"`);
  }
}

const KINDS = { thread: "this thread's CPU time", process: "the process's CPU time", clock: "the clock" } as const;

const timesOf = ({ spent }: Side, kind: keyof Spent): number[] => spent.map((one) => one[kind]);

function print(now: Side, other: Side | undefined): void {
  console.log(
    `50 entries, one of them changed; gzip of three formats; ${ROUNDS} rounds, load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  const row = (name: string, side: Side) => [
    name,
    ...(Object.keys(KINDS) as (keyof Spent)[]).map((kind) => median(timesOf(side, kind)).toFixed(1)),
  ];
  table(["ms, medians", ...Object.values(KINDS)], [row("now", now), ...(other ? [row("before", other)] : [])]);
}

const toFigures = (now: Side, other: Side): Figure[] =>
  (Object.entries(KINDS) as [keyof Spent, string][]).map(([kind, by]) => {
    const share = ratio(timesOf(now, kind), timesOf(other, kind));
    return figure(
      `an edition with one changed entry of 50, over before, by ${by}`,
      share,
      share.toFixed(2),
      "≤ 0.35",
      share <= 0.35,
    );
  });
