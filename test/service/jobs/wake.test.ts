import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Home } from "../../../src/service/home.ts";
import { dueWaker, wakePublisher } from "../../../src/service/jobs/wake.ts";
import { logged } from "../logged.ts";
import { homeOn } from "../newsroom.ts";
import { emptyStore, insertFeed } from "../store/rows.ts";

const NOW = Date.UTC(2026, 5, 1, 12);

let wakes: number[];
let home: Home;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await insertFeed(await emptyStore(), "all");
  wakes = [];
  home = { ...homeOn(), wake: async (delay) => void wakes.push(delay) };
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

describe("a wake", () => {
  it("is for now, or not before so many seconds", async () => {
    await wakePublisher(home);
    await wakePublisher(home, 30);
    expect(wakes).toEqual([0, 30]);
  });

  it("that fails is logged, and fails nobody: the sweep finds what is stale", async () => {
    const written = logged();
    const wake = async () => {
      throw new Error("no queue");
    };
    await wakePublisher({ wake });
    expect(written).toEqual([{ level: "error", event: "wake failed", error: "Error: no queue" }]);
  });
});

describe("the wake for what comes due", () => {
  const due = (slug: string, due_at: number) => insertFeed(home.db, slug, { due_at });

  it("is for the first time at which a feed is to be looked at, in whole seconds and not early", async () => {
    await due("later", NOW + 60_000);
    await due("first", NOW + 20_001);
    await dueWaker(home)();
    expect(wakes).toEqual([21]);
  });

  it("is sent once, and again for what comes due after it", async () => {
    await due("first", NOW + 20_000);
    await due("second", NOW + 50_000);
    const wakeWhenDue = dueWaker(home);
    await wakeWhenDue();
    await wakeWhenDue();
    expect(wakes).toEqual([20]);
    vi.setSystemTime(NOW + 20_000);
    await wakeWhenDue();
    expect(wakes).toEqual([20, 30]);
  });

  it("is sent anew for what comes due earlier since", async () => {
    await due("first", NOW + 50_000);
    const wakeWhenDue = dueWaker(home);
    await wakeWhenDue();
    await due("new", NOW + 10_000);
    await wakeWhenDue();
    expect(wakes).toEqual([50, 10]);
  });

  it.each([
    ["nothing", []],
    ["what is past", [NOW - 1, NOW]],
    ["what a later sweep sees in time", [NOW + 90_001]],
  ])("is none for %s", async (_, times) => {
    for (const at of times) await due(`at ${at}`, at);
    await dueWaker(home)();
    expect(wakes).toEqual([]);
  });
});
