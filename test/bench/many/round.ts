import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Article } from "../../../src/article/article.ts";
import { FORMATS } from "../../../src/feed/feed.ts";
import { newsroom, sleep } from "../newsroom.ts";
import { type Answer, raw } from "../wire.ts";
import { otherStory, TOUCHED } from "./feeds.ts";

/** Milliseconds. */
const PUT_EVERY = 200;
const POLL_EVERY = 20;
/** Between two looks at whether a feed has the story. Milliseconds. */
const LOOK_EVERY = 5;
/** Whoever is not fresh by then never is. Milliseconds. */
const PATIENCE = 300_000;
const GZIP = { "accept-encoding": "gzip" };

/** What was seen of one story, all in milliseconds. */
export interface Round {
  /** Until every feed's document had it, from when it was sent. */
  fresh: number;
  /** Until it was acknowledged. */
  saved: number;
  /** Of other stories meanwhile: until each was acknowledged. */
  puts: number[];
  /** Of polls meanwhile, every other one conditional. */
  polls: number[];
}

/** Polls every document that the stories stand in, as its readers do. @returns the tags, by path */
export async function pollAll(origin: string): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  for (const slug of TOUCHED) {
    for (const format of FORMATS) {
      const path = `/feeds/${slug}.${format}`;
      tags.set(path, tagOf(await poll(origin + path)));
    }
  }
  return tags;
}

/**
 * Sends a story, and waits until it stands in all feeds that it is to stand in, while other stories are sent and documents polled.
 *
 * @param tags as they were last seen; those that change are renewed
 */
export async function playRound(origin: string, story: Article, tags: Map<string, string>): Promise<Round> {
  const desk = newsroom(origin);
  const paths = [...tags.keys()];
  let isOver = false;
  let others = 0;
  let polled = 0;
  const puts = every(
    PUT_EVERY,
    () => isOver,
    () => desk.save({ ...otherStory(others++), summary: story.title }),
  );
  const polls = every(
    POLL_EVERY,
    () => isOver,
    async () => {
      const path = paths[polled % paths.length] ?? "";
      const tag = polled % 2 === 0 ? tags.get(path) : undefined;
      polled += 1;
      const answer = await poll(origin + path, tag);
      if (answer.status === 200) tags.set(path, tagOf(answer));
    },
  );
  const start = performance.now();
  const saving = desk.save(story).then(() => performance.now() - start);
  const looking = untilFresh(origin, story.title, tags)
    .then(() => performance.now() - start)
    .finally(() => {
      isOver = true;
    });
  const [fresh, saved, ...times] = await Promise.all([looking, saving, puts, polls]);
  return { fresh, saved, puts: times[0], polls: times[1] };
}

async function untilFresh(origin: string, title: string, tags: Map<string, string>): Promise<void> {
  const waiting = new Map(TOUCHED.map((slug) => `/feeds/${slug}.rss`).map((path) => [path, tags.get(path)]));
  for (const end = performance.now() + PATIENCE; waiting.size > 0; ) {
    for (const [path, tag] of waiting) {
      if (performance.now() > end) throw new Error(`${waiting.size} feeds never had the story`);
      const answer = await poll(origin + path, tag);
      if (answer.status === 200) {
        waiting.set(path, tagOf(answer));
        if (String(await unpack(answer.body)).includes(title)) waiting.delete(path);
      }
      await sleep(LOOK_EVERY);
    }
  }
}

const unpack = promisify(gunzip);

const tagOf = ({ headers }: Answer): string => headers.etag ?? "";

async function poll(url: string, tag?: string): Promise<Answer> {
  const answer = await raw(url, { ...GZIP, ...(tag && { "if-none-match": tag }) });
  if (answer.status !== 200 && answer.status !== 304) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/**
 * Does something at this interval, whether or not what came before is done.
 *
 * @returns how long each took, in milliseconds, once all have ended
 */
async function every(interval: number, isOver: () => boolean, work: () => Promise<void>): Promise<number[]> {
  const begun: Promise<number>[] = [];
  for (let due = performance.now(); !isOver(); due += interval) {
    await sleep(Math.max(0, due - performance.now()));
    const start = performance.now();
    const took = work().then(() => performance.now() - start);
    // What fails is told once all have ended.
    took.catch(() => undefined);
    begun.push(took);
  }
  return Promise.all(begun);
}
