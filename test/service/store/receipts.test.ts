import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import {
  findReceipts,
  type HeldRevision,
  listPickups,
  recordCarried,
  savePollNote,
} from "../../../src/service/store/receipts.ts";
import {
  emptyStore,
  insert,
  insertArticle,
  insertEdition,
  insertMembership,
  insertPush,
  insertSubscription,
  select,
} from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("what a partner's editions say of an article", () => {
  /** Publishes an edition that holds these, at as many seconds as its number. */
  async function publish(number: number, ...carried: HeldRevision[]): Promise<void> {
    const manifest = JSON.stringify(carried.map(([id, revision]) => [`entry:${id}`, "hash", id, revision]));
    await insertEdition(db, "radio", number, { manifest });
    await db.batch(recordCarried(db, { feed: "radio", number, at: number * 1_000 }, carried));
  }

  const said = () =>
    select(
      db,
      "SELECT article_id || edition AS what, revision, present, pushed, retracted FROM carried ORDER BY edition, what",
    );

  beforeEach(async () => {
    for (const id of ["a", "b"]) await insertArticle(db, id, { body: '{"status":"usable"}' });
  });

  it("is a row where it begins and where it changes, and none where it goes on", async () => {
    await publish(1, ["a", 1, 0]);
    await publish(2, ["a", 1, 0], ["b", 1, 0]);
    await publish(3, ["a", 2, 0], ["b", 1, 0]);
    expect(await said()).toEqual([
      { what: "a1", revision: 1, present: 1, pushed: 0, retracted: 0 },
      { what: "b2", revision: 1, present: 1, pushed: 0, retracted: 0 },
      { what: "a3", revision: 2, present: 1, pushed: 0, retracted: 0 },
    ]);
    expect(await select(db, "SELECT published_at FROM carried WHERE edition = 3")).toEqual([{ published_at: 3_000 }]);
  });

  it("is that it was taken back, where the edition has the notice", async () => {
    await publish(1, ["a", 1, 0]);
    await publish(2, ["a", 2, 1]);
    expect((await said())[1]).toEqual({ what: "a2", revision: 2, present: 1, pushed: 0, retracted: 1 });
  });

  it.each([
    [
      "newer ones took its place: it is the partner's to have still",
      {},
      '{"status":"usable"}',
      { pushed: 1, retracted: 0 },
    ],
    ["its licence was withdrawn", null, '{"status":"usable"}', { pushed: 0, retracted: 0 }],
    ["it was taken back without a notice", null, '{"status":"canceled"}', { pushed: 0, retracted: 1 }],
    ["it is out of its time", { visible_until: 1_500 }, '{"status":"usable"}', { pushed: 0, retracted: 0 }],
  ])("is that it is gone, and why: %s", async (_, membership, body, expected) => {
    await publish(1, ["a", 1, 0], ["b", 1, 0]);
    if (membership) await insertMembership(db, "radio", "a", membership);
    await db.prepare("UPDATE revision SET body = ? WHERE article_id = 'a'").bind(body).run();
    await publish(2, ["b", 1, 0]);
    expect((await said()).slice(2)).toEqual([{ what: "a2", revision: 1, present: 0, ...expected }]);
  });

  it("is said again where it comes back, though it is the same revision", async () => {
    await publish(1, ["a", 1, 0], ["b", 1, 0]);
    await publish(2, ["b", 1, 0]);
    await publish(3, ["a", 1, 0], ["b", 1, 0]);
    expect((await said()).map((row) => (row as { what: string }).what)).toEqual(["a1", "b1", "a2", "a3"]);
  });
});

const receipt = (edition: number, status = 200) => ({
  ...{ feed: "radio", partner: "radio", edition, key_id: "k", format: "rss", status },
});

const note = (more: object = {}) => ({
  ...{ keyId: "k", day: 7, bytes: 10, poll: { feed: "radio", partner: "radio" } },
  ...more,
});

describe("a note of a poll", () => {
  const keys = () => select(db, "SELECT day, bytes, last_used_at FROM partner_key");

  beforeEach(async () => {
    await insert(db, "partner", { slug: "radio", name: "R", requests_per_minute: 1, bytes_per_day: 1 });
    await insert(db, "partner_key", { id: "k", partner: "radio", hash: "", created_at: 0 });
  });

  it("adds a day's bytes up, and begins anew with another day", async () => {
    await savePollNote(db, note(), 100);
    await savePollNote(db, note({ bytes: 5 }), 200);
    expect(await keys()).toEqual([{ day: 7, bytes: 15, last_used_at: 200 }]);
    await savePollNote(db, note({ day: 8, bytes: 3 }), 300);
    expect(await keys()).toEqual([{ day: 8, bytes: 3, last_used_at: 300 }]);
  });

  it("that comes late makes nothing earlier than it was", async () => {
    await savePollNote(db, note({ receipt: receipt(3) }), 200);
    await savePollNote(db, note({ receipt: receipt(2) }), 100);
    expect(await keys()).toMatchObject([{ last_used_at: 200 }]);
    expect(await listPickups(db, ["radio"])).toEqual([
      { feed: "radio", partner: "radio", polled_at: 200, pushed_at: null, edition: 3 },
    ]);
  });

  it("without a receipt leaves what the partner is known to have; of an archive it is no poll of the feed", async () => {
    await savePollNote(db, note({ poll: undefined }), 100);
    expect(await listPickups(db, ["radio"])).toEqual([]);
    await savePollNote(db, note(), 200);
    expect(await listPickups(db, ["radio"])).toMatchObject([{ edition: 0 }]);
  });

  it("by two instances at once leaves the first one's receipt, and both polls' bytes", async () => {
    await savePollNote(db, note({ receipt: receipt(1, 200) }), 100);
    await savePollNote(db, note({ receipt: receipt(1, 304) }), 200);
    expect(await select(db, "SELECT edition, status, served_at FROM receipt")).toEqual([
      { edition: 1, status: 200, served_at: 100 },
    ]);
    expect(await keys()).toMatchObject([{ bytes: 20 }]);
  });
});

