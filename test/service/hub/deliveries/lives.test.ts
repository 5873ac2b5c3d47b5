import fc from "fast-check";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { DELIVERY_CLAIM, DELIVERY_PATIENCE } from "../../../../src/hub/delivery-limits.ts";
import type { Database, PreparedStatement } from "../../../../src/service/home.ts";
import type { Service } from "../../../../src/service/service.ts";
import { here } from "../../../homes/here.ts";
import { pass, startClock } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { article, homeOn, instance, type Newsroom, newsroom } from "../../newsroom.ts";
import { select } from "../../store/rows.ts";
import { subscribed } from "../subscribers.ts";

afterEach(() => void vi.useRealTimers());

const CALLBACKS = ["a", "b", "c"].map((name) => `https://${name}.example/callback`);

/** A request that a subscriber has, and has not answered yet. */
interface InHand {
  callback: string;
  at: number;
  by: LivingSender;
  answer(response: Response | Error): void;
}

/** A sender with a process of its own, which may be killed: from then on nothing that it asks is answered. */
interface LivingSender {
  service: Service;
  isDead: boolean;
  running: Promise<void> | undefined;
}

/** What happens, by chance. Numbers choose among what there is. */
type Event =
  | { what: "publish" | "retract" | "send" | "kill"; which: number }
  | { what: "answer"; which: number; status: number }
  | { what: "time"; seconds: number };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("publish" as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("retract" as const), which: fc.nat(9) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant("send" as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("kill" as const), which: fc.nat(1) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      ...{ what: fc.constant("answer" as const), which: fc.nat(9) },
      status: fc.constantFrom(204, 204, 204, 500, 503, 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant("time" as const), seconds: fc.constantFrom(1, 3, 10, 29, 45, 70, 600) }),
  },
);

/** A newsroom, its subscribers, and two senders on one store, as at the edge; time passes only as the test says. */
class Life {
  readonly received = new Map(CALLBACKS.map((callback) => [callback, [] as number[]]));
  readonly faults: string[] = [];
  inHand: InHand[] = [];
  #waits: { until: number; resolve: () => void }[] = [];
  #asking = 0;
  #senders: LivingSender[] = [];
  #stories = 0;
  #desk: Newsroom | undefined;

  async begin(): Promise<this> {
    startClock(Date.UTC(2026, 2, 1));
    this.#desk = await newsroom(undefined, undefined, { wait: async (time) => this.#pass(time) });
    await this.#publish();
    for (const callback of CALLBACKS) await subscribed({ callback, wants_delta: callback === CALLBACKS[2] ? 1 : 0 });
    this.#senders = [this.#sender(), this.#sender()];
    return this;
  }

  async happen(event: Event): Promise<void> {
    if (event.what === "time") for (let second = 0; second < event.seconds; second += 1) this.#pass(1_000);
    else if (event.what === "publish") await this.#publish();
    else if (event.what === "retract") await this.#retract(event.which);
    else if (event.what === "send") this.#send(event.which);
    else if (event.what === "kill") this.#kill(event.which);
    else if (event.what === "answer") this.#answer(event.which, event.status);
    await this.#settle();
  }

  /** From here on everybody is well. */
  async end(): Promise<void> {
    for (let round = 0; round < 40; round += 1) {
      this.#send(0);
      await this.#settle();
      while (this.inHand.length > 0) {
        this.#answer(0, 204);
        await this.#settle();
      }
      for (let second = 0; second < DELIVERY_CLAIM / 1_000; second += 1) this.#pass(1_000);
      await this.#settle();
      if (!(await select(here.db, "SELECT 1 FROM subscription WHERE due_at IS NOT NULL LIMIT 1")).length) return;
      for (let step = 0; step < 60 * round; step += 1) this.#pass(10_000);
    }
  }

