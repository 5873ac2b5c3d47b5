import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type NodeService, startNode } from "../../e2e/node-service.ts";
import { TOKEN } from "../../e2e/token.ts";
import { freePort } from "../../free-port.ts";
import { SITE } from "../../site.ts";
import { quantile } from "../figures.ts";
import { newsroom, sleep } from "../newsroom.ts";
import { cpuSeconds, peakRss } from "../processes.ts";
import { type Changes, judge, type Verdict } from "./judge.ts";
import { kindsOf } from "./kinds.ts";
import { Polls } from "./polls.ts";
import { subscribeAll } from "./subscribe.ts";
import type { Report, Sent } from "./subscribers.ts";

export interface HubLoad {
  subscribers: number;
  hosts: number;
  /** With subscribers, and without the service being killed. */
  seconds: number;
  /** Between two changes. Milliseconds. */
  every: number;
  /** Afterwards: how often the service is killed while it sends. */
  kills: number;
}

export interface HubRun {
  verdict: Verdict;
  editions: number;
  /** How often the hub asked a subscriber to wait before it subscribes, and what all of them took; seconds. */
  subscribing: { waits: number; seconds: number };
  polls: { before: Spread; beside: Spread };
  /** Of one core. */
  cpu: number;
  /** Of the service at most, in megabytes, before it was killed. */
  memory: number;
  /** From a start after a kill until the service answers; milliseconds. */
  restart: number;
}

export interface Spread {
  count: number;
  p50: number;
  p99: number;
}

const SECOND = 1_000;
/** Polls alone, to compare with. Milliseconds. */
const ALONE = 10 * SECOND;
/** Every so many changes a story is taken back, too. */
const TAKE_BACK = 5;
/** Some 60 KB of RSS. */
const STORIES = 200;
const FEED = { slug: "all", title: "Everything", description: "All the news", entries: 20 };
/** How long it may take until everybody who is well has the last change: failed ones are asked again late. Milliseconds. */
const PATIENCE = 600 * SECOND;

/** The service on this machine, and subscribers that it publishes to while it is polled; then it is killed, again and again. */
export async function runHub(folder: string, load: HubLoad): Promise<HubRun> {
  const port = await freePort();
  const feeds = { site: { ...SITE, base: "http://localhost" }, definitions: [FEED] };
  const start = (): Promise<NodeService> => startNode({ port, directory: folder, feeds });
  let service = await start();
  const kinds = kindsOf(load.hosts);
  const subscribers: ChildProcess = fork(join(import.meta.dirname, "subscribers.ts"));
  const polls = new Polls(service.url);
  try {
    subscribers.send({ hosts: load.hosts });
    const [theirPort] = (await once(subscribers, "message")) as [number];
    const desk = new Desk(service.url);
    await desk.fill();
    polls.took = [];
    await sleep(ALONE);
    const before = spread(polls.took);

    const asked = performance.now();
    const waits = await subscribeAll(service.base, load.subscribers, load.hosts, theirPort);
    const subscribed = () => count(service.file, "SELECT count(*) AS count FROM subscription WHERE ended_at IS NULL");
    while (subscribed() < load.subscribers) await sleep(200);
    const subscribing = { waits, seconds: (performance.now() - asked) / SECOND };
    const sent: Sent[] = [];
    const collect = async (): Promise<void> => {
      subscribers.send({ report: true });
      const [report] = (await once(subscribers, "message")) as [Report];
      sent.push(...report.sent);
    };
    /** @returns whether all who are well have the last change */
    const isTold = (): boolean => desk.lacking(sent, kinds, load.subscribers) === 0;

    const from = desk.count;
    const cpu = cpuSeconds(service.pid);
    const began = performance.now();
    polls.took = [];
    await desk.changeUntil(Date.now() + load.seconds * SECOND, load.every);
    const beside = spread(polls.took);
    const took = (performance.now() - began) / SECOND;
    const used = (cpuSeconds(service.pid) - cpu) / took;
    const memory = peakRss(service.pid);
    const to = desk.count;
    await untilTrue(collect, isTold);

    const restarts: number[] = [];
    const work = load.kills > 0 ? desk.changeWhile(() => restarts.length < load.kills, load.every) : undefined;
    while (restarts.length < load.kills) {
      await sleep(SECOND + Math.random() * 7 * SECOND);
      await service.kill();
      const down = performance.now();
      service = await start();
      restarts.push(performance.now() - down);
    }
    await work;
    await desk.change();
    await untilTrue(collect, isTold);
    const verdict = judge(sent, kinds, load.subscribers, desk.changes(service.file), [from, to]);
    const editions = count(service.file, "SELECT count(*) AS count FROM edition");
    const restart = quantile(restarts, 0.5);
    return { verdict, editions, subscribing, polls: { before, beside }, cpu: used, memory, restart };
  } finally {
    await polls.stop();
    subscribers.kill();
    await service.stop();
  }
}

