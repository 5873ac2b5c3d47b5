import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { COMPOSER_REST, Composers, composerIn, FEW_FEEDS } from "../../src/node/composers.ts";
import { talk } from "../../src/node/threads/calls.ts";

/** Two composers at most, each of which tells what it was given, and fails for a feed named so. */
function two() {
  const threads: { given: string[]; ended: boolean }[] = [];
  const composers = new Composers(() => {
    const thread = { given: [] as string[], ended: false };
    threads.push(thread);
    return {
      async take(slug) {
        thread.given.push(slug);
        if (slug === "bad") throw new Error("a fault");
      },
      end() {
        thread.ended = true;
      },
    };
  }, 2);
  return { threads, composers };
}

describe("composers", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("have no room for a few feeds, unless these are the last of many", async () => {
    const { threads, composers } = two();
    expect([composers.room(FEW_FEEDS), composers.room(FEW_FEEDS + 1)]).toEqual([0, 2]);
    expect(threads).toEqual([]);
    const step = composers.take("a");
    expect(composers.room(1)).toBe(2);
    await step;
    expect(composers.room(1)).toBe(0);
  });

  it("are started as they are needed, and used again", async () => {
    const { threads, composers } = two();
    await composers.take("a");
    await Promise.all([composers.take("b"), composers.take("c")]);
    expect(threads.map(({ given }) => given)).toEqual([["a", "b"], ["c"]]);
  });

  it("end when there is nothing to do, and none that is at work", async () => {
    const { threads, composers } = two();
    await Promise.all([composers.take("a"), composers.take("b")]);
    vi.advanceTimersByTime(COMPOSER_REST - 1);
    await composers.take("c");
    vi.advanceTimersByTime(COMPOSER_REST - 1);
    expect(threads.map(({ ended }) => ended)).toEqual([false, false]);
    const step = composers.take("d");
    vi.advanceTimersByTime(COMPOSER_REST);
    expect(threads.map(({ ended }) => ended)).toEqual([false, false]);
    await step;
    vi.advanceTimersByTime(COMPOSER_REST);
    expect(threads.map(({ ended }) => ended)).toEqual([true, true]);
    await composers.take("e");
    expect(threads).toHaveLength(3);
  });

  it("that have failed are used no more; the others go on", async () => {
    const { threads, composers } = two();
    const steps = [composers.take("bad"), composers.take("a")];
    await expect(steps[0]).rejects.toThrow("a fault");
    await steps[1];
    await Promise.all([composers.take("b"), composers.take("c")]);
    expect(threads).toEqual([
      { given: ["bad"], ended: true },
      { given: ["a", "b"], ended: false },
      { given: ["c"], ended: false },
    ]);
  });
});

describe("a composer's thread", () => {
  const started = (script: string) => {
    const worker = new Worker(script, { eval: true });
    const ask = talk<{ take(slug: string): void }>(worker);
    return composerIn(worker, (slug) => ask("take", [slug]));
  };

  it("that ends in the middle of a step fails this one, and says so", async () => {
    const composer = started(
      'require("node:worker_threads").parentPort.on("message", () => { throw new RangeError("out of it"); })',
    );
    await expect(composer.take("a")).rejects.toMatchObject({
      message: expect.stringMatching(/thread .* has ended/),
      cause: expect.objectContaining({ message: "out of it" }),
    });
    await expect(composer.take("b")).rejects.toThrow("has ended");
  });

  it("that cannot begin, or just ends, fails what it is given", async () => {
    await expect(started("process.exit(0)").take("a")).rejects.toThrow("has ended");
    await expect(started('throw new Error("no memory")').take("a")).rejects.toThrow("has ended");
  });
});