  async #publish(): Promise<void> {
    this.#pass(1_000);
    this.#stories += 1;
    await this.#desk?.put(article(`s${this.#stories}`, { title: `Story no. ${this.#stories}.` }));
    await this.#desk?.publish();
  }

  /** What is taken back is older than the newest. */
  async #retract(which: number): Promise<void> {
    this.#pass(1_000);
    const id = `s${1 + (which % Math.max(1, this.#stories - 1))}`;
    await this.#desk?.request("DELETE", `/api/articles/${id}`, { reason: "Wrong" });
    await this.#publish();
  }

  #send(which: number): void {
    const sender = this.#senders[which];
    if (!sender || sender.running) return;
    const running = sender.service.send().finally(() => {
      sender.running = undefined;
    });
    sender.running = running;
  }

  #kill(which: number): void {
    const sender = this.#senders[which];
    if (!sender) return;
    sender.isDead = true;
    this.inHand = this.inHand.filter(({ by }) => by !== sender);
    this.#senders[which] = this.#sender();
  }

  #answer(which: number, status: number): void {
    const [one] = this.inHand.splice(which % Math.max(1, this.inHand.length), 1);
    one?.answer(status === 0 ? new Error("ECONNRESET") : new Response(null, { status }));
  }

  #pass(milliseconds: number): void {
    pass(milliseconds);
    for (const { until, resolve } of this.#waits) if (until <= Date.now()) resolve();
    this.#waits = this.#waits.filter(({ until }) => until > Date.now());
    const late = this.inHand.filter(({ at }) => Date.now() - at >= DELIVERY_PATIENCE);
    this.inHand = this.inHand.filter((one) => !late.includes(one));
    for (const one of late) one.answer(new Error("late"));
  }

  #sender(): LivingSender {
    const wait = (time: number) =>
      new Promise<void>((resolve) => void this.#waits.push({ until: Date.now() + time, resolve }));
    const sender: LivingSender = {
      isDead: false,
      running: undefined,
      service: instance(
        undefined,
        undefined,
        homeOn({
          wait,
          db: this.#storeOf(() => sender.isDead),
          fetchOut: (url, { body = "" }) =>
            this.#receive(sender, url, typeof body === "string" ? body : new TextDecoder().decode(body)),
        }),
      ),
    };
    return sender;
  }

  #receive(by: LivingSender, callback: string, body: string): Promise<Response> {
    if (by.isDead) return new Promise(() => undefined);
    const edition = Math.max(0, ...[...body.matchAll(/Story no\. (\d+)\./g)].map((match) => Number(match[1])));
    const before = this.received.get(callback) ?? [];
    if (this.inHand.some((one) => one.callback === callback)) this.faults.push(`two at once: ${callback}`);
    if (edition > 0 && edition < (before.at(-1) ?? 0))
      this.faults.push(`${edition} after ${before.at(-1)}: ${callback}`);
    // What changed may be none of the stories: then a delta has none.
    if (edition > 0) before.push(edition);
    return new Promise((resolve, reject) => {
      const answer = (with_: Response | Error) => (with_ instanceof Error ? reject(with_) : resolve(with_));
      this.inHand.push({ callback, at: Date.now(), by, answer });
    });
  }

  /** The test's store, which answers nobody who is dead, and is waited for. */
  #storeOf(isDead: () => boolean): Database {
    const ask = async <T>(work: () => Promise<T>): Promise<T> => {
      if (isDead()) return new Promise(() => undefined);
      this.#asking += 1;
      const answer = await work().finally(() => {
        this.#asking -= 1;
      });
      return isDead() ? new Promise(() => undefined) : answer;
    };
    const inner = new WeakMap<PreparedStatement, PreparedStatement>();
    const watch = (statement: PreparedStatement): PreparedStatement => {
      const watched: PreparedStatement = {
        bind: (...values) => watch(statement.bind(...values)),
        first: () => ask(() => statement.first()),
        all: () => ask(() => statement.all()),
        run: () => ask(() => statement.run()),
      };
      inner.set(watched, statement);
      return watched;
    };
    return {
      prepare: (sql) => watch(here.db.prepare(sql)),
      batch: (statements) => ask(() => here.db.batch(statements.map((one) => inner.get(one) ?? one))),
    };
  }

  /** Waits until nobody asks the store for anything. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      quiet = this.#asking === 0 ? quiet + 1 : 0;
    }
  }

  get newest(): number {
    return this.#stories;
  }
}

describe("deliveries, whatever happens", () => {
  it("come in order, one at a time, and in the end each subscriber has what is current", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 20, maxLength: 60 }), async (events) => {
        logged();
        const life = await new Life().begin();
        for (const event of events) await life.happen(event);
        await life.end();
        expect(life.faults).toEqual([]);
        const stored = await select(
          here.db,
          "SELECT DISTINCT s.acknowledged = f.edition AS is_current, s.ended_at FROM subscription s JOIN feed f ON f.slug = s.feed WHERE s.wanted > 0",
        );
        expect(stored.filter((row) => JSON.stringify(row) !== '{"is_current":1,"ended_at":null}')).toEqual([]);
        if (events.some(({ what }) => what === "publish" || what === "retract"))
          for (const received of life.received.values()) expect(received.at(-1)).toBe(life.newest);
      }),
      { numRuns: inject("sequences"), endOnFailure: true },
    );
  });
});
