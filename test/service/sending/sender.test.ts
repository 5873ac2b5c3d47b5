import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Errands } from "../../../src/service/sending/errand.ts";
import { Sender } from "../../../src/service/sending/sender.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { logged } from "../logged.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const home = { wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) };
const PLACES = { quick: 4, all: 8, perHost: 2, soon: 1_000 };
const ALL = { errands: 1e9, looks: 1e9, until: Number.POSITIVE_INFINITY };

interface Made {
  id: number;
  host: string;
  due: number;
  takes: number;
  claimed?: boolean;
  fault?: Error;
}

/** A kind of errands that stands in no store: each takes as long as it says. */
function errands(...all: (Partial<Made> & { id: number })[]) {
  const kept: Made[] = all.map((one) => ({ host: `h${one.id}`, due: 0, takes: 100, ...one }));
  const begun: { id: number; at: number }[] = [];
  const state = { looks: 0, inHand: 0, most: 0 };
  const isFree = ({ claimed }: Made) => !claimed;
  const kind: Errands = {
    async listDue(now, but, limit) {
      state.looks += 1;
      return kept.filter((one) => isFree(one) && one.due <= now && !but.includes(one.host)).slice(0, limit);
    },
    async claim(ids) {
      const claimed = kept.filter((one) => ids.includes(one.id) && isFree(one));
      for (const one of claimed) one.claimed = true;
      return claimed.map((one) => ({
        ...one,
        async run() {
          begun.push({ id: one.id, at: Date.now() - 1_000_000 });
          state.inHand += 1;
          state.most = Math.max(state.most, state.inHand);
          await home.wait(one.takes);
          state.inHand -= 1;
          if (one.fault) throw one.fault;
          kept.splice(kept.indexOf(one), 1);
        },
      }));
    },
    async findNextDue(_, but) {
      const dues = kept.filter((one) => isFree(one) && !but.includes(one.host)).map(({ due }) => due);
      return dues.length === 0 ? null : Math.min(...dues);
    },
    async release() {
      for (const one of kept) one.claimed = false;
    },
  };
  return { kind, kept, begun, state };
}

/** Lets time pass until a run is over. */
async function over<T>(run: Promise<T>, within = 600_000): Promise<T> {
  let isOver = false;
  const ended = run.finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  for (let passed = 0; passed < within && !isOver; passed += 10) await vi.advanceTimersByTimeAsync(10);
  expect(isOver).toBe(true);
  return ended;
}

