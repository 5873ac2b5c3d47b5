import { describe, expect, it } from "vitest";
import { COUNTED, designs, type Work, type Works } from "../../bench/bill/designs.ts";
import { TRAFFIC } from "../../bench/bill/traffic.ts";

const nothing: Work = { cpu: 0, read: 0, written: 0, messages: 0 };
const worksOf = (some: Partial<Works>): Works =>
  ({ ...Object.fromEntries(COUNTED.map((name) => [name, nothing])), ...some }) as Works;

const TRIED = { ...TRAFFIC, polls: 100_000 };
const MONTH = 30;

describe("three designs", () => {
  it("bill what Workers Cache answers as requests, and no processor time for it", () => {
    const poll = { ...nothing, cpu: 1 };
    const [cached, bare] = designs(TRIED, worksOf({ unchanged: poll, whole: poll }), 1);
    expect([cached?.usage.requests, bare?.usage.requests].map((count) => Math.round(count ?? 0))).toEqual([
      3_015_000, 3_015_000,
    ]);
    expect(Math.round(bare?.usage.cpu ?? 0)).toBe(3_000_000);
    expect(Math.round((cached?.usage.cpu ?? 0) + (cached?.hits ?? 0))).toBe(3_000_000);
  });

  it("publish alike: an edition's work, a sweep's every minute, three operations for a message", () => {
    const edition = { cpu: 100, read: 50, written: 10, messages: 2 };
    const all = designs(TRIED, worksOf({ edition, sweep: { ...nothing, read: 7 } }), 1);
    expect(all).toHaveLength(3);
    for (const { usage } of all) {
      expect(usage.cpu).toBe(500 * 100 * MONTH);
      expect(usage.rowsRead).toBe((500 * 50 + 1440 * 7) * MONTH);
      expect(usage.rowsWritten).toBe(500 * 10 * MONTH);
      expect(usage.operations).toBe(500 * 2 * 3 * MONTH);
    }
  });

  it("write every document of an edition into the bucket, and read what the zone's cache has not", () => {
    const { usage, hits } = designs(TRIED, worksOf({}), 1)[2] ?? { usage: undefined, hits: 0 };
    expect(usage?.classA).toBe(500 * 3 * 3 * MONTH);
    expect(Math.round((usage?.classB ?? 0) + hits)).toBe(3_000_000);
    expect(usage?.requests).toBe(500 * MONTH);
  });
});
