/** Ten thousand definitions beside ten: what each of the service's works takes of this thread's CPU time, in turns. */
import { loadavg } from "node:os";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { cpuTimes } from "./cpu-times.ts";
import { type Figure, figure, median, ratio, table } from "./figures.ts";
import { type Instance, startInstance } from "./instance.ts";
import { sleep } from "./newsroom.ts";
import { stories } from "./stories.ts";
import { withFolder } from "./workerd.ts";

const FEW = 10;
const MANY = 10_000;
const ROUNDS = 15;
const WARM_UP = 3;
/** A feed is published once a second at most. Milliseconds. */
const PAUSE = 1_050;
const HOT_POLLS = 500;
const PATH = "/feeds/topic-0.rss";
const GZIP = { "accept-encoding": "gzip" };

/** Each by the name of what was done, milliseconds by round. */
type Times = Record<"publish" | "cold" | "hot" | "sweep" | "save", number[]>;

interface Side {
  definitions: number;
  instance: Instance;
  times: Times;
}

/** The aims; what has none is told. */
const WORKS: [keyof Times, string, number | null][] = [
  ["publish", "publish of one feed", 1.2],
  ["cold", "cold poll", 1.2],
  ["hot", "hot poll", 1.2],
  ["sweep", "sweep", 1.2],
  ["save", "save of a story", null],
];

export const benchDefinitions = (): Promise<Figure[]> =>
  withFolder((few) =>
    withFolder(async (many) => {
      const sides = [await newSide(few, FEW), await newSide(many, MANY)];
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        await sleep(PAUSE);
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) await play(side, round);
      }
      print(sides);
      return toFigures(sides);
    }),
  );

/** Fifty stories stand in its first feed, and none in the others. */
async function newSide(folder: string, definitions: number): Promise<Side> {
  const start = performance.now();
  const instance = await startInstance(
    folder,
    Array.from({ length: definitions }, (_, index) => definition(index)),
  );
  for (const { article } of stories(50)) await save(instance, { ...article, tags: [tagOf(0)] });
  await instance.publish();
  await instance.ask("GET", PATH, { headers: GZIP });
  console.log(`${definitions} feeds published in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { definitions, instance, times: { publish: [], cold: [], hot: [], sweep: [], save: [] } };
}

const tagOf = (index: number): string => `Topic ${index}`;

const definition = (index: number): DefinitionInput => ({
  slug: `topic-${index}`,
  title: tagOf(index),
  description: "All the news",
  select: { any: [{ tag: tagOf(index) }] },
});

async function play({ instance, times }: Side, round: number): Promise<void> {
  const [story] = stories(1, 100 + round);
  const note = async (name: keyof Times, work: () => Promise<unknown>): Promise<void> => {
    const { thread } = await cpuTimes(work);
    if (round >= WARM_UP) times[name].push(thread);
  };
  await note("save", () => save(instance, { ...story?.article, id: `new-${round}`, tags: [tagOf(0)] }));
  await note("publish", () => instance.publish());
  await note("sweep", () => instance.sweep());
  instance.forget();
  await note("cold", () => poll(instance, 200));
  const etag = (await poll(instance, 200)).headers.get("etag") ?? "";
  await note("hot", async () => {
    for (let polls = 0; polls < HOT_POLLS; polls += 1) await poll(instance, 304, etag);
  });
}

async function save(instance: Instance, article: { id?: string; url?: string; tags: string[] }): Promise<void> {
  const path = `/api/articles/${encodeURIComponent(article.id ?? "")}`;
  const url = `https://gazette.example/${encodeURIComponent(article.id ?? "")}`;
  const answer = await instance.ask("PUT", path, { body: { ...article, url } });
  if (!answer.ok) throw new Error(await answer.text());
}

async function poll(instance: Instance, status: number, etag?: string): Promise<Response> {
  const answer = await instance.ask("GET", PATH, { headers: { ...GZIP, ...(etag && { "if-none-match": etag }) } });
  if (answer.status !== status) throw new Error(`a poll was answered ${answer.status}`);
  return answer;
}

function print(sides: Side[]): void {
  console.log(`\nCPU ms of this thread, medians of ${ROUNDS} rounds; load ${loadavg()[0]?.toFixed(1)}\n`);
  table(
    ["definitions", ...WORKS.map(([, name]) => (name === "hot poll" ? `${HOT_POLLS} hot polls` : name))],
    sides.map(({ definitions, times }) => [definitions, ...WORKS.map(([work]) => median(times[work]).toFixed(2))]),
  );
}

const toFigures = ([few, many]: Side[]): Figure[] =>
  WORKS.map(([work, name, aim]) => {
    const seen = ratio(many?.times[work] ?? [], few?.times[work] ?? []);
    const title = `${name}, 10,000 definitions over 10, by CPU time`;
    return aim === null
      ? [title, seen.toFixed(2), "–", "–"]
      : figure(title, seen, seen.toFixed(2), `≤ ${aim}`, seen <= aim);
  });
