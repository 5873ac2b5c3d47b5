import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SendingRounds } from "../../src/node/sending-rounds.ts";
import { StoreFault } from "../../src/service/store-fault.ts";
import { logged } from "../service/logged.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rounds of a sender that needs a tenth of a second for each, and tells when the next is due. */
function sender() {
  const done: string[] = [];
  const state: { fail?: Error; next: number | null } = { next: null };
  const one = {
    async run() {
      done.push("run");
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (state.fail) throw state.fail;
      return state.next;
    },
    async release() {
      if (state.fail) throw state.fail;
      done.push("release");
    },
    wake: vi.fn(),
    stop: vi.fn(),
  };
  return { done, state, one, rounds: new SendingRounds(one) };
}

describe("the sender's rounds", () => {
  it("begin at once, with what a process before had claimed that was killed", async () => {
    const { done, rounds } = sender();
    rounds.start();
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(["release", "run"]);
  });

  it("begin when they are told to, with what woke the sender before", async () => {
    const { done, rounds } = sender();
    rounds.wake(0);
    rounds.wake(100);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual([]);
    rounds.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toEqual(["release", "run"]);
  });

  it("come one at a time, and wake the one that is under way", async () => {
    const { done, one, rounds } = sender();
    rounds.start();
    await vi.advanceTimersByTimeAsync(10);
    for (let wake = 0; wake < 5; wake += 1) rounds.wake(0);
    expect(one.wake).toHaveBeenCalledTimes(6);
    await vi.advanceTimersByTimeAsync(80);
    expect(done).toEqual(["release", "run"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toEqual(["release", "run", "run"]);
  });

  it("come when something is due, and when they are woken for later, the earlier first", async () => {
    const { done, state, rounds } = sender();
    state.next = Date.now() + 5_000;
    rounds.start();
    await vi.advanceTimersByTimeAsync(1_000);
    state.next = null;
    rounds.wake(2_000);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(done).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toHaveLength(3);
  });

  it("come from time to time, though nobody wakes them: a wake may be lost", async () => {
    const { done, rounds } = sender();
    rounds.start();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(done.filter((one) => one === "run")).toHaveLength(5);
  });

  it("come again after one that failed, which is logged, and let go of claims until that has succeeded", async () => {
    const log = logged();
    const { done, state, rounds } = sender();
    state.fail = new StoreFault("full");
    rounds.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual([]);
    expect(log).toMatchObject([{ event: "sender failed", trouble: "full" }]);
    state.fail = undefined;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done).toEqual(["release", "run"]);
    state.fail = new Error("a bug");
    rounds.wake(0);
    await vi.advanceTimersByTimeAsync(500);
    state.fail = undefined;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done).toEqual(["release", "run", "run", "run"]);
  });

  it("end with what is in hand", async () => {
    const { done, one, rounds } = sender();
    rounds.start();
    await vi.advanceTimersByTimeAsync(50);
    const stopped = vi.fn();
    void rounds.stop().then(stopped);
    expect(one.stop).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(10);
    expect(stopped).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(stopped).toHaveBeenCalledOnce();
    rounds.wake(0);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(done).toEqual(["release", "run"]);
  });
});
