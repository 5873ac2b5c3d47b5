import { beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../../../src/edition/manifest.ts";
import type { Database } from "../../../src/service/home.ts";
import { DELTA_EDITIONS } from "../../../src/service/store/delta-source.ts";
import {
  findCurrentEdition,
  findEdition,
  holdsTakenBack,
  type NewEdition,
  saveEdition,
} from "../../../src/service/store/editions.ts";
import { type FeedState, findFeedState } from "../../../src/service/store/feeds.ts";
import { saveComposed } from "../../../src/service/store/refusals.ts";
import {
  emptyStore,
  FAULT,
  insertArticle,
  insertEdition,
  insertFeed,
  insertMembership,
  select,
  VALIDATORS,
} from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertFeed(db, "all", { changed: 5, composed: 2, stale_since: 50 });
});

async function state(): Promise<FeedState> {
  const found = await findFeedState(db, "all");
  if (!found) throw new Error("no feed");
  return found;
}

const MANIFEST: Manifest = [["entry:a", "hash", "a", 1]];

const edition = (more: Partial<NewEdition> = {}): NewEdition => ({
  oldest: { id: "a", updated: 70 },
  validators: VALIDATORS,
  before: [],
  manifest: MANIFEST,
  documents: [
    { format: "rss", coding: "identity", body: "<rss>é</rss>", spans: [[5, 6]] },
    { format: "rss", coding: "gzip", body: "AQIDBA==" },
  ],
  discrepancies: [],
  ...more,
});

const feedRow = async () =>
  (await select(db, "SELECT edition, changed, composed, stale_since, refusal FROM feed WHERE slug = 'all'"))[0];

describe("an edition that is saved", () => {
  it("is current, with its validators and the bytes that a 304 saves by coding", async () => {
    expect(await saveEdition(db, await state(), edition(), NOW)).toEqual({ owed: 0, isHeard: false });
    expect(await findCurrentEdition(db, "all")).toEqual({
      number: 1,
      validators: { ...VALIDATORS, rss: { ...VALIDATORS.rss, sizes: { identity: 13, gzip: 4 } } },
    });
    expect(await findEdition(db, "all", 1)).toMatchObject({ number: 1, manifest: MANIFEST });
  });

  it("says what it brought against the one before", async () => {
    const before: Manifest = [
      ["entry:a", "old hash", "a", 1],
      ["entry:b", "hash", "b", 1],
    ];
    await saveEdition(db, await state(), edition({ before }), NOW);
    expect(await select(db, "SELECT changes, entries, oldest_id, oldest_updated, published_at FROM edition")).toEqual([
      {
        changes: '{"added":[],"changed":["entry:a"],"removed":["entry:b"]}',
        ...{ entries: 1, oldest_id: "a", oldest_updated: 70, published_at: NOW },
      },
    ]);
  });

  it("makes its feed fresh", async () => {
    await saveEdition(db, await state(), edition(), NOW);
    expect(await feedRow()).toEqual({ edition: 1, changed: 5, composed: 5, stale_since: null, refusal: null });
  });

  it("leaves its feed stale for what has changed since it was selected", async () => {
    const selected = await state();
    await db.prepare("UPDATE feed SET changed = 6").run();
    await saveEdition(db, selected, edition(), NOW);
    expect(await feedRow()).toMatchObject({ changed: 6, composed: 5, stale_since: 50 });
  });

  it("keeps nothing of the documents before it where a request can reach it", async () => {
    await saveEdition(db, await state(), edition(), NOW);
    await saveEdition(db, await state(), edition({ documents: [{ format: "json", coding: "br", body: "AQ==" }] }), NOW);
    expect(await select(db, "SELECT edition, format, coding FROM document")).toEqual([
      { edition: 2, format: "json", coding: "br" },
    ]);
  });

  it("alone is kept as the current one", async () => {
    for (let round = 0; round < 3; round += 1) await saveEdition(db, await state(), edition(), NOW);
    expect(await select(db, "SELECT number FROM edition WHERE is_current = 1")).toEqual([{ number: 3 }]);
  });

  it("drops what stood in the one from which no delta starts any more", async () => {
    await insertEdition(db, "all", 1);
    await db
      .prepare("UPDATE feed SET edition = ?")
      .bind(DELTA_EDITIONS + 1)
      .run();
    await saveEdition(db, await state(), edition(), NOW);
    expect(await select(db, "SELECT number FROM edition WHERE manifest IS NULL")).toEqual([{ number: 1 }]);
  });

  it("that left something out says so, in the feed and in its history", async () => {
    await saveEdition(db, await state(), edition({ discrepancies: [FAULT] }), NOW);
    expect(await feedRow()).toMatchObject({ edition: 1, refusal: JSON.stringify([FAULT]) });
    expect(await select(db, "SELECT edition, at FROM refusal")).toEqual([{ edition: 1, at: NOW }]);
  });

  it("notes what a partner is told of which article, and nothing of a public feed", async () => {
    await saveEdition(db, await state(), edition(), NOW);
    expect(await select(db, "SELECT * FROM carried")).toEqual([]);
    await saveEdition(db, await state(), edition({ carried: [["a", 1, 0]] }), NOW);
    expect(await select(db, "SELECT article_id, edition, revision, present FROM carried")).toEqual([
      { article_id: "a", edition: 2, revision: 1, present: 1 },
    ]);
  });

  it("of two publishers that selected at once is the first one's, whole: the second changes nothing", async () => {
    const selected = await state();
    expect(await saveEdition(db, selected, edition(), NOW)).toEqual({ owed: 0, isHeard: false });
    const before = await Promise.all(
      ["feed", "edition", "document", "served"].map((one) => select(db, `SELECT * FROM ${one}`)),
    );
    const late = edition({ validators: { ...VALIDATORS, rss: { etag: "late", modified: 9 } }, discrepancies: [FAULT] });
    expect(await saveEdition(db, selected, late, NOW + 1)).toBeNull();
    const after = await Promise.all(
      ["feed", "edition", "document", "served"].map((one) => select(db, `SELECT * FROM ${one}`)),
    );
    expect(after).toEqual(before);
    expect(await select(db, "SELECT * FROM refusal")).toEqual([]);
  });

  it("fails loudly where the store does for another reason", async () => {
    const twice = edition({ documents: [...edition().documents, ...edition().documents] });
    await expect(saveEdition(db, await state(), twice, NOW)).rejects.toThrow("document");
    expect(await findCurrentEdition(db, "all")).toBeNull();
  });
});

