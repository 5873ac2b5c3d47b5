import { beforeEach, describe, expect, it } from "vitest";
import { backoff } from "../../../src/partner/alerts.ts";
import type { Database } from "../../../src/service/home.ts";
import {
  claimAttempt,
  listAlerts,
  listDueAlerts,
  saveDelivered,
  updateAlerts,
  type Watched,
} from "../../../src/service/store/alerts.ts";
import { createPartner } from "../../../src/service/store/partners.ts";
import { handAt } from "../partner/hand.ts";
import { emptyStore, insert, insertPush, insertSubscription, select } from "./rows.ts";

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

const RADIO: Watched = { feed: "radio", partner: "radio", silent_after: 2 * HOUR, retraction_within: HOUR };

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await createPartner(db, { slug: "radio", name: "R" }, handAt());
});

const insertKey = (created_at: number, more: Record<string, number> = {}) =>
  insert(db, "partner_key", { id: `k${created_at}`, partner: "radio", hash: "", created_at, ...more });
const poll = (polled_at: number) =>
  db
    .prepare("INSERT OR REPLACE INTO partner_poll (feed, partner, polled_at, edition) VALUES ('radio', 'radio', ?, 0)")
    .bind(polled_at)
    .run();
const update = (now = NOW, watched = [RADIO], send = false) => updateAlerts(db, watched, send, now);
const open = async () => (await listAlerts(db)).filter((one) => one.cleared_at === null);

