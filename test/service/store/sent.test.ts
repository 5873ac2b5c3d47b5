import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findSent } from "../../../src/service/store/sent.ts";
import { emptyStore, insert, insertArticle, insertPush, insertSubscription } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertArticle(db, "a", { body: '{"status":"usable"}' });
});

/** In which editions of a feed a revision of the story stood. */
const stand = (revision: number, first: number, last: number | null, feed = "all") =>
  insert(db, "served", {
    ...{ article_id: "a", revision, feed, first_edition: first, first_at: first * 1_000, last_edition: last },
    last_at: last === null ? null : (last + 1) * 1_000,
  });

async function store(revision: number, status: string): Promise<void> {
  await db.prepare("UPDATE article SET revision = ?").bind(revision).run();
  await insert(db, "revision", {
    ...{ article_id: "a", revision, stored_at: 0, updated: 0, body: JSON.stringify({ status }) },
  });
}

/** Subscribers with what they were sent. */
async function subscriber(id: number, editions: number[], fields: Record<string, string | number | null> = {}) {
  await insertSubscription(db, id, fields);
  for (const edition of editions) await insertPush(db, id, edition, { feed: String(fields.feed ?? "all") });
}

const sent = async () =>
  (await findSent(db, "a")).sent.map(({ revision, id, state, edition, pushed_at, of }) => ({
    ...{ revision, id, state, edition, pushed_at, of },
  }));
const still = async () =>
  (await findSent(db, "a")).still.map(({ id, edition, is_owed, end_reason, of }) => ({
    ...{ id, edition, is_owed, end_reason, of },
  }));

describe("what subscribers were sent of a revision", () => {
  const none = { edition: null, pushed_at: null };

  it("is the first edition with it that they took; who is to have it and has not waits", async () => {
    await stand(1, 3, null);
    await subscriber(7, [2, 4, 5], { wanted: 5 });
    await subscriber(8, [2], { wanted: 5 });
    await subscriber(9, [2], { wanted: 2 });
    await subscriber(10, [2], { wanted: 5, ended_at: 1 });
    await subscriber(11, [4], { feed: "sport", wanted: 5 });
    expect(await sent()).toEqual([
      { revision: 1, id: 7, state: "received", edition: 4, pushed_at: 4_000, of: 1 },
      { revision: 1, id: 8, state: "waiting", ...none, of: 1 },
    ]);
  });

  it("was merged into a later one for whom only editions before and after it were sent", async () => {
    await stand(1, 3, 4);
    await stand(2, 5, null);
    await subscriber(7, [2, 5], { wanted: 5 });
    await subscriber(8, [5], { wanted: 5 });
    expect(await sent()).toEqual([
      { revision: 1, id: 7, state: "superseded", ...none, of: 1 },
      { revision: 2, id: 7, state: "received", edition: 5, pushed_at: 5_000, of: 2 },
      { revision: 2, id: 8, state: "received", edition: 5, pushed_at: 5_000, of: 2 },
    ]);
  });

  it("is nothing of an edition in which it did not stand for a while", async () => {
    await stand(1, 3, 4);
    await stand(1, 8, null);
    await subscriber(7, [5, 9], { wanted: 9 });
    await subscriber(8, [5], { wanted: 9 });
    expect(await sent()).toMatchObject([
      { id: 7, state: "received", edition: 9 },
      { id: 8, state: "waiting" },
    ]);
  });

  it("is no matter of a partner's feed, whose receipts tell of it", async () => {
    await stand(1, 3, null, "radio");
    await subscriber(7, [3], { feed: "radio", partner: "radio", wanted: 3 });
    expect(await findSent(db, "a")).toEqual({ sent: [], still: [], more: false });
  });

  it("names fifty of those that fare alike, and counts them all", async () => {
    await stand(1, 3, null);
    for (let id = 1; id <= 60; id += 1) await subscriber(id, [3], { host: `h${100 - id}.example` });
    const rows = await sent();
    expect([rows.length, rows[0]]).toEqual([50, expect.objectContaining({ id: 60, of: 60 })]);
  });
});

describe("who still has a story that was taken back", () => {
  beforeEach(async () => {
    await stand(1, 3, 5);
    await stand(2, 6, 8);
    await store(2, "canceled");
  });

  it("was sent an edition with it, and none with the notice", async () => {
    await subscriber(1, [2, 3, 5], { due_at: 1 });
    await subscriber(2, [3, 6]);
    await subscriber(3, [2, 6]);
    await subscriber(4, [2], { due_at: 1 });
    expect(await still()).toEqual([{ id: 1, edition: 5, is_owed: 1, end_reason: null, of: 1 }]);
  });

  it("has missed the notice where it was sent only what came after it", async () => {
    await subscriber(1, [3, 9]);
    expect(await still()).toEqual([{ id: 1, edition: 3, is_owed: 0, end_reason: null, of: 1 }]);
  });

  it("may be no subscriber any more: those that can be told come first", async () => {
    await subscriber(1, [4], { ended_at: 1, end_reason: "lapsed" });
    await subscriber(2, [4], { due_at: 1 });
    expect(await still()).toMatchObject([
      { id: 2, end_reason: null, of: 2 },
      { id: 1, end_reason: "lapsed", of: 2 },
    ]);
  });

  it("are all that were sent it while no edition has the notice", async () => {
    await db.prepare("DELETE FROM served WHERE revision = 2").run();
    await db.prepare("UPDATE served SET last_edition = NULL").run();
    await subscriber(1, [3]);
    expect(await still()).toMatchObject([{ id: 1, edition: 3, is_owed: 1 }]);
  });

  it("is nobody where it was told by an earlier notice, or the story is back", async () => {
    await store(3, "canceled");
    await stand(3, 9, null);
    await subscriber(1, [3, 6]);
    await subscriber(2, [3, 9]);
    expect(await still()).toEqual([]);
    await subscriber(3, [3]);
    expect(await still()).toHaveLength(1);
    await store(4, "usable");
    expect(await still()).toEqual([]);
  });
});
