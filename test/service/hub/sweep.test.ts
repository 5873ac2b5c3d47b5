import { beforeEach, describe, expect, it } from "vitest";
import { FAILURES_REMEMBERED, PUSH_RETENTION } from "../../../src/hub/limits.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { FEEDS } from "../newsroom.ts";
import { CALLBACK, type HubRoom, hubRoom, publishedHub, TOPIC } from "./subscriber.ts";
import { setScene, subscriptions } from "./subscriptions.ts";

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

describe("the sweep", () => {
  it("ends what was not renewed, and nothing that was", async () => {
    await hub.subscribe();
    await hub.subscribe({ "hub.callback": "https://two.example/cb" });
    await setScene("UPDATE subscription SET lease_until = ? WHERE callback = ?", Date.now() - 1, CALLBACK);
    await hub.sweep();
    expect((await subscriptions()).map(({ end_reason }) => end_reason)).toEqual(["lapsed", null]);
    expect((await hub.subscribe()).status).toBe(202);
    expect((await subscriptions()).map(({ end_reason }) => end_reason)).toEqual([null, null]);
  });

  it("denies those whose feed has ended, or is for one partner alone now", async () => {
    await hub.subscribe();
    await hub.subscribe({ "hub.topic": TOPIC.replace("all", "sport") });
    await hub.subscribe({ "hub.topic": TOPIC.replace("all", "politics") });
    hub.subscriber.take();
    const [all, politics, sport] = FEEDS;
    if (!all || !politics || !sport) throw new Error("no feeds");
    const now = [all, { ...politics, retired: true }, { ...sport, access: "partner" as const, partner: "radio" }];
    const later = await hubRoom({ fetchOut: hub.subscriber.fetchOut }, SITE, now, { keep: true });
    await later.sweep();
    await later.send();
    expect((await subscriptions()).map(({ feed, end_reason }) => [feed, end_reason])).toEqual([
      ["all", null],
      ["sport", "denied"],
      ["politics", "denied"],
    ]);
    const told = hub.subscriber.take().map(({ query }) => [query.get("hub.mode"), query.get("hub.topic")]);
    expect(new Set(told.map(String))).toEqual(
      new Set([`denied,${TOPIC.replace("all", "politics")}`, `denied,${TOPIC.replace("all", "sport")}`]),
    );
  });

  it("forgets a secret soon after its subscription has ended, and the subscription once its receipts have gone", async () => {
    await hub.subscribe({ "hub.secret": "geheim" });
    const end = (ago: number) =>
      setScene("UPDATE subscription SET ended_at = ?, end_reason = 'unsubscribed'", Date.now() - ago);
    await end(60_000);
    await hub.sweep();
    expect((await subscriptions())[0]?.secret).toBe("geheim");
    await end(3_600_001);
    await hub.sweep();
    expect((await subscriptions())[0]?.secret).toBeNull();
    await end(PUSH_RETENTION + 1);
    await setScene(
      "INSERT INTO push (feed, edition, subscription, status, attempts, is_delta, pushed_at) SELECT 'all', 1, id, 200, 1, 0, ? FROM subscription",
      Date.now(),
    );
    await hub.sweep();
    expect(await subscriptions()).toHaveLength(1);
    await setScene("DELETE FROM push");
    await hub.sweep();
    expect(await subscriptions()).toEqual([]);
  });

  it("forgets hosts that confirmed nothing, once nobody has asked in their name for a day", async () => {
    const insert = "INSERT INTO callback_host (host, unconfirmed, asked_at) VALUES (?, 9, ?)";
    await setScene(insert, "old.example", Date.now() - FAILURES_REMEMBERED - 1);
    await setScene(insert, "new.example", Date.now());
    await hub.sweep();
    const { results } = await here.db.prepare("SELECT host FROM callback_host").all<{ host: string }>();
    expect(results).toEqual([{ host: "new.example" }]);
  });
});

describe("a feed that has moved, or ended", () => {
  it("is said to whoever would subscribe to it", async () => {
    const [all, politics] = FEEDS;
    if (!all || !politics) throw new Error("no feeds");
    const now = [
      { ...all, slug: "everything", formerly: ["all"] },
      { ...politics, retired: true },
    ];
    const later = await hubRoom({}, SITE, now);
    const moved = await later.subscribe();
    expect([moved.status, await moved.text()]).toEqual([
      404,
      "This feed has moved: subscribe to https://feeds.example/feeds/everything.atom.\n",
    ]);
    const ended = await later.subscribe({ "hub.topic": TOPIC.replace("all", "politics") });
    expect([ended.status, await ended.text()]).toEqual([410, "This feed has ended.\n"]);
  });
});
