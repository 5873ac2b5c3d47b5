import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markOf, Pollers, type SeenPoll, SOON } from "../../src/audience/pollers.ts";

const NOON = Date.UTC(2026, 2, 1, 12);
const poll: SeenPoll = { address: "192.0.2.1", mark: markOf("curl/8"), feed: "all", format: "rss" };

describe("pollers", () => {
  it("come too soon who come back in less than a minute, each time they do", () => {
    const pollers = new Pollers(1);
    const times = [0, SOON - 1, SOON, 2 * SOON, 3 * SOON + 1, 3 * SOON + 2];
    expect(times.map((time) => pollers.isSoon(poll, NOON + time))).toEqual([false, true, true, false, false, true]);
  });

  it.each<[string, Partial<SeenPoll>]>([
    ["address", { address: "192.0.2.2" }],
    ["address, of IPv6", { address: "2001:db8::1" }],
    ["User-Agent", { mark: markOf("curl/9") }],
    ["feed", { feed: "sport" }],
    ["format", { format: "atom" }],
  ])("are others with another %s", (_, other) => {
    const pollers = new Pollers(1);
    pollers.isSoon(poll, NOON);
    expect(pollers.isSoon({ ...poll, ...other }, NOON)).toBe(false);
    expect(pollers.isSoon(poll, NOON)).toBe(true);
  });

  it("do not come too soon by a clock that was set back", () => {
    const pollers = new Pollers(1);
    pollers.isSoon(poll, NOON);
    expect(pollers.isSoon(poll, NOON - 1)).toBe(false);
  });

  it("are taken for one another hardly ever, and forgotten seldom, though there be thousands at a time", () => {
    const pollers = new Pollers(20_261_126);
    const all = Array.from({ length: 4_000 }, (_, index) => ({
      ...poll,
      address: `198.51.${index >> 8}.${index & 255}`,
    }));
    expect(all.filter((one) => pollers.isSoon(one, NOON)).length).toBeLessThanOrEqual(1);
    expect(all.filter((one) => pollers.isSoon(one, NOON + 1)).length).toBeGreaterThan(3_600);
  });

  it("are known by whatever they say", () => {
    const anything = fc.record({ address: fc.string(), mark: fc.integer(), feed: fc.string(), format: fc.string() });
    fc.assert(
      fc.property(anything, fc.integer(), fc.nat(), (one, seed, time) => {
        const pollers = new Pollers(seed);
        expect([pollers.isSoon(one, time), pollers.isSoon(one, time)]).toEqual([false, true]);
      }),
    );
  });
});

describe("a mark", () => {
  it("is FNV-1a (the test vectors of draft-eastlake-fnv)", () => {
    expect(["", "a", "foobar"].map((text) => (markOf(text) >>> 0).toString(16))).toEqual([
      "811c9dc5",
      "e40c292c",
      "bf9cf968",
    ]);
  });
});
