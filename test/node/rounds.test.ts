import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { nodeHome } from "../../src/node/home.ts";
import { Rounds } from "../../src/node/rounds.ts";
import { databaseOn } from "../../src/node/store/database.ts";
import { openStore, readMigrations } from "../../src/node/store/open.ts";
import { Connection } from "../../src/node/store/sqlite.ts";
import type { Home } from "../../src/service/home.ts";
import { takingUp } from "../../src/service/jobs/take-up.ts";
import { publishing } from "../../src/service/publishing.ts";
import { StoreFault } from "../../src/service/store-fault.ts";
import { logged } from "../service/logged.ts";
import { SITE } from "../site.ts";
import { folder } from "./folder.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rounds of a publisher that needs a tenth of a second for each, and fails as told. */
function publisher() {
  const rounds: string[] = [];
  const state: { fail?: Error } = {};
  const round = (name: string) => async () => {
    rounds.push(name);
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (state.fail) throw state.fail;
  };
  return { rounds, state, publishing: new Rounds({ publish: round("publish"), sweep: round("sweep") }) };
}

describe("the publisher's rounds", () => {
  it("begin with a sweep in the first second, for nobody has woken it after a crash", async () => {
    const { rounds, publishing } = publisher();
    publishing.start();
    await vi.advanceTimersByTimeAsync(100);
    expect(rounds).toEqual(["sweep"]);
  });

  it("begin when they are told to, with what woke the publisher before", async () => {
    const { rounds, publishing } = publisher();
    publishing.wake(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rounds).toEqual([]);
    publishing.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rounds).toEqual(["sweep"]);
  });

  it("come one at a time, one for all wakes that came meanwhile", async () => {
    const { rounds, publishing } = publisher();
    publishing.start();
    for (let wake = 0; wake < 5; wake += 1) publishing.wake(0);
    await vi.advanceTimersByTimeAsync(50);
    expect(rounds).toEqual(["sweep"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rounds).toEqual(["sweep", "publish"]);
  });

  it("come when they are due", async () => {
    const { rounds, publishing } = publisher();
    publishing.start();
    await vi.advanceTimersByTimeAsync(1_000);
    publishing.wake(3_000);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(rounds).toEqual(["sweep"]);
    await vi.advanceTimersByTimeAsync(200);
    expect(rounds).toEqual(["sweep", "publish"]);
  });

  it("come again after one that failed, which is logged", async () => {
    const written = logged();
    const { rounds, state, publishing } = publisher();
    state.fail = new Error("the store is down");
    publishing.start();
    await vi.advanceTimersByTimeAsync(500);
    state.fail = undefined;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(rounds).toEqual(["sweep", "publish"]);
    expect(written).toMatchObject([{ event: "publisher failed", error: expect.stringContaining("the store is down") }]);
  });

  it("come ever more rarely while they fail, however many sweeps fail meanwhile, and at once again after", async () => {
    const written = logged();
    const { rounds, state, publishing } = publisher();
    state.fail = new StoreFault("full");
    publishing.start();
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    const before = rounds.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rounds.length - before).toBeLessThanOrEqual(60 / 8 + 60 / 15 + 2);
    expect(written.length).toBeLessThanOrEqual(31);
    state.fail = undefined;
    await vi.advanceTimersByTimeAsync(10_000);
    state.fail = new StoreFault("full");
    rounds.length = 0;
    publishing.wake(0);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(rounds.length).toBe(2);
  });

  it("sweep from time to time, though nothing happens", async () => {
    const { rounds, publishing } = publisher();
    publishing.start();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(rounds).toEqual(Array.from({ length: 5 }, () => "sweep"));
  });

  it("end with the one that is in hand", async () => {
    const { rounds, publishing } = publisher();
    publishing.start();
    publishing.wake(5_000);
    const stopped = vi.fn();
    void publishing.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(50);
    expect(stopped).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(50);
    expect(stopped).toHaveBeenCalledOnce();
    publishing.wake(0);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(rounds).toEqual(["sweep"]);
  });
});

/** A service with a feed that has nothing in it, and what its rounds ask the store. */
async function idle() {
  const migrations = readMigrations(join(import.meta.dirname, "../../src/service/store/migrations"));
  const store = databaseOn(new Connection((await openStore(folder(), migrations)).file));
  const asked: string[] = [];
  const db: Home["db"] = {
    ...store,
    prepare(sql) {
      asked.push(sql);
      return store.prepare(sql);
    },
  };
  const home: Home = {
    ...nodeHome({
      db,
      secrets: {},
      wake: async (seconds) => rounds.wake(seconds * 1_000),
      wakeSender: async () => undefined,
    }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  const catalog = parseCatalog(SITE, [{ slug: "all", title: "All", description: "All" }]);
  const own = publishing(home, catalog, { confirm: () => undefined }, takingUp(home, catalog));
  const sweeps: string[][] = [];
  const rounds: Rounds = new Rounds({
    publish: () => own.publish(),
    async sweep() {
      const before = asked.length;
      await own.sweep();
      sweeps.push(asked.slice(before));
    },
  });
  return { rounds, asked, sweeps };
}

describe("the rounds of a service with nothing to do", () => {
  it("ask the store what a sweep asks, and nothing between sweeps", async () => {
    logged();
    const { rounds, asked, sweeps } = await idle();
    rounds.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked.some((sql) => sql.includes("INSERT INTO edition"))).toBe(true);
    asked.length = sweeps.length = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sweeps.length).toBe(4);
    expect(asked).toEqual(sweeps.flat());
    // Each asks the same, for there is nothing that one of them would find.
    expect(new Set(sweeps.map(String)).size).toBe(1);
    await rounds.stop();
  });
});
