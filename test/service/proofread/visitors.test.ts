import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Home } from "../../../src/service/home.ts";
import { MAX_AT_ONCE, MAX_AT_ONCE_OF_NETWORK, MAX_OF_ADDRESS } from "../../../src/service/proofread/limits.ts";
import { notNow, Visitors } from "../../../src/service/proofread/visitors.ts";
import { pass, startClock } from "../clock.ts";

beforeEach(() => startClock(Date.UTC(2026, 5, 1, 12)));
afterEach(() => void vi.useRealTimers());

const visitorsOf = (limiter?: Home["limiter"]) =>
  new Visitors({ addressOf: ({ headers }) => headers.get("from"), limiter });

const come = (visitors: Visitors, from?: string) =>
  visitors.admit(new Request("https://feeds.example/", { headers: from === undefined ? {} : { from } }));

describe("an address", () => {
  it("comes in so often a minute, and again in the next", async () => {
    const visitors = visitorsOf();
    for (let time = 0; time < MAX_OF_ADDRESS; time += 1)
      expect(await come(visitors, "192.0.2.1")).toEqual({ status: "in" });
    const refused = await come(visitors, "192.0.2.1");
    expect(refused).toMatchObject({ status: "too often", seconds: 60 });
    expect(refused.status === "in" ? refused : notNow(refused)).toMatchObject({ status: 429, seconds: 60 });
    expect(await come(visitors, "192.0.2.2")).toEqual({ status: "in" });
    pass(60_000);
    expect(await come(visitors, "192.0.2.1")).toEqual({ status: "in" });
  });

  it.each([
    ["2001:db8::1", "2001:db8::ffff:0:0:1"],
    ["2001:db8:0:0:1::", "2001:db8::2"],
  ])("of IPv6 is one with its whole network: %s and %s", async (one, other) => {
    const visitors = visitorsOf();
    for (let time = 0; time < MAX_OF_ADDRESS; time += 1) await come(visitors, one);
    expect((await come(visitors, other)).status).toBe("too often");
    expect((await come(visitors, "2001:db8:0:1::1")).status).toBe("in");
  });

  it("that nobody knows is one with all such", async () => {
    const visitors = visitorsOf();
    for (let time = 0; time < MAX_OF_ADDRESS; time += 1) await come(visitors);
    expect((await come(visitors)).status).toBe("too often");
  });

  it("is over at once where the place's limiter says so", async () => {
    const asked: string[] = [];
    const visitors = visitorsOf(async (key) => asked.push(key) < 2);
    expect([(await come(visitors, "192.0.2.1")).status, (await come(visitors, "192.0.2.1")).status]).toEqual([
      "in",
      "too often",
    ]);
    expect(asked).toEqual(["proofread 192.0.2.1", "proofread 192.0.2.1"]);
  });
});

describe("a place", () => {
  const requestFrom = (from: string) => new Request("https://feeds.example/", { headers: { from } });
  const TOO_MANY = { status: "too many", seconds: 5 } as const;

  /** Works that go on until they are ended. */
  function works() {
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((_, reject) => ends.push(() => reject(new Error("over"))));
    const end = () => {
      for (const one of ends) one();
    };
    return { work, end };
  }

  it("is taken when the work begins, whoever was let in before, and who fails makes room, too", async () => {
    const visitors = visitorsOf();
    const from = Array.from({ length: MAX_AT_ONCE + 1 }, (_, index) => `192.0.2.${index}`);
    for (const one of from) expect(await come(visitors, one)).toEqual({ status: "in" });
    const { work, end } = works();
    const served = from.map((one) => visitors.serve(requestFrom(one), work));
    expect(await served.pop()).toEqual(TOO_MANY);
    expect(notNow(TOO_MANY)).toMatchObject({ status: 503, seconds: 5 });
    expect(await visitors.serve("newsroom", work)).toEqual(TOO_MANY);
    end();
    await Promise.allSettled(served);
    expect(await visitors.serve("newsroom", async () => "served")).toBe("served");
  });

  it("is left for others by the strangers of one network", async () => {
    const visitors = visitorsOf();
    const { work, end } = works();
    const served = Array.from({ length: MAX_AT_ONCE_OF_NETWORK }, (_, index) =>
      visitors.serve(requestFrom(`2001:db8::${index + 1}`), work),
    );
    expect(await visitors.serve(requestFrom("2001:db8::99"), work)).toEqual(TOO_MANY);
    expect(await visitors.serve(requestFrom("2001:db8:0:1::1"), async () => "served")).toBe("served");
    end();
    await Promise.allSettled(served);
    expect(await visitors.serve(requestFrom("2001:db8::99"), async () => "served")).toBe("served");
  });
});
