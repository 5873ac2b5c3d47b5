import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { AWAKE_FOR, notePolled } from "../../../src/service/store/polled.ts";
import {
  claimWake,
  fallAsleep,
  findSleeper,
  isAsleep,
  MAX_WOKEN,
  releaseWake,
  WAKE_PATIENCE,
  wakeUp,
} from "../../../src/service/store/sleep.ts";
import { emptyStore, insert, insertFeed, insertMembership, select } from "./rows.ts";

const NOW = 1_000_000_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insert(db, "family", { path: "tag", selection: "{}", presentation: "{}" });
});

const insertMember = (value: string, fields = {}) =>
  insertFeed(db, `tag/${value}`, { family: "tag", value, labels: "[]", asleep: 1, ...fields });

describe("a family's feed, as a poll finds it", () => {
  it("has so many stories in sight, as far as they are counted, and notices are none", async () => {
    await insertMember("sea");
    for (const id of ["a", "b", "c"]) await insertMembership(db, "tag/sea", id);
    await insertMembership(db, "tag/sea", "gone", { notice: 1 });
    await insertMembership(db, "tag/sea", "later", { visible_from: NOW + 1 });
    await insertMembership(db, "tag/sea", "over", { visible_until: NOW });
    const sleeper = { asleep: 1, edition: 0, refused: 0, choosing: 0 };
    expect(await findSleeper(db, "tag/sea", 9, NOW)).toEqual({ ...sleeper, stories: 3 });
    expect(await findSleeper(db, "tag/sea", 2, NOW)).toEqual({ ...sleeper, stories: 2 });
  });

  it("is refused for as long as it is as it was, and its articles may be under choice", async () => {
    await insertMember("sea", { refusal: "[]", changed: 4, composed: 4 });
    expect(await findSleeper(db, "tag/sea", 1, NOW)).toMatchObject({ refused: 1, choosing: 0 });
    await db.prepare("UPDATE feed SET changed = 5").run();
    await db.prepare("UPDATE family SET reselect_after = 'a'").run();
    expect(await findSleeper(db, "tag/sea", 1, NOW)).toMatchObject({ refused: 0, choosing: 1 });
  });

  it("is none where it is no family's", async () => {
    await insertFeed(db, "all");
    expect([await findSleeper(db, "all", 1, NOW), await findSleeper(db, "tag/x", 1, NOW)]).toEqual([null, null]);
  });
});

describe("waking a feed", () => {
  it("is for one to do, until it has had its time or given up", async () => {
    await insertMember("sea");
    expect(await claimWake(db, "tag/sea", NOW)).toBe("claimed");
    expect(await claimWake(db, "tag/sea", NOW + WAKE_PATIENCE - 1)).toBe("others");
    expect(await claimWake(db, "tag/sea", NOW + WAKE_PATIENCE)).toBe("claimed");
    await releaseWake(db, "tag/sea");
    expect(await claimWake(db, "tag/sea", NOW + WAKE_PATIENCE + 1)).toBe("claimed");
  });

  it("is for nobody where the feed is awake", async () => {
    await insertMember("sea", { asleep: 0 });
    expect(await claimWake(db, "tag/sea", NOW)).toBe("others");
  });

  it("is done so often a minute, of all feeds together", async () => {
    const rows = Array.from({ length: MAX_WOKEN }, (_, index) => ({ slug: `tag/${index}`, at: NOW }));
    await db
      .prepare(
        `INSERT INTO feed (slug, selection, presentation, page_size, family, value, asleep, woken_at)
         SELECT value ->> 'slug', '', '', 1, 'tag', value ->> 'slug', 0, value ->> 'at' FROM json_each(?)`,
      )
      .bind(JSON.stringify(rows))
      .run();
    await insertMember("sea");
    expect(await claimWake(db, "tag/sea", NOW + 59_999)).toBe("busy");
    expect(await claimWake(db, "tag/sea", NOW + 60_000)).toBe("claimed");
  });

  it("makes it due, and stale where something has changed since it was read", async () => {
    await insertMember("sea", { changed: 3, composed: 2 });
    await insertMember("shore", { changed: 2, composed: 2 });
    for (const slug of ["tag/sea", "tag/shore"]) await wakeUp(db, slug, NOW).run();
    expect(
      await select(db, "SELECT slug, asleep, awake_until, due_at, swept_at, stale_since FROM feed ORDER BY slug"),
    ).toEqual([
      { slug: "tag/sea", asleep: 0, awake_until: NOW + AWAKE_FOR, due_at: NOW, swept_at: NOW, stale_since: NOW },
      { slug: "tag/shore", asleep: 0, awake_until: NOW + AWAKE_FOR, due_at: NOW, swept_at: NOW, stale_since: null },
    ]);
    expect(await isAsleep(db, "tag/sea")).toBe(false);
  });
});

describe("a feed that nobody has polled for long", () => {
  beforeEach(async () => {
    await insertMember("sea", {
      asleep: 0,
      awake_until: NOW,
      due_at: 5,
      stale_since: 5,
      urgent: 1,
      edition: 3,
      refusal: "[]",
    });
    await insertMember("shore", { asleep: 0, awake_until: NOW + 1 });
    await insertFeed(db, "all");
    for (const feed of ["tag/sea", "tag/shore", "all"]) {
      await insert(db, "document", { feed, edition: 3, format: "rss", coding: "identity", part: 0, body: "" });
      await insert(db, "archive_document", { feed, page: 1, version: 1, format: "rss", part: 0, body: "" });
      await insert(db, "archive", { feed, page: 1, version: 1, composed: 1, validators: "{}" });
    }
  });

  it("falls asleep: its documents go, its pages are to be made anew, and it is due no more", async () => {
    expect(await fallAsleep(db, NOW)).toEqual(["tag/sea"]);
    for (const table of ["document", "archive_document"])
      expect(await select(db, `SELECT feed FROM ${table} ORDER BY feed`)).toEqual([
        { feed: "all" },
        { feed: "tag/shore" },
      ]);
    expect(await select(db, "SELECT feed FROM archive WHERE composed = 0")).toEqual([{ feed: "tag/sea" }]);
    expect(
      await select(
        db,
        "SELECT asleep, awake_until, due_at, stale_since, urgent, edition, refusal FROM feed WHERE slug = 'tag/sea'",
      ),
    ).toEqual([
      { asleep: 1, awake_until: null, due_at: null, stale_since: null, urgent: 0, edition: 3, refusal: null },
    ]);
    expect(await fallAsleep(db, NOW)).toEqual([]);
  });

  it("stays awake where somebody polls it again", async () => {
    await notePolled(db, "tag/sea", { format: "rss", coding: "gzip" }, NOW);
    expect(await fallAsleep(db, NOW + 1)).toEqual(["tag/shore"]);
    expect(await fallAsleep(db, NOW + AWAKE_FOR - 1)).toEqual([]);
    expect(await fallAsleep(db, NOW + AWAKE_FOR)).toEqual(["tag/sea"]);
  });

  it("is never one with a definition of its own, polled or not", async () => {
    await notePolled(db, "all", { format: "rss", coding: "gzip" }, NOW);
    expect(await fallAsleep(db, NOW + 10 * AWAKE_FOR)).toEqual(["tag/sea", "tag/shore"]);
  });
});
