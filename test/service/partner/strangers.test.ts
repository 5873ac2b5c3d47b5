import { describe, expect, it } from "vitest";
import { MAX_REFUSALS, Strangers } from "../../../src/service/partner/strangers.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;

async function refuse(strangers: Strangers, address: string | null, times: number, now = NOON): Promise<void> {
  for (let time = 0; time < times; time += 1) await strangers.count(address, now);
}

describe("an address that sends keys that are none", () => {
  it("is over after so many refusals in a minute of the clock, and others are not", async () => {
    const strangers = new Strangers({});
    await refuse(strangers, "192.0.2.1", MAX_REFUSALS - 1);
    expect(strangers.isOver("192.0.2.1", NOON)).toBe(false);
    await refuse(strangers, "192.0.2.1", 1);
    expect([strangers.isOver("192.0.2.1", NOON), strangers.isOver("192.0.2.2", NOON)]).toEqual([true, false]);
  });

  it("begins anew with the next minute", async () => {
    const strangers = new Strangers({});
    await refuse(strangers, "192.0.2.1", MAX_REFUSALS, NOON + 1_000);
    expect(strangers.isOver("192.0.2.1", NOON + MINUTE - 1)).toBe(true);
    expect(strangers.isOver("192.0.2.1", NOON + MINUTE)).toBe(false);
    await refuse(strangers, "192.0.2.1", MAX_REFUSALS - 1, NOON + MINUTE);
    expect(strangers.isOver("192.0.2.1", NOON + MINUTE)).toBe(false);
  });

  it("is over again only by refusals of its own minute, though the clock be set back", async () => {
    const strangers = new Strangers({});
    await refuse(strangers, "192.0.2.1", MAX_REFUSALS, NOON + MINUTE);
    expect(strangers.isOver("192.0.2.1", NOON)).toBe(false);
    await refuse(strangers, "192.0.2.2", 1, NOON);
    expect(strangers.isOver("192.0.2.1", NOON + MINUTE)).toBe(false);
  });

  it("that no platform tells is never over, and asks no limiter", async () => {
    const asked: string[] = [];
    const strangers = new Strangers({ limiter: async (key) => asked.push(key) < 0 });
    await refuse(strangers, null, MAX_REFUSALS + 1);
    expect([strangers.isOver(null, NOON), asked]).toEqual([false, []]);
  });

  it("is over at once where the place's limiter says so, which counts for all instances", async () => {
    const asked: string[] = [];
    const strangers = new Strangers({ limiter: async (key) => asked.push(key) < 2 });
    await refuse(strangers, "192.0.2.1", 1);
    expect(strangers.isOver("192.0.2.1", NOON)).toBe(false);
    await refuse(strangers, "192.0.2.1", 1);
    expect([strangers.isOver("192.0.2.1", NOON), asked]).toEqual([true, Array(2).fill("refused 192.0.2.1")]);
  });

  it("is forgotten where more come than an instance remembers: memory does not grow with them", async () => {
    const strangers = new Strangers({});
    await refuse(strangers, "192.0.2.1", MAX_REFUSALS);
    for (let address = 0; address < 4_999; address += 1) await strangers.count(`2001:db8::${address}`, NOON);
    expect(strangers.isOver("192.0.2.1", NOON)).toBe(true);
    await strangers.count("2001:db8::ffff", NOON);
    expect(strangers.isOver("192.0.2.1", NOON)).toBe(false);
  });
});

describe("guesses from everywhere", () => {
  it("are remembered within bounds, and asked of the place's limiter", async () => {
    const asked: string[] = [];
    const strangers = new Strangers({ limiter: async (key) => asked.push(key) < 3 });
    for (const expected of [false, false, true]) {
      await strangers.count("192.0.2.1", 0);
      expect(strangers.isOver("192.0.2.1", 0)).toBe(expected);
    }
    expect(new Set(asked)).toEqual(new Set(["refused 192.0.2.1"]));
    for (let address = 0; address < 20_000; address += 1) await strangers.count(`2001:db8::${address}`, 0);
    expect(strangers.isOver("192.0.2.1", 0)).toBe(false);
    await strangers.count(null, 0);
    expect(strangers.isOver(null, 0)).toBe(false);
  });
});
