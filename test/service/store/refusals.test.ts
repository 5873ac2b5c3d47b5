import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { noteRefusal, refusalOf } from "../../../src/service/store/refusals.ts";
import type { Discrepancy } from "../../../src/verify/discrepancy.ts";
import { emptyStore, select } from "./rows.ts";

const discrepancy = (more: Partial<Discrepancy> = {}): Discrepancy => ({
  ...{ feed: "all", format: "rss", reader: "rss-parser", entry: "e", field: "title", stored: "A", read: "B" },
  ...more,
});

const parsed = (some: Discrepancy[]): Discrepancy[] => JSON.parse(refusalOf(some) ?? "null");

describe("a refusal", () => {
  it("is nothing where there is no discrepancy", () => {
    expect(refusalOf([])).toBeNull();
  });

  it("is its discrepancies, as they are", () => {
    const some = [discrepancy(), discrepancy({ field: "link" })];
    expect(parsed(some)).toEqual(some);
  });

  it("keeps fifty of many, and the beginning of long values: one fault repeats in every entry", () => {
    const many = Array.from({ length: 60 }, (_, index) => discrepancy({ entry: `e${index}`, read: "x".repeat(501) }));
    const kept = parsed(many);
    expect(kept.map(({ entry }) => entry)).toEqual(many.slice(0, 50).map(({ entry }) => entry));
    expect(kept[0]).toEqual({ ...many[0], read: "x".repeat(500) });
    expect(many[0]?.read).toHaveLength(501);
  });
});

describe("the history of refusals", () => {
  let db: Database;
  beforeEach(async () => {
    db = await emptyStore();
  });
  const stamp = { feed: "all", number: 3, at: 1_000 };

  it("has each with the edition that stayed, and none of what was not refused", async () => {
    await db.batch([...noteRefusal(db, stamp, '["why"]'), ...noteRefusal(db, { ...stamp, at: 2_000 }, '["why"]')]);
    expect(noteRefusal(db, stamp, null)).toEqual([]);
    expect(await select(db, "SELECT * FROM refusal ORDER BY at")).toEqual([
      { feed: "all", at: 1_000, edition: 3, discrepancies: '["why"]' },
      { feed: "all", at: 2_000, edition: 3, discrepancies: '["why"]' },
    ]);
  });

  it("has the later of two in one millisecond: publishers may race", async () => {
    await db.batch(noteRefusal(db, stamp, '["first"]'));
    await db.batch(noteRefusal(db, stamp, '["second"]'));
    expect(await select(db, "SELECT discrepancies FROM refusal")).toEqual([{ discrepancies: '["second"]' }]);
  });
});
