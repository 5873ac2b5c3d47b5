import { describe, expect, it } from "vitest";
import { CHECK_INTERVAL, MAX_MEMORY_BYTES, Memory } from "../../../src/service/poll/memory.ts";
import { MEMORY_BOUND } from "../../../src/service/shared-copies.ts";
import type { CurrentEdition } from "../../../src/service/store/validators.ts";

const edition = (number: number): CurrentEdition => {
  const one = { etag: String(number), modified: number * 1000 };
  return { number, validators: { rss: one, atom: one, json: one } };
};
const QUARTER = MAX_MEMORY_BYTES / 4;
const body = (bytes: number): Uint8Array => new Uint8Array(bytes);

/** What a memory really holds, whatever it counts. */
const held = (memory: Memory, slugs: string[]): number =>
  slugs
    .flatMap((slug) => [...(memory.get(slug)?.bodies.values() ?? [])])
    .reduce((sum, { byteLength }) => sum + byteLength, 0);

describe("an instance's memory", () => {
  it("never holds more than it may, be it of one edition's many deltas", () => {
    const memory = new Memory();
    const one = memory.confirm("a", edition(1), 1);
    for (let index = 0; index < 50; index += 1) {
      memory.keep(one, `rss identity since ${index}`, body(QUARTER - index));
      expect(held(memory, ["a"])).toBeLessThanOrEqual(MAX_MEMORY_BYTES);
      expect(one.bodies.has(`rss identity since ${index}`)).toBe(true);
    }
  });

  it("lets the bodies of the least recently polled go, and keeps their validators", () => {
    const memory = new Memory();
    for (const slug of ["a", "b", "c", "d"]) memory.keep(memory.confirm(slug, edition(1), 1), "rss br", body(QUARTER));
    memory.get("a");
    memory.keep(memory.confirm("e", edition(1), 1), "rss br", body(QUARTER));
    const bodies = ["a", "b", "c", "d", "e"].map((slug) => memory.get(slug)?.bodies.size);
    expect(bodies).toEqual([1, 0, 1, 1, 1]);
    expect(memory.get("b")?.edition.number).toBe(1);
  });

  it("drops an edition's bodies for a newer one's", () => {
    const memory = new Memory();
    memory.keep(memory.confirm("a", edition(1), 1), "rss br", body(9));
    expect(memory.confirm("a", edition(2), 2).bodies.size).toBe(0);
  });

  it("does not go back for an answer that was asked for earlier; for a later one it does", () => {
    const memory = new Memory();
    memory.confirm("a", edition(2), 20);
    expect(memory.confirm("a", edition(1), 10).edition.number).toBe(2);
    expect(memory.confirm("a", edition(1), 30).edition.number).toBe(1);
  });

  it("serves what it holds for no longer than its bound where the store is slow, and on where it is down, until that answers", () => {
    const memory = new Memory();
    const one = memory.confirm("a", edition(1), 0);
    memory.doubt(one, CHECK_INTERVAL + 1_000, false);
    expect(one.trustedUntil).toBe(MEMORY_BOUND);
    memory.doubt(one, 60_000, true);
    expect(one.trustedUntil).toBe(60_000 + CHECK_INTERVAL);
    memory.doubt(one, 70_000, false);
    expect(one.trustedUntil).toBe(70_000 + CHECK_INTERVAL);
    memory.confirm("a", edition(1), 80_000);
    expect([one.trustedUntil, one.isStoreDown]).toEqual([80_000 + CHECK_INTERVAL, false]);
  });

  it("keeps no body of an edition that has been replaced meanwhile, and none that is very large", () => {
    const memory = new Memory();
    const old = memory.confirm("a", edition(1), 1);
    const current = memory.confirm("a", edition(2), 2);
    memory.keep(old, "rss br", body(9));
    memory.keep(current, "atom br", body(QUARTER + 1));
    expect([old.bodies.size, current.bodies.size]).toEqual([0, 0]);
  });
});