describe("what a subscriber answers with 2xx", () => {
  const RADIO = { feed: "radio", partner: "radio", key_id: "k" };

  it("is its partner's receipt, and an edition that the partner has, though it has never polled", async () => {
    await insertSubscription(db, 7, RADIO);
    await insertPush(db, 7, 3, { feed: "radio" });
    expect(await select(db, "SELECT * FROM receipt")).toEqual([
      { ...receipt(3, 204), format: "rss", served_at: 3_000, via: "push" },
    ]);
    expect(await listPickups(db, ["radio"])).toEqual([
      { feed: "radio", partner: "radio", polled_at: null, pushed_at: 3_000, edition: 3 },
    ]);
    await savePollNote(db, note({ receipt: receipt(2) }), 5_000);
    expect(await listPickups(db, ["radio"])).toMatchObject([{ polled_at: 5_000, pushed_at: 3_000, edition: 3 }]);
  });

  it("takes no receipt's place that the partner had by a poll", async () => {
    await insertSubscription(db, 7, RADIO);
    await savePollNote(db, note({ receipt: receipt(3) }), 100);
    await insertPush(db, 7, 3, { feed: "radio" });
    expect(await select(db, "SELECT via, served_at FROM receipt")).toEqual([{ via: "poll", served_at: 100 }]);
  });

  it("is nobody's receipt where it is no partner's", async () => {
    await insertSubscription(db, 7);
    await insertPush(db, 7, 3);
    expect([await select(db, "SELECT * FROM receipt"), await listPickups(db, ["all"])]).toEqual([[], []]);
  });
});

describe("an article's receipts", () => {
  const carry = (edition: number, more: Record<string, number | string> = {}) =>
    insert(db, "carried", {
      ...{ article_id: "a", feed: "radio", edition, revision: 1, present: 1, pushed: 0, retracted: 0 },
      ...{ published_at: edition * 1_000, ...more },
    });
  const serve = (edition: number, served_at: number) => insert(db, "receipt", { ...receipt(edition), served_at });

  it("are what was said of it, each with the first receipt since, and with polls that were answered too old", async () => {
    await insertArticle(db, "a");
    await carry(3);
    for (const [edition, at] of [
      [1, 2_500],
      [2, 3_500],
      [4, 4_500],
      [5, 5_500],
    ] as const)
      await serve(edition, at);
    await insert(db, "partner_poll", { feed: "radio", partner: "radio", polled_at: 5_500, edition: 5 });
    const { revisions, carried, polls } = await findReceipts(db, "a");
    expect(revisions).toEqual([{ revision: 1, stored_at: 0 }]);
    expect(carried).toEqual([
      {
        ...{ feed: "radio", edition: 3, revision: 1, present: 1, pushed: 0, retracted: 0, published_at: 3_000 },
        receipt: {
          partner: "radio",
          edition: 4,
          key_id: "k",
          format: "rss",
          status: 200,
          served_at: 4_500,
          via: "poll",
        },
        outdated: [{ edition: 2, key_id: "k", served_at: 3_500 }],
      },
    ]);
    expect([...polls]).toEqual([["radio", 5_500]]);
  });

  it("say of what was sent that it was; who was sent an older edition asked for none", async () => {
    await insertArticle(db, "a");
    await insertSubscription(db, 7, { feed: "radio", partner: "radio", key_id: "k" });
    await carry(3);
    await insertPush(db, 7, 2, { feed: "radio", pushed_at: 3_500 });
    expect((await findReceipts(db, "a")).carried).toMatchObject([{ receipt: null, outdated: [] }]);
    await insertPush(db, 7, 4, { feed: "radio" });
    const { carried, polls } = await findReceipts(db, "a");
    expect(carried).toMatchObject([{ receipt: { edition: 4, key_id: "k", status: 204, via: "push" } }]);
    expect(polls.size).toBe(0);
  });

  it("are none yet, and then none at all", async () => {
    await insertArticle(db, "a");
    await carry(3);
    expect((await findReceipts(db, "a")).carried).toMatchObject([{ receipt: null, outdated: [] }]);
    expect(await findReceipts(db, "nothing")).toEqual({ revisions: [], carried: [], polls: new Map() });
  });

  it("come in the order of feeds and editions", async () => {
    for (const [feed, edition] of [
      ["radio", 2],
      ["paper", 5],
      ["radio", 1],
    ] as const)
      await carry(edition, { feed });
    expect((await findReceipts(db, "a")).carried.map(({ feed, edition }) => [feed, edition])).toEqual([
      ["paper", 5],
      ["radio", 1],
      ["radio", 2],
    ]);
  });
});