describe("a silence", () => {
  // Polls are noted to the hour: an hour more may have passed unseen.
  const SILENT = 3 * HOUR;

  it("is an alert once so much time has passed since the last poll that is known, and not at that moment", async () => {
    await poll(NOW - SILENT);
    await update();
    expect(await open()).toEqual([]);
    await update(NOW + 1);
    expect(await open()).toMatchObject([
      { kind: "silent", partner: "radio", feed: "radio", since: NOW - SILENT, raised_at: NOW + 1, attempts: 0 },
    ]);
  });

  it("counts from the first key that is good, where nobody has polled", async () => {
    await insertKey(NOW - 9 * HOUR, { revoked_at: NOW });
    await insertKey(NOW - SILENT - 1);
    await insertKey(NOW);
    await update();
    expect(await open()).toMatchObject([{ since: NOW - SILENT - 1 }]);
  });

  it.each<[string, Watched[]]>([
    ["a feed that is not watched", []],
    ["a feed that is watched for something else", [{ ...RADIO, silent_after: null }]],
    ["a feed of a partner that is none", [{ ...RADIO, partner: "nobody" }]],
  ])("is none of %s", async (_, watched) => {
    await poll(0);
    await update(NOW, watched);
    expect(await open()).toEqual([]);
  });

  it("is none of a partner without a key: it cannot come", async () => {
    await update();
    expect(await open()).toEqual([]);
  });

  it("is one alert however many sweeps see it, and another when it happens again", async () => {
    await poll(0);
    await Promise.all([update(), update()]);
    await update(NOW + 1);
    expect((await open()).length).toBe(1);
    await poll(NOW + 2);
    await update(NOW + 3);
    expect([(await open()).length, (await listAlerts(db))[0]?.cleared_at]).toEqual([0, NOW + 3]);
    await update(NOW + 9 * HOUR);
    expect([(await open()).length, (await listAlerts(db)).length]).toEqual([1, 2]);
  });

  it("is none of a partner that is sent the feed and owes no answer for so long, and over once it is", async () => {
    await poll(0);
    await update();
    expect(await open()).toHaveLength(1);
    await insertSubscription(db, 7, { feed: "radio", partner: "radio", wanted_since: NOW - SILENT });
    await update(NOW + 1);
    expect(await open()).toHaveLength(1);
    await insertPush(db, 7, 3, { feed: "radio", pushed_at: NOW });
    await update(NOW + 2);
    expect(await open()).toEqual([]);
    await db.prepare("UPDATE subscription SET wanted_since = NULL").run();
    await update(NOW + 90 * HOUR);
    expect(await open()).toEqual([]);
    await db.prepare("UPDATE subscription SET ended_at = 1").run();
    await update(NOW + 90 * HOUR);
    expect(await open()).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>, Watched[]]>([
    ["its partner is suspended", () => db.prepare("UPDATE partner SET status = 'suspended'").run(), [RADIO]],
    ["its feed is watched no more", async () => undefined, []],
  ])("is over where %s", async (_, change, watched) => {
    await poll(0);
    await update(NOW, [RADIO], true);
    await change();
    await update(NOW + 1, watched);
    expect(await open()).toEqual([]);
    expect(await listDueAlerts(db, NOW + 1)).toEqual([]);
  });
});

describe("a retraction", () => {
  const carry = (edition: number, published_at: number, more: Record<string, number> = {}) =>
    insert(db, "carried", {
      ...{ article_id: "a", feed: "radio", edition, revision: edition, present: 1, pushed: 0, retracted: 0 },
      ...{ published_at, ...more },
    });
  const receive = (edition: number) =>
    insert(db, "receipt", {
      ...{ feed: "radio", partner: "radio", edition, key_id: "k", format: "rss", status: 200, served_at: 0 },
    });
  const late = NOW - HOUR - 1;
  const watched = [{ ...RADIO, silent_after: null }];

  it("is an alert where a partner that had the story has not picked it up in time", async () => {
    await carry(1, late - 1);
    await receive(1);
    await carry(2, late, { retracted: 1 });
    await update(NOW - 1, watched);
    expect(await open()).toEqual([]);
    await update(NOW, watched);
    expect(await open()).toMatchObject([{ kind: "retraction", article_id: "a", edition: 2, since: late }]);
    await receive(3);
    await update(NOW + 1, watched);
    expect(await open()).toEqual([]);
  });

  it("is none where the partner was sent it, and is one where it was sent the story alone", async () => {
    await insertSubscription(db, 7, { feed: "radio", partner: "radio" });
    await carry(1, late - 1);
    await insertPush(db, 7, 1, { feed: "radio" });
    await carry(2, late, { retracted: 1 });
    await update(NOW, watched);
    expect(await open()).toMatchObject([{ kind: "retraction", article_id: "a", edition: 2 }]);
    await insertPush(db, 7, 2, { feed: "radio" });
    await update(NOW + 1, watched);
    expect(await open()).toEqual([]);
  });

  it("is none where the partner never had the story, or has the retraction", async () => {
    await carry(2, late, { retracted: 1 });
    await update(NOW, watched);
    await carry(1, late - 1);
    await receive(1);
    await receive(2);
    await update(NOW, watched);
    expect(await open()).toEqual([]);
  });

  it("is none where the partner came only before the story, or after the feed had said something else", async () => {
    await carry(3, late - 2);
    await receive(2);
    await carry(4, late, { retracted: 1 });
    await update(NOW, watched);
    expect(await open()).toEqual([]);
  });

  it("is none where the feed has said something else since; newer stories in its place say nothing of it", async () => {
    await carry(1, late - 1);
    await receive(1);
    await carry(2, late, { retracted: 1 });
    await carry(3, late, { pushed: 1, present: 0 });
    await update(NOW, watched);
    expect(await open()).toHaveLength(1);
    await carry(4, NOW);
    await update(NOW + 1, watched);
    expect(await open()).toEqual([]);
  });

  it("is nobody's any more after a month", async () => {
    const month = 30 * 24 * HOUR;
    await carry(1, NOW - month - 1);
    await receive(1);
    await carry(2, NOW - month, { retracted: 1 });
    await update(NOW, watched);
    expect(await open()).toEqual([]);
  });
});

describe("sending an alert", () => {
  beforeEach(async () => {
    await poll(0);
    await update(NOW, [RADIO], true);
  });

  it("is due at once, the one that has waited longest first; one that nobody is to be told of never is", async () => {
    expect(await listDueAlerts(db, NOW)).toMatchObject([{ kind: "silent", attempts: 0 }]);
    await db.prepare("UPDATE alert SET next_attempt_at = NULL").run();
    expect(await listDueAlerts(db, NOW)).toEqual([]);
  });

  it("is one sweep's: of two that try, the one that counts the attempt up makes it", async () => {
    const [alert] = await listDueAlerts(db, NOW);
    if (!alert) throw new Error("none is due");
    expect([await claimAttempt(db, alert, NOW + HOUR), await claimAttempt(db, alert, NOW + HOUR)]).toEqual([
      true,
      false,
    ]);
    expect(await listDueAlerts(db, NOW + HOUR - 1)).toEqual([]);
    const [again] = await listDueAlerts(db, NOW + HOUR);
    expect(again).toMatchObject({ id: alert.id, attempts: 1 });
  });

  it("waits out its pause, and no longer where the clock was set back meanwhile", async () => {
    const [alert] = await listDueAlerts(db, NOW);
    if (!alert) throw new Error("none is due");
    await claimAttempt(db, alert, NOW + backoff(0));
    expect(await listDueAlerts(db, NOW)).toEqual([]);
    expect(await listDueAlerts(db, NOW - HOUR)).toMatchObject([{ id: alert.id, attempts: 1 }]);
  });

  it("ends where it was taken", async () => {
    const [alert] = await listDueAlerts(db, NOW);
    await saveDelivered(db, alert?.id ?? "", NOW + 1);
    expect(await listDueAlerts(db, NOW + 99 * HOUR)).toEqual([]);
    expect(await select(db, "SELECT delivered_at FROM alert")).toEqual([{ delivered_at: NOW + 1 }]);
  });
});