describe("a composition without an edition", () => {
  it("makes its feed fresh, and leaves the edition as it is", async () => {
    await saveComposed(db, await state(), { isRefused: false, discrepancies: [] }, NOW);
    expect(await feedRow()).toEqual({ edition: 0, changed: 5, composed: 5, stale_since: null, refusal: null });
    expect(await select(db, "SELECT * FROM refusal")).toEqual([]);
  });

  it("that was refused says why, until the next one is good", async () => {
    await saveComposed(db, await state(), { isRefused: true, discrepancies: [FAULT] }, NOW);
    expect(await state()).toMatchObject({ refusal: [FAULT], composed: 5 });
    expect(await select(db, "SELECT feed, at, edition FROM refusal")).toEqual([{ feed: "all", at: NOW, edition: 0 }]);
    await saveComposed(db, await state(), { isRefused: false, discrepancies: [] }, NOW + 1);
    expect(await state()).toMatchObject({ refusal: null });
  });

  it("says nothing of a feed that has been published since", async () => {
    const selected = await state();
    await saveEdition(db, selected, edition(), NOW);
    await db.prepare("UPDATE feed SET changed = 6, stale_since = 60").run();
    const before = await feedRow();
    await saveComposed(db, selected, { isRefused: true, discrepancies: [FAULT] }, NOW + 1);
    expect(await feedRow()).toEqual(before);
  });

  it("never takes back that later changes were composed", async () => {
    const selected = await state();
    await db.prepare("UPDATE feed SET changed = 9, composed = 9").run();
    await saveComposed(db, { ...selected, changed: 5 }, { isRefused: false, discrepancies: [] }, NOW);
    expect(await feedRow()).toMatchObject({ composed: 9 });
  });
});

describe("an edition that is looked for", () => {
  it("is null where there is none", async () => {
    expect([await findCurrentEdition(db, "all"), await findCurrentEdition(db, "nothing")]).toEqual([null, null]);
    expect(await findEdition(db, "all", 1)).toBeNull();
  });

  it("that is too old for deltas held nothing that is known", async () => {
    await insertEdition(db, "all", 1, { manifest: null });
    expect(await findEdition(db, "all", 1)).toEqual({ number: 1, validators: VALIDATORS, manifest: [] });
  });
});

describe("what was taken back", () => {
  const shown = async (fields: Record<string, string | number | null>, revision = 1): Promise<boolean> => {
    await insertEdition(db, "all", 1, { manifest: JSON.stringify(MANIFEST) });
    await db.prepare("UPDATE feed SET edition = 1").run();
    await insertArticle(db, "a", { revision });
    await insertMembership(db, "all", "a", fields);
    return holdsTakenBack(db, await state(), NOW);
  };

  it.each([
    ["is in sight", {}, 1, false],
    ["is in sight until a later time", { visible_until: NOW + 1 }, 1, false],
    ["was changed since, and is in sight", {}, 2, false],
    ["is out of sight by now", { visible_until: NOW }, 1, true],
    ["is under embargo", { visible_from: NOW + 1 }, 1, true],
    ["is a notice now", { notice: 1 }, 2, true],
    ["was a notice then", { notice: 1 }, 1, false],
  ])("is still held where a story %s: %j, revision %i", async (_, fields, revision, held) => {
    expect(await shown(fields, revision)).toBe(held);
  });

  it("is still held where a story has left the feed", async () => {
    await shown({});
    await db.prepare("DELETE FROM membership").run();
    expect(await holdsTakenBack(db, await state(), NOW)).toBe(true);
  });

  it("is not held by a feed without an edition", async () => {
    expect(await holdsTakenBack(db, await state(), NOW)).toBe(false);
  });
});
