import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseLine } from "../../src/article/parse-line.ts";
import { FEW, Parsers, REST } from "../../src/node/parsers.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => `{"id":"${index}"}`);

/** Parsers of two threads, each of which tells what it was given. */
function two() {
  const threads: { given: number[]; ended: boolean }[] = [];
  const parsers = new Parsers(() => {
    const thread = { given: [] as number[], ended: false };
    threads.push(thread);
    return {
      async parse(some) {
        thread.given.push(some.length);
        return some.map(parseLine);
      },
      end() {
        thread.ended = true;
      },
    };
  }, 2);
  return { threads, parsers };
}

describe("parsers", () => {
  it("are none for a few lines", async () => {
    const { threads, parsers } = two();
    expect(await parsers.parse(lines(FEW))).toHaveLength(FEW);
    expect(threads).toEqual([]);
  });

  it("take turns with a bulk, and give each line's article in its place", async () => {
    const { threads, parsers } = two();
    await parsers.parse(lines(FEW));
    const [first] = await Promise.all([50, 50, 50].map((count) => parsers.parse(lines(count))));
    expect(first?.map((one) => one.status === "problems" && one.id)).toEqual(
      lines(50).map((_, index) => String(index)),
    );
    expect(threads.map(({ given }) => given).sort((a, b) => a.length - b.length)).toEqual([[50], [50, 50]]);
  });

  it("end when there is nothing to do, and begin anew with the next bulk", async () => {
    const { threads, parsers } = two();
    await parsers.parse(lines(FEW + 1));
    vi.advanceTimersByTime(REST - 1);
    await parsers.parse(lines(1));
    expect(threads.map(({ ended }) => ended)).toEqual([false, false]);
    vi.advanceTimersByTime(REST);
    expect(threads.map(({ ended }) => ended)).toEqual([true, true]);
    await parsers.parse(lines(FEW));
    expect(threads).toHaveLength(2);
    await parsers.parse(lines(1));
    expect(threads).toHaveLength(4);
  });

  it("are not ended at their work, however long they take", async () => {
    const working = Promise.withResolvers<void>();
    const end = vi.fn();
    const parse = (some: string[]) => working.promise.then(() => some.map(parseLine));
    const parsers = new Parsers(() => ({ parse, end }), 2);
    const parsed = [parsers.parse(lines(FEW + 1)), parsers.parse(lines(1))];
    vi.advanceTimersByTime(10 * REST);
    expect(end).not.toHaveBeenCalled();
    working.resolve();
    expect((await Promise.all(parsed)).map(({ length }) => length)).toEqual([FEW + 1, 1]);
    vi.advanceTimersByTime(REST);
    expect(end).toHaveBeenCalledTimes(2);
  });
});