/** Whoever writes: one article that says how many changes there were, and stories, some of which are taken back. */
class Desk {
  readonly #origin: string;
  /** By change, the revision that it made. */
  readonly #revisions: number[] = [];
  readonly #takenBackBefore = new Map<number, number>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get count(): number {
    return this.#revisions.length;
  }

  async fill(): Promise<void> {
    for (let story = 0; story < STORIES; story += 1)
      await this.#ask("PUT", `/api/articles/story-${story}`, {
        ...articleOf(`Story ${story}.`, story),
        content_html: `<p>${"All that is known of it so far. ".repeat(80)}</p>`,
      });
    await this.change();
    await newsroom(this.#origin).settled();
  }

  /** Once more, until the service has said that it has it. */
  async change(): Promise<void> {
    const change = this.#revisions.length;
    if (change % TAKE_BACK === TAKE_BACK - 1) {
      // The newest of those that are left, so that it stands in the feed.
      const story = STORIES - 1 - this.#takenBackBefore.size;
      await this.#ask("DELETE", `/api/articles/story-${story}?reason=Wrong`);
      this.#takenBackBefore.set(story, change);
    }
    const { revision } = await this.#ask("PUT", "/api/articles/change", articleOf(`Change ${change}.`, STORIES));
    this.#revisions.push(revision);
  }

  changeUntil(end: number, every: number): Promise<void> {
    return this.changeWhile(() => Date.now() < end, every);
  }

  async changeWhile(goesOn: () => boolean, every: number): Promise<void> {
    for (let next = Date.now(); goesOn(); next += every) {
      await this.change();
      await sleep(Math.max(0, next + every - Date.now()));
    }
  }

  /** How many of those who are well have not been told of the last change. */
  lacking(sent: Sent[], kinds: string[], subscribers: number): number {
    const has = new Set(sent.filter(({ change }) => change === this.count - 1).map(({ subscriber }) => subscriber));
    return Array.from({ length: subscribers }, (_, one) => one).filter(
      (one) => kinds[one % kinds.length] === "healthy" && !has.has(one),
    ).length;
  }

  changes(file: string): Changes {
    using database = new DatabaseSync(file, { readOnly: true });
    const first = database.prepare(
      "SELECT min(first_at) AS at FROM served WHERE feed = 'all' AND article_id = 'change' AND revision >= ?",
    );
    return {
      publishedAt: this.#revisions.map((revision) => Number(first.get(revision)?.at ?? Number.NaN)),
      takenBackBefore: this.#takenBackBefore,
    };
  }

  async #ask(method: string, path: string, body?: object): Promise<{ revision: number }> {
    for (;;) {
      try {
        const headers = { authorization: `Bearer ${TOKEN}` };
        const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
        const answer = await fetch(this.#origin + path, init);
        if (answer.ok) return (await answer.json()) as { revision: number };
        // What was taken back before the kill, of which no answer told, is so still.
        if (method === "DELETE" && answer.status === 404) return { revision: 0 };
        if (answer.status < 500) throw new Refused(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await sleep(100);
    }
  }
}

class Refused extends Error {}

const articleOf = (title: string, order: number) => ({
  url: `https://gazette.example/${encodeURIComponent(title)}`,
  title,
  content_html: `<p>${title}</p>`,
  published_at: new Date(Date.UTC(2026, 0, 1) + order * 60_000).toISOString(),
});

async function untilTrue(look: () => Promise<void>, isTrue: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(SECOND)) {
    await look();
    if (isTrue()) return;
  }
}

const spread = (values: number[]): Spread => ({
  count: values.length,
  p50: quantile(values, 0.5),
  p99: quantile(values, 0.99),
});

function count(file: string, query: string): number {
  using database = new DatabaseSync(file, { readOnly: true });
  return Number(database.prepare(query).get()?.count);
}
