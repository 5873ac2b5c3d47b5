import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import {
  countSubscribers,
  findSubscriber,
  listPushes,
  listSubscribers,
  type SubscriberFilter,
} from "../../../src/service/store/subscriber-list.ts";
import { emptyStore, insertPush, insertSubscription } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertSubscription(db, 1, { host: "a.example", secret: "hush" });
  await insertSubscription(db, 2, { host: "a.example", due_at: 9, wanted_since: 5 });
  await insertSubscription(db, 3, { host: "b.example", feed: "sport", due_at: 9, wanted_since: 7, attempts: 4 });
  await insertSubscription(db, 4, { host: "b.example", feed: "radio", partner: "radio", ended_at: 3 });
});

const listed = async (filter: SubscriberFilter, limit = 10, before = 0) => {
  const { subscribers, next } = await listSubscribers(db, filter, limit, before);
  return [subscribers.map(({ id }) => id), next];
};

describe("a list of subscribers", () => {
  it.each<[SubscriberFilter, number[]]>([
    [{}, [4, 3, 2, 1]],
    [{ state: "current" }, [1]],
    [{ state: "waiting" }, [2]],
    [{ state: "failing" }, [3]],
    [{ state: "ended" }, [4]],
    [{ host: "b.example" }, [4, 3]],
    [{ feed: "sport" }, [3]],
    [{ partner: "radio" }, [4]],
    [{ host: "a.example", state: "failing" }, []],
  ])("by %j has the latest first", async (filter, ids) => expect(await listed(filter)).toEqual([ids, null]));

  it("goes on where the page before ended", async () => {
    expect(await listed({}, 3)).toEqual([[4, 3, 2], 2]);
    expect(await listed({}, 3, 2)).toEqual([[1], null]);
  });

  it("never has a secret, and says whether there is one", async () => {
    const one = await findSubscriber(db, 1);
    expect([one?.is_signed, JSON.stringify(one)]).toEqual([1, expect.not.stringContaining("hush")]);
    expect((await findSubscriber(db, 2))?.is_signed).toBe(0);
    expect(await findSubscriber(db, 9)).toBeNull();
  });
});

it("subscribers are counted by host, those that fail first, and by topic, without those that have ended", async () => {
  const { all, hosts, topics } = await countSubscribers(db);
  expect(all).toEqual({ subscribers: 3, current: 1, failing: 1, wanted_since: 5 });
  expect(hosts).toEqual([
    { host: "b.example", subscribers: 1, current: 0, failing: 1, wanted_since: 7 },
    { host: "a.example", subscribers: 2, current: 1, failing: 0, wanted_since: 5 },
  ]);
  expect(topics.map(({ feed, format, subscribers }) => [feed, format, subscribers])).toEqual([
    ["all", "rss", 2],
    ["sport", "rss", 1],
  ]);
});

it("a subscriber's receipts are listed, the latest editions first", async () => {
  for (const edition of [3, 5, 4]) await insertPush(db, 1, edition);
  await insertPush(db, 2, 9);
  expect((await listPushes(db, 1, 2)).map(({ edition }) => edition)).toEqual([5, 4]);
});
