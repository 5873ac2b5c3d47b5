import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RequestPlaces } from "../../../src/service/sending/request-places.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIMITS = { quick: 4, all: 6, perHost: 2, soon: 1_000 };

/** A request that ends when it is told to. */
function begin(places: RequestPlaces, host: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const taken = places.take(host, () => promise);
  return async () => {
    resolve();
    await taken;
  };
}

describe("places for requests", () => {
  it("are as many as may be in hand, and are free again after", async () => {
    const places = new RequestPlaces(LIMITS);
    const ends = ["a", "b", "c", "d"].map((host) => begin(places, host));
    expect([places.count, places.room]).toEqual([4, 0]);
    for (const end of ends) await end();
    expect([places.count, places.room]).toEqual([0, 4]);
  });

  it("are free again after a request that broke", async () => {
    const places = new RequestPlaces(LIMITS);
    await expect(places.take("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect([places.count, places.room, places.roomAt("a")]).toEqual([0, 4, 2]);
  });

  it("are no more at one host than it may be asked, which is full then", async () => {
    const places = new RequestPlaces(LIMITS);
    const [end] = [begin(places, "a"), begin(places, "a"), begin(places, "b")];
    expect([places.roomAt("a"), places.roomAt("b"), places.full]).toEqual([0, 1, ["a"]]);
    await end?.();
    expect([places.roomAt("a"), places.full]).toEqual([1, []]);
  });

  it("are given up by what does not come soon, for others", () => {
    const places = new RequestPlaces(LIMITS);
    for (const host of ["a", "a", "b", "b"]) begin(places, host);
    expect(places.room).toBe(0);
    vi.advanceTimersByTime(999);
    expect(places.room).toBe(0);
    vi.advanceTimersByTime(1);
    expect([places.count, places.room]).toEqual([4, 2]);
  });

  it("are one at a time at a host that has been slow, until it has answered soon", async () => {
    const places = new RequestPlaces(LIMITS);
    const end = begin(places, "a");
    vi.advanceTimersByTime(1_000);
    expect(places.roomAt("a")).toBe(0);
    await end();
    expect(places.roomAt("a")).toBe(1);
    const again = begin(places, "a");
    expect(places.roomAt("a")).toBe(0);
    // It takes none of those that others need.
    expect(places.room).toBe(4);
    await again();
    expect([places.roomAt("a"), places.room]).toEqual([2, 4]);
  });

  it("are left for others, however many hosts are known to be slow", async () => {
    const places = new RequestPlaces({ ...LIMITS, all: 8 });
    for (const host of ["a", "b", "c", "d"]) {
      const end = begin(places, host);
      vi.advanceTimersByTime(1_000);
      await end();
    }
    for (const host of ["a", "b", "c", "d"]) begin(places, host);
    expect(["a", "e"].map((host) => places.roomAt(host))).toEqual([0, 2]);
    const [first] = [begin(places, "e"), begin(places, "e"), begin(places, "f"), begin(places, "f")];
    expect([places.count, places.room]).toEqual([8, 0]);
    await first?.();
    expect(places.room).toBe(1);
    // Four of eight are theirs.
    expect(places.full).toEqual(expect.arrayContaining(["a", "b", "c", "d"]));
  });

  it("are as many as before, whatever has been in them", async () => {
    const places = new RequestPlaces(LIMITS);
    const ends: (() => Promise<void>)[] = [];
    for (let step = 0; step < 200; step += 1) {
      if (places.room > 0) ends.push(begin(places, `host-${step % 7}`));
      if (step % 3 === 0) vi.advanceTimersByTime(700);
      if (step % 2 === 0) await ends.splice(step % Math.max(1, ends.length), 1)[0]?.();
    }
    for (const end of ends) await end();
    expect([places.count, places.room]).toEqual([0, 4]);
  });
});
