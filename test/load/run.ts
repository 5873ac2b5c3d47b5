import { parseArticle } from "../../src/article/parse.ts";
import { newsroom } from "../bench/newsroom.ts";
import type { Edition } from "./editions.ts";
import { judge, type Verdict } from "./judge.ts";
import { pollUntil, type Seen, sleep } from "./poller.ts";

export interface Load {
  pollers: number;
  seconds: number;
  changesPerSecond: number;
  /** Of a poller between two polls. Milliseconds. */
  pause: number;
}

/**
 * How long a replaced edition may still be served, in milliseconds: an instance asks the store every two seconds, and polls
 * that come while it asks are served what is held, for as long again at most.
 */
export const STALE_BOUND = 4_000;

/** Articles that change; all of them stand in the feed. */
const ARTICLES = 10;

/** A service with one feed, `all`, and an empty store. */
export interface Target {
  origin: string;
  /** All its editions so far, as its store has them. */
  editions(): Promise<Edition[]>;
}

/** Pollers that fetch all formats together while the newsroom changes its articles all the time. */
export async function runLoad(
  { origin, editions }: Target,
  { pollers, seconds, changesPerSecond, pause }: Load,
): Promise<Verdict> {
  const desk = newsroom(origin);
  for (let change = 0; change < ARTICLES; change += 1) await desk.save(article(change));
  await desk.settled();
  const seen: Seen = { sights: [], statuses: new Map(), faults: [] };
  const savedAt: (number | undefined)[] = [];
  const end = Date.now() + seconds * 1000;
  const saving = saveUntil(end, 1000 / changesPerSecond, async (change) => {
    await desk.save(article(change)).catch((error) => seen.faults.push(`change ${change}: ${error}`));
    savedAt[change] = Date.now();
  });
  await Promise.all(Array.from({ length: pollers }, (_, index) => pollUntil(end, origin, index, pause, seen)));
  await saving;
  await desk.settled();
  return judge(seen, await editions(), savedAt);
}

/** Changes on time, without waiting for one another, as desks do. */
async function saveUntil(end: number, every: number, save: (change: number) => Promise<void>): Promise<void> {
  const saves: Promise<void>[] = [];
  const start = Date.now();
  for (let change = ARTICLES; Date.now() < end; change += 1) {
    saves.push(save(change));
    await sleep(Math.max(0, start + (change - ARTICLES + 1) * every - Date.now()));
  }
  await Promise.all(saves);
}

function article(change: number) {
  const id = `n${change % ARTICLES}`;
  const parsed = parseArticle({
    id,
    url: `https://gazette.example/${id}`,
    title: `Change ${change}`,
    content_html: `<p>${"All that is known of it so far. ".repeat(10)}</p>`,
    published_at: new Date(Date.UTC(2026, 0, 1, change % ARTICLES)).toISOString(),
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
}
