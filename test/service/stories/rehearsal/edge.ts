import { parseCatalog } from "../../../../src/feed/catalog.ts";
import { type Service, service } from "../../../../src/service/service.ts";
import { TOKEN } from "../../../homes/home.ts";
import { SITE } from "../../../site.ts";
import { homeOn } from "../../newsroom.ts";
import { type WatchedStore, watchStore } from "../../watched-store.ts";
import type { Chance } from "./chance.ts";
import type { Answer, CacheRequest } from "./edge-cache/answer.ts";
import { EdgeCache } from "./edge-cache/edge-cache.ts";
import type { Simulation } from "./simulation.ts";
import { FEEDS } from "./stories.ts";
import type { Troubles } from "./troubles.ts";

interface Isolate {
  name: string;
  service: Service;
  store: WatchedStore;
}

/** Two isolates on one store behind the cache, with the queue that wakes one of them. */
export class Edge {
  readonly cache: EdgeCache;
  /** Whether another worker of the account purges so often that nothing is left of the rate. */
  rivals = false;
  /** Runs of the worker for requests. */
  runs = 0;
  /** Tags of each purge, and whether it was granted. */
  readonly purges: { tags: number; isGranted: boolean; at: number }[] = [];
  readonly #simulation: Simulation;
  readonly #chance: Chance;
  readonly #troubles: Troubles;
  readonly #isolates: Isolate[];
  #resting: Isolate | undefined;
  #consuming: Promise<void> | undefined;
  #isWoken = false;

  constructor(simulation: Simulation, chance: Chance, troubles: Troubles) {
    this.#simulation = simulation;
    this.#chance = chance;
    this.#troubles = troubles;
    this.cache = new EdgeCache(
      (request) => this.#work(request),
      () => chance.between(...troubles.purgeDelay),
    );
    this.#isolates = ["isolate a", "isolate b"].map((name) => this.#start(name));
  }

  /** The other worker purges, if it is at it. */
  compete(): void {
    if (this.rivals) this.cache.rate.empty();
  }

  /** One of the isolates gets no requests for so many milliseconds. */
  rest(milliseconds: number): void {
    const resting = this.#chance.pick(this.#isolates);
    this.#resting = resting;
    setTimeout(() => {
      if (this.#resting === resting) this.#resting = undefined;
    }, milliseconds);
  }

  /** What the cron does, in whichever isolate. */
  async sweep(): Promise<void> {
    const { service: running } = this.#chance.pick(this.#isolates);
    await this.#simulation.run(() => running.sweep());
  }

  /** What the desk sends, to whichever isolate: no cache stands before it. */
  async send(method: string, path: string, body?: object): Promise<Response> {
    const { service: running } = this.#chance.pick(this.#isolates);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const request = new Request(`${SITE.base}${path}`, { method, headers, body: body && JSON.stringify(body) });
    return this.#simulation.run(async () => running.fetch(request));
  }

  #start(name: string): Isolate {
    const store = watchStore();
    const home = homeOn({
      db: store.db,
      wakeSender: async () => undefined,
      wake: async (delaySeconds) => {
        setTimeout(() => this.#wake(), delaySeconds * 1000 + this.#chance.between(...this.#troubles.wakeDelay));
      },
      wait: (milliseconds) => this.#simulation.sleep(milliseconds),
      afterAnswer: (work) => this.#simulation.follow(work),
      purge: (tags) => this.#purge(tags),
    });
    return { name, store, service: service(home, parseCatalog(SITE, FEEDS)) };
  }

  /** A run of the worker. Everything in it takes no time but what is made slow. */
  async #work({ method, path, headers }: CacheRequest): Promise<Answer> {
    this.runs += 1;
    const awake = this.#isolates.filter((isolate) => isolate !== this.#resting);
    const { name, service: running, store } = this.#chance.pick(awake);
    const { slowReads, slowRead, slowFills, slowFill, failures } = this.#troubles;
    if (this.#chance.of(failures)) throw new Error("Worker threw exception");
    if (this.#chance.of(slowReads)) this.#slowDown(store, this.#chance.between(...slowRead));
    return this.#simulation.run(async () => {
      const response = await running.fetch(new Request(`${SITE.base}${path}`, { method, headers }));
      const body = new Uint8Array(await response.arrayBuffer());
      if (this.#chance.of(slowFills)) await this.#simulation.sleep(this.#chance.between(...slowFill));
      return { status: response.status, headers: new Headers(response.headers), body, from: name, cacheStatus: "MISS" };
    });
  }

  /** The next round trip's answer is so long on its way back. */
  #slowDown(store: WatchedStore, milliseconds: number): void {
    store.after = async () => {
      store.after = async () => undefined;
      await this.#simulation.sleep(milliseconds);
    };
  }

  /** One consumer, and one run for all the wakes that have come by then. */
  #wake(): void {
    this.#isWoken = true;
    this.#consuming ??= this.#consume().finally(() => {
      this.#consuming = undefined;
    });
  }

  async #consume(): Promise<void> {
    while (this.#isWoken) {
      this.#isWoken = false;
      const { service: running } = this.#chance.pick(this.#isolates);
      await this.#simulation.run(() => running.publish());
    }
  }

  async #purge(tags: string[]): Promise<string | null> {
    const { success, errors } = await this.cache.purge({ tags });
    this.purges.push({ tags: tags.length, isGranted: success, at: Date.now() });
    return success ? null : (errors[0]?.message ?? "refused");
  }
}