describe("a run of the sender", () => {
  it("sends all that is due, side by side, and none of it twice", async () => {
    const { kind, begun, state } = errands(...Array.from({ length: 10 }, (_, id) => ({ id })));
    expect(await over(new Sender(home, [kind], PLACES).run(ALL))).toBeNull();
    expect(begun.map(({ id }) => id).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(state.most).toBe(4);
    expect(begun.at(-1)?.at).toBeLessThan(400);
  });

  it("waits for what is due in a moment, and tells when the next is due after that", async () => {
    const { kind, begun } = errands({ id: 1 }, { id: 2, due: 1_000_800 }, { id: 3, due: 1_005_000 });
    expect(await over(new Sender(home, [kind], PLACES).run(ALL))).toBe(1_005_000);
    expect(begun.map(({ id }) => id)).toEqual([1, 2]);
    expect(begun[1]?.at).toBeLessThan(820);
  });

  it("is not held up by a host that does not answer", async () => {
    const slow = Array.from({ length: 20 }, (_, id) => ({ id, host: "slow", takes: 30_000 }));
    const others = Array.from({ length: 40 }, (_, index) => ({ id: 100 + index }));
    const { kind, begun } = errands(...slow, ...others);
    await over(new Sender(home, [kind], PLACES).run(ALL), 1_000_000);
    const last = Math.max(...begun.filter(({ id }) => id >= 100).map(({ at }) => at));
    expect(last).toBeLessThan(3_000);
    // Of its own, those that began together have shown what it is like.
    const gaps = begun.filter(({ id }) => id < 100).map(({ at }) => at);
    expect(gaps.filter((at) => at < 1_000)).toHaveLength(2);
    expect(gaps.filter((at) => at < 29_000)).toHaveLength(2);
  });

  it("begins what comes due for another host while one hangs, and all that is due waits for that", async () => {
    const { kind, begun } = errands(
      ...[1, 2, 3].map((id) => ({ id, host: "slow", takes: 20_000 })),
      ...[
        { id: 4, due: 1_000_400 },
        { id: 5, due: 1_007_300 },
      ],
    );
    await over(new Sender(home, [kind], PLACES).run(ALL));
    const at = new Map(begun.map((one) => [one.id, one.at]));
    expect(at.get(4)).toBeLessThan(420);
    expect(at.get(5)).toBeLessThan(7_400 + 1_000);
  });

  it("looks for more only now and then while everything that is due waits for its host", async () => {
    const { kind, state } = errands(...Array.from({ length: 8 }, (_, id) => ({ id, host: "slow", takes: 25_000 })));
    const run = new Sender(home, [kind], PLACES).run(ALL);
    await vi.advanceTimersByTimeAsync(24_000);
    expect(state.looks).toBeLessThan(30);
    await over(run);
  });

  it("goes on for what it is woken for while something is in hand", async () => {
    const { kind, kept, begun } = errands({ id: 1, takes: 10_000 });
    const sender = new Sender(home, [kind], PLACES);
    const run = sender.run(ALL);
    await vi.advanceTimersByTimeAsync(3_000);
    kept.push({ id: 2, host: "other", due: 0, takes: 10 });
    sender.wake();
    await vi.advanceTimersByTimeAsync(20);
    expect(begun.map(({ id }) => id)).toEqual([1, 2]);
    await over(run);
  });

  it("begins nothing more once it is stopped, and finishes what is in hand", async () => {
    const { kind, begun, kept } = errands(...Array.from({ length: 10 }, (_, id) => ({ id, takes: 5_000 })));
    const sender = new Sender(home, [kind], PLACES);
    const run = sender.run(ALL);
    await vi.advanceTimersByTimeAsync(10);
    sender.stop();
    await over(run);
    expect(begun).toHaveLength(4);
    expect(kept).toHaveLength(6);
  });

  it.each([
    ["errands", { errands: 3 }, 3],
    ["looks", { looks: 1 }, 4],
    ["time", { until: 1_000_050 }, 4],
  ])("goes no further than it may, and says that something is left: %s", async (_, limit, count) => {
    const { kind, begun } = errands(...Array.from({ length: 10 }, (_, id) => ({ id })));
    expect(await over(new Sender(home, [kind], PLACES).run({ ...ALL, ...limit }))).toBe(0);
    expect(begun).toHaveLength(count);
  });

  it("goes on where one breaks, which is logged", async () => {
    const log = logged();
    const { kind, begun } = errands({ id: 1, fault: new TypeError("a bug") }, { id: 2 }, { id: 3 });
    expect(await over(new Sender(home, [kind], PLACES).run(ALL))).toBeNull();
    expect(begun).toHaveLength(3);
    expect(log).toMatchObject([{ event: "errand failed", id: 1, host: "h1", error: expect.stringContaining("a bug") }]);
  });

  it("ends with a fault of the store's when what is in hand is over, and begins anew the next time", async () => {
    const { kind, begun, state } = errands(
      { id: 1, fault: new StoreFault("full") },
      ...[2, 3, 4].map((id) => ({ id, takes: 3_000 })),
      ...[5, 6].map((id) => ({ id })),
    );
    const sender = new Sender(home, [kind], PLACES);
    await expect(over(sender.run(ALL))).rejects.toThrow("the store is full");
    expect(state.inHand).toBe(0);
    expect(begun.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    await over(sender.run(ALL));
    expect(begun.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("ends with a fault of the store's where it looks for what is due, when what is in hand is over", async () => {
    const { kind, state } = errands({ id: 1, takes: 3_000 });
    const listDue = vi.fn(kind.listDue).mockImplementationOnce(kind.listDue).mockRejectedValue(new StoreFault("slow"));
    await expect(over(new Sender(home, [{ ...kind, listDue }], PLACES).run(ALL))).rejects.toThrow("the store");
    expect(state.inHand).toBe(0);
  });

  it("lets no kind wait for ever, though another always has something due", async () => {
    const first = errands(...Array.from({ length: 400 }, (_, id) => ({ id })));
    const second = errands(...Array.from({ length: 10 }, (_, id) => ({ id })));
    const third = errands(...Array.from({ length: 10 }, (_, id) => ({ id })));
    await over(new Sender(home, [first.kind, second.kind, third.kind], PLACES).run(ALL));
    for (const { begun } of [second, third]) expect(begun.at(-1)?.at).toBeLessThan(first.begun.at(-1)?.at ?? 0);
    // And yet what is pressing has most of it.
    const end = Math.max(...[second, third].map(({ begun }) => begun.at(-1)?.at ?? 0));
    expect(first.begun.filter(({ at }) => at <= end).length).toBeGreaterThan(20);
  });

  it("looks again where another sender has been quicker, and does not wait for what is not its own", async () => {
    const { kind, begun } = errands({ id: 1 }, { id: 2 });
    const claim = vi.fn(kind.claim).mockResolvedValueOnce([]).mockImplementation(kind.claim);
    await over(new Sender(home, [{ ...kind, claim }], PLACES).run(ALL));
    expect(begun.map(({ id }) => id)).toEqual([1, 2]);
  });

  it("never has one in hand twice, though the clock was set and its claim seems over", async () => {
    const { kind, kept, state } = errands({ id: 1, takes: 10_000 });
    const sender = new Sender(home, [kind], PLACES);
    const run = sender.run(ALL);
    await vi.advanceTimersByTimeAsync(1_000);
    for (const one of kept) one.claimed = false;
    sender.wake();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state.most).toBe(1);
    await over(run);
  });

  it("lets go of what was claimed before it, where it is told to", async () => {
    const { kind, begun } = errands({ id: 1, claimed: true });
    const sender = new Sender(home, [kind], PLACES);
    await over(sender.run(ALL));
    expect(begun).toEqual([]);
    await sender.release();
    await over(sender.run(ALL));
    expect(begun).toHaveLength(1);
  });
});
