import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { listTroubles } from "../../../src/service/store/needs.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, FAULT, insert, insertEdition, insertFeed } from "./rows.ts";

const TIMES = { staleBefore: 100, takenBackAfter: 10 };
const REFUSAL = JSON.stringify([FAULT, { ...FAULT, field: "summary" }]);

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("where somebody has to look", () => {
  it("is nowhere in a store without trouble", async () => {
    await insertFeed(db, "fresh", { edition: 3 });
    expect(await listTroubles(db, TIMES)).toEqual({ heldBack: [], waiting: [], stillShown: [] });
  });

  it("is at what is held back, since it was first held back after the last good edition", async () => {
    await insertFeed(db, "a", { edition: 2, refusal: REFUSAL });
    await insertFeed(db, "b", { refusal: REFUSAL, partner: "radio" });
    await insertFeed(db, "good");
    await insertEdition(db, "a", 2, { published_at: 50 });
    for (const at of [40, 60, 70]) await insert(db, "refusal", { feed: "a", at, edition: 2, discrepancies: REFUSAL });
    await insert(db, "archive", { feed: "good", page: 3, refusal: REFUSAL });
    expect((await listTroubles(db, TIMES)).heldBack).toEqual([
      { feed: "a", page: null, since: 60, first: FAULT },
      { feed: "b", page: null, since: null, first: FAULT },
      { feed: "good", page: 3, since: null, first: FAULT },
    ]);
  });

  it("is at feeds that have waited for too long, the longest first", async () => {
    for (const [slug, stale_since] of [
      ["short", 100],
      ["long", 99],
      ["longer", 20],
    ] as const)
      await insertFeed(db, slug, { stale_since, partner: slug === "longer" ? "radio" : null });
    expect((await listTroubles(db, TIMES)).waiting).toEqual([
      { slug: "longer", since: 20 },
      { slug: "long", since: 99 },
    ]);
  });

  it("is at stories that were taken back and are in a feed still, each once", async () => {
    await insertFeed(db, "a", { changed: 3, composed: 2 });
    await insertFeed(db, "b", { changed: 3, composed: 3 });
    await insertFeed(db, "asleep", { changed: 3, composed: 2, asleep: 1 });
    await insert(db, "archive", { feed: "b", page: 1, changed: 2, composed: 1 });
    const takenBack = (article_id: string, feed: string, at: number, page = 0, changed = 3) =>
      insert(db, "taken_back", { article_id, revision: 2, feed, page, number: 1, changed, at });
    await takenBack("in both", "a", 50);
    await takenBack("in both", "b", 50, 1, 2);
    await takenBack("out", "b", 50);
    await takenBack("in what sleeps", "asleep", 50);
    await takenBack("just now", "a", 100);
    await takenBack("long ago", "a", 10);
    expect((await listTroubles(db, TIMES)).stillShown).toEqual([{ id: "in both", feed: "a", since: 50 }]);
  });

  it("is found by indexes of what is in trouble", async () => {
    const { db: recorded, queries } = recordQueries();
    await listTroubles(recorded, TIMES);
    expect(queries.size).toBe(4);
    const steps = [...(await explain(queries)).values()].flat().filter((step) => /\bSCAN\b|\bAUTOMATIC\b/.test(step));
    expect(steps.sort()).toEqual([
      "SCAN archive USING INDEX archive_refused",
      "SCAN f USING INDEX feed_refused",
      "SCAN feed USING INDEX feed_stale",
    ]);
  });
});
