/** Feeds that nobody has to define: five thousand values of a hundred thousand stories, of which two hundred are polled. */
import { statSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Article } from "../../src/article/article.ts";
import type { FeedInput } from "../../src/feed/catalog.ts";
import { type Figure, figure, quantile, table } from "./figures.ts";
import { type Instance, startInstance } from "./instance.ts";
import { loadStories, smallStories } from "./small-stories.ts";
import { random } from "./stories.ts";
import { withFolder } from "./workerd.ts";

const STORIES = 100_000;
const POLLED = 200;
/** Saved in an hour that passes as quickly as they are. */
const NEW = 1_000;
/** Of these: after them all is held that will be. */
const WARM_UP = 200;
const HOUR = 3_600_000;
const GZIP = { "accept-encoding": "gzip" };

const family = (by: "tag" | "author" | "section"): FeedInput => ({
  by,
  slug: `${by}/{value}`,
  title: "{value}",
  description: "Everything on {value}",
});

export const benchFamilies = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const clock = startClock();
    try {
      const instance = await startInstance(folder, [family("tag"), family("author"), family("section")]);
      await instance.sweep();
      const stories = [...smallStories(STORIES + NEW)];
      await loadStories(instance.db, instance.catalog, stories.slice(0, STORIES));
      const share = statSync(join(folder, "wireproof.sqlite")).size / JSON.stringify(stories).length;
      const polled = await choose(instance);
      const cold: number[] = [];
      for (const slug of polled) cold.push(await poll(instance, slug));
      // Archives of what has just been woken are made first.
      clock.pass(HOUR);
      await instance.publish();
      const before = await editions(instance);
      let [expected, memory] = [0, Number.NaN];
      const start = performance.now();
      for (const [index, story] of stories.slice(STORIES).entries()) {
        if (index === WARM_UP) memory = heap();
        clock.pass(HOUR / NEW);
        expected += await save(instance, story, polled);
        await instance.publish();
      }
      const took = performance.now() - start;
      const made = (await editions(instance)) - before;
      const grown = heap() / memory;
      console.log(
        `\n${polled.size} feeds polled of ${await count(instance, "feed")}, ${STORIES} stories; load ${loadavg()[0]?.toFixed(1)}\n`,
      );
      table(
        [
          "cold first poll, ms: p50",
          "p95",
          "most",
          "an hour's stories",
          "its editions",
          "seconds",
          "heap, after over before",
        ],
        [
          [
            quantile(cold, 0.5).toFixed(0),
            quantile(cold, 0.95).toFixed(0),
            Math.max(...cold).toFixed(0),
            NEW,
            made,
            (took / 1000).toFixed(0),
            grown.toFixed(2),
          ],
        ],
      );
      const p95 = quantile(cold, 0.95);
      return [
        figure(
          "cold first poll of a family's feed among 5,000, p95",
          p95,
          `${p95.toFixed(0)} ms`,
          "≤ 300 ms",
          p95 <= 300,
        ),
        figure(
          "editions over changed feeds that are awake",
          made / expected,
          `${made} / ${expected}`,
          "1",
          made === expected,
        ),
        ["the store over its stories' JSON", share.toFixed(1), "–", "–"],
        figure("heap after 1,000 stories over after 200", grown, grown.toFixed(2), "≤ 1.1", grown <= 1.1),
      ];
    } finally {
      clock.stop();
    }
  });

/** A clock that is set on, beside the time that passes. */
function startClock() {
  const { now } = Date;
  let ahead = 0;
  Date.now = () => now() + ahead;
  return {
    pass(milliseconds: number): void {
      ahead += milliseconds;
    },
    stop(): void {
      Date.now = now;
    },
  };
}

/** Feeds of any values, by chance. */
async function choose({ db }: Instance): Promise<Set<string>> {
  const { results } = await db.prepare("SELECT slug FROM feed ORDER BY slug").all<{ slug: string }>();
  const [next, chosen] = [random(7), new Set<string>()];
  while (chosen.size < POLLED) chosen.add(results[Math.floor(next() * results.length)]?.slug ?? "");
  return chosen;
}

/** @returns milliseconds */
async function poll(instance: Instance, slug: string): Promise<number> {
  const start = performance.now();
  const answer = await instance.ask("GET", `/feeds/${slug}.rss`, { headers: GZIP });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${slug} answered ${answer.status}`);
  return performance.now() - start;
}

/** @returns how many of the polled feeds the story stands in */
async function save(instance: Instance, { id, ...article }: Article, polled: Set<string>): Promise<number> {
  const answer = await instance.ask("PUT", `/api/articles/${id}`, { body: article });
  if (!answer.ok) throw new Error(await answer.text());
  const { feeds } = (await answer.json()) as { feeds: string[] };
  return feeds.filter((slug) => polled.has(slug)).length;
}

const count = async ({ db }: Instance, name: string): Promise<number> =>
  (await db.prepare(`SELECT count(*) AS n FROM ${name}`).first<{ n: number }>())?.n ?? 0;

const editions = (instance: Instance): Promise<number> => count(instance, "edition");

/** Bytes that are in use, once what is garbage is gone. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
