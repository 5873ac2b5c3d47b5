import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Home } from "../../../src/service/home.ts";
import { MAX_REFUSALS, Strangers } from "../../../src/service/http/strangers.ts";
import { pass, setClock, startClock } from "../clock.ts";

const HOUR = 3_600_000;

beforeEach(() => startClock(Date.UTC(2026, 5, 1, 12)));
afterEach(() => void vi.useRealTimers());

/** Strangers of a home that finds the address in the request. */
const strangersOf = (limiter?: Home["limiter"], secret = "key") =>
  new Strangers({ addressOf: ({ headers }) => headers.get("from"), limiter }, secret);

const refuse = (strangers: Strangers, from: string | null) =>
  strangers.refuse(new Request("https://feeds.example/", { headers: from === null ? {} : { from } }));

async function refuseOften(strangers: Strangers, from: string | null, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) expect(await refuse(strangers, from)).toBeNull();
}

describe("an address that sends secrets that are none", () => {
  it("is told to wait until the minute is over after so many, and others are not", async () => {
    const strangers = strangersOf();
    await refuseOften(strangers, "192.0.2.1", MAX_REFUSALS);
    const seconds = await refuse(strangers, "192.0.2.1");
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refuse(strangers, "192.0.2.2")).toBeNull();
    pass(Number(seconds) * 1_000);
    await refuseOften(strangers, "192.0.2.1", MAX_REFUSALS);
    expect(await refuse(strangers, "192.0.2.1")).not.toBeNull();
  });

  it.each([-HOUR, HOUR])("waits as long though the clock is set by %i ms", async (by) => {
    const strangers = strangersOf();
    await refuseOften(strangers, "192.0.2.1", MAX_REFUSALS);
    setClock(by);
    expect(await refuse(strangers, "192.0.2.1")).toBeLessThanOrEqual(60);
    pass(60_000);
    expect(await refuse(strangers, "192.0.2.1")).toBeNull();
  });

  it("is one with all others of its IPv6 network", async () => {
    const strangers = strangersOf();
    for (let host = 0; host < MAX_REFUSALS; host += 1) expect(await refuse(strangers, `2001:db8::${host}`)).toBeNull();
    expect(await refuse(strangers, "2001:db8::ffff")).not.toBeNull();
    expect(await refuse(strangers, "2001:db8:0:1::")).toBeNull();
  });

  it("that no platform tells is never over, and asks no limiter", async () => {
    const asked: string[] = [];
    const strangers = strangersOf(async (key) => asked.push(key) < 0);
    await refuseOften(strangers, null, MAX_REFUSALS + 1);
    expect(asked).toEqual([]);
  });

  it("is over at once where the place's limiter says so, which counts for all instances, of each secret by itself", async () => {
    const asked: string[] = [];
    const strangers = strangersOf(async (key) => asked.push(key) < 2, "token");
    await refuseOften(strangers, "192.0.2.1", 2);
    expect(await refuse(strangers, "192.0.2.1")).not.toBeNull();
    expect(asked).toEqual(Array(2).fill("token 192.0.2.1"));
  });

  it("is forgotten where more come than an instance remembers: memory does not grow with them", async () => {
    const strangers = strangersOf();
    await refuseOften(strangers, "192.0.2.1", MAX_REFUSALS);
    for (let address = 0; address < 4_999; address += 1) await refuse(strangers, `2001:db8:0:${address}::1`);
    expect(await refuse(strangers, "192.0.2.1")).not.toBeNull();
    await refuse(strangers, "2001:db8:0:ffff::1");
    expect(await refuse(strangers, "192.0.2.1")).toBeNull();
  });
});
