import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import {
  EDITION_DAYS,
  findRevision,
  listEditions,
  listRevisions,
  pruneHistory,
  REVISION_DAYS,
} from "../../../src/service/store/history.ts";
import { emptyStore, FAULT, insert, insertArticle, insertEdition, insertFeed, select } from "./rows.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const insertRevision = (revision: number, superseded_at: number | null = null) =>
  insert(db, "revision", {
    ...{ article_id: "a", revision, stored_at: revision * 10, updated: revision, superseded_at },
    body: `{"title":"T${revision}"}`,
  });

describe("an article's revisions", () => {
  beforeEach(async () => {
    await insertArticle(db, "a", { body: '{"title":"T1"}' });
    for (const revision of [2, 4]) await insertRevision(revision);
  });

  it("are the newest up to one, the newest first, and no more than asked for", async () => {
    expect(await listRevisions(db, "a", 4, 2)).toEqual([
      { revision: 4, stored_at: 40, updated: 4, article: { title: "T4" } },
      { revision: 2, stored_at: 20, updated: 2, article: { title: "T2" } },
    ]);
    expect((await listRevisions(db, "a", 3, 9)).map(({ revision }) => revision)).toEqual([2, 1]);
    expect(await listRevisions(db, "nothing", 9, 9)).toEqual([]);
  });

  it("are found one by one; null for one that is no longer kept, and never its neighbour", async () => {
    expect(await findRevision(db, "a", 2)).toEqual({ title: "T2" });
    for (const [id, revision] of [
      ["a", 3],
      ["a", 5],
      ["a", 0],
      ["b", 1],
    ] as const)
      expect(await findRevision(db, id, revision)).toBeNull();
  });
});

describe("a feed's history", () => {
  const refuse = (at: number, edition: number) =>
    insert(db, "refusal", { feed: "all", at, edition, discrepancies: JSON.stringify([FAULT]) });

  beforeEach(async () => {
    await insertEdition(db, "all", 1, { published_at: 10, entries: 3, changes: '{"added":["e"]}' });
    await refuse(20, 1);
    await insertEdition(db, "all", 2, { published_at: 30 });
    await insertEdition(db, "sport", 1, { published_at: 25 });
  });

  it("is its editions and refusals in one line, the newest first", async () => {
    expect(await listEditions(db, "all", 99, 9)).toMatchObject([{ number: 2, at: 30 }, { at: 20 }, { at: 10 }]);
    expect((await listEditions(db, "all", 99, 9)).slice(1)).toEqual([
      { number: 1, at: 20, entries: null, changes: null, discrepancies: [FAULT] },
      { number: 1, at: 10, entries: 3, changes: { added: ["e"] }, discrepancies: null },
    ]);
  });

  it("goes on before a time, which is not among it: page by page nothing comes twice, and nothing is left out", async () => {
    const times: number[] = [];
    for (let before = 99; ; ) {
      const [one] = await listEditions(db, "all", before, 1);
      if (!one) break;
      times.push(one.at);
      before = one.at;
    }
    expect(times).toEqual([30, 20, 10]);
  });
});

describe("pruning", () => {
  const kept = (days: number) => NOW - days * DAY;
  const numbers = async (sql: string) =>
    (await select(db, sql)).map((row) => Object.values(row as Record<string, unknown>)[0]);

  it("takes away superseded revisions that are older than they are kept, and never the current one", async () => {
    await insertArticle(db, "a", { revision: 4 });
    await insertRevision(1, kept(REVISION_DAYS) - 1);
    await insertRevision(2, kept(REVISION_DAYS));
    await insertRevision(3, kept(0));
    await pruneHistory(db, NOW);
    expect(await numbers("SELECT revision FROM revision ORDER BY revision")).toEqual([2, 3, 4]);
  });

  it("takes away old editions, refusals and what was served in them; what is current stays, however old", async () => {
    const old = kept(EDITION_DAYS) - 1;
    await insertFeed(db, "all", { edition: 2 });
    await insertEdition(db, "all", 1, { published_at: old });
    await insertEdition(db, "all", 2, { published_at: old, is_current: 1 });
    await insertEdition(db, "gone", 1, { published_at: old });
    await insertEdition(db, "gone", 2, { published_at: old + 1 });
    for (const at of [old, old + 1]) await insert(db, "refusal", { feed: "all", at, edition: 1, discrepancies: "[]" });
    for (const [revision, last_at] of [
      [1, old],
      [2, old + 1],
      [3, null],
    ] as const)
      await insert(db, "served", { article_id: "a", revision, feed: "all", first_edition: 1, first_at: 0, last_at });
    await pruneHistory(db, NOW);
    expect(await select(db, "SELECT feed, number FROM edition ORDER BY feed")).toEqual([
      { feed: "all", number: 2 },
      { feed: "gone", number: 2 },
    ]);
    expect(await numbers("SELECT at FROM refusal")).toEqual([old + 1]);
    expect(await numbers("SELECT revision FROM served ORDER BY revision")).toEqual([2, 3]);
  });

  it("takes away the last edition, too, of a feed that is no more", async () => {
    await insertFeed(db, "all", { edition: 1 });
    await insertEdition(db, "all", 1, { published_at: 0, is_current: 1 });
    await db.prepare("DELETE FROM feed").run();
    await pruneHistory(db, NOW);
    expect(await select(db, "SELECT number FROM edition")).toEqual([]);
  });

  it("takes away a thousand rows at most: the next sweep goes on", async () => {
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
         INSERT INTO refusal SELECT 'all', i, 1, '[]' FROM n`,
      )
      .run();
    await pruneHistory(db, NOW);
    expect(await numbers("SELECT count(*) FROM refusal")).toEqual([500]);
    await pruneHistory(db, NOW);
    expect(await numbers("SELECT count(*) FROM refusal")).toEqual([0]);
  });
});
