import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { endSubscriber, sendCurrentAgain } from "../../../src/service/store/subscriber-deeds.ts";
import { findSubscriber, type Subscriber } from "../../../src/service/store/subscriber-list.ts";
import { emptyStore, insertFeed, insertSubscription, select } from "./rows.ts";

const ADA = { kind: "person", id: "ada", name: "Ada" } as const;
const NOW = 5_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertFeed(db, "all", { edition: 7 });
  await insertSubscription(db, 1, { acknowledged: 7, wanted: 7, secret: "hush", callback: "https://a.example/t0k3n" });
});

async function one(): Promise<Subscriber> {
  const found = await findSubscriber(db, 1);
  if (!found) throw new Error("nobody is subscribed");
  return found;
}
const deeds = () => select(db, "SELECT actor, action, subject_kind, subject, detail FROM audit");

it("whoever is sent again is owed the whole of what is current, now", async () => {
  expect(await sendCurrentAgain(db, await one(), ADA, NOW)).toBe(true);
  expect(await one()).toMatchObject({ state: "waiting", due_at: NOW, wanted_since: NOW, acknowledged: 0, wanted: 7 });
  const detail = { called: "reader.example", feed: "all", format: "rss" };
  expect(await deeds()).toEqual([
    {
      ...{ actor: "ada", action: "subscriber.sent-again", subject_kind: "subscriber", subject: "1" },
      detail: JSON.stringify(detail),
    },
  ]);
});

it.each([
  ["has ended", "UPDATE subscription SET ended_at = 1"],
  ["whose lease is over", "UPDATE subscription SET lease_until = 5000"],
  ["of a feed without an edition", "UPDATE feed SET edition = 0"],
])("nothing is sent to one that %s, and nothing noted", async (_, change) => {
  await db.prepare(change).run();
  expect(await sendCurrentAgain(db, await one(), ADA, NOW)).toBe(false);
  expect([(await one()).due_at, await deeds()]).toEqual([null, []]);
});

it("a subscription that is ended is so once, its callback is to be told why, and the log has no address and no secret", async () => {
  expect(await endSubscriber(db, await one(), "Too much.", ADA, NOW)).toBe(true);
  expect(await one()).toMatchObject({ state: "ended", ended_at: NOW, end_reason: "denied", due_at: null });
  expect(await select(db, "SELECT mode, callback, reason, due_at FROM subscription_request")).toEqual([
    { mode: "denied", callback: "https://a.example/t0k3n", reason: "Too much.", due_at: NOW },
  ]);
  expect(await endSubscriber(db, await one(), "Again.", ADA, NOW + 1)).toBe(false);
  const noted = await deeds();
  expect(noted).toMatchObject([{ action: "subscriber.ended" }]);
  expect(JSON.stringify(noted)).not.toMatch(/t0k3n|hush/);
});
