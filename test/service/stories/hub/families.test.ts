import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { fallAsleep, isAsleep } from "../../../../src/service/store/sleep.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { type HubRoom, hubRoom } from "../../hub/subscriber.ts";
import { pendingRequests, setScene, subscriptions } from "../../hub/subscriptions.ts";
import { article, FEEDS } from "../../newsroom.ts";

const FAMILIES: FeedInput[] = [
  ...FEEDS,
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}", least: 2 },
];
const TOPIC = { "hub.topic": "https://feeds.example/feeds/tag/boats.atom" };
const WEEKS = 30 * 86_400_000;

let hub: HubRoom;
beforeEach(async () => {
  hub = await hubRoom({}, SITE, FAMILIES);
  for (const id of ["a", "b"]) await hub.put(article(id, { tags: ["Boats"] }));
  await hub.put(article("c", { tags: ["Rain"] }));
  await hub.publish();
});

const asleep = () => isAsleep(here.db, "tag/boats");

describe("a feed of a family", () => {
  it("wakes once a callback has confirmed that it wants it, and is sent", async () => {
    expect(await asleep()).toBe(true);
    await hub.subscribe(TOPIC);
    expect(await asleep()).toBe(false);
    expect(await subscriptions()).toMatchObject([{ feed: "tag/boats", ended_at: null }]);
    expect(await pendingRequests()).toEqual([]);
    hub.subscriber.take();
    await hub.put(article("d", { tags: ["Boats"] }));
    await hub.publish();
    await setScene("UPDATE subscription SET due_at = 0 WHERE due_at IS NOT NULL");
    await hub.send();
    expect(hub.subscriber.take().map(({ method }) => method)).toEqual(["POST"]);
  });

  it("is not woken by who asks in another's name", async () => {
    hub.subscriber.answer = () => new Response("No.", { status: 404 });
    await hub.subscribe(TOPIC);
    expect(await asleep()).toBe(true);
  });

  it("is no topic before there are stories enough for it", async () => {
    const answer = await hub.subscribe({ "hub.topic": "https://feeds.example/feeds/tag/rain.atom" });
    expect([answer.status, hub.subscriber.received]).toEqual([404, []]);
  });

  it("stays awake as long as somebody is subscribed to it, though nobody polls it", async () => {
    await hub.subscribe(TOPIC);
    await fallAsleep(here.db, Date.now() + WEEKS);
    expect(await asleep()).toBe(false);
    await setScene("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed'");
    expect(await fallAsleep(here.db, Date.now() + 2 * WEEKS)).toEqual(["tag/boats"]);
    expect(await asleep()).toBe(true);
  });

  it("is woken later where too many are just now, and the callback is not asked again", async () => {
    // What the store has woken within a minute.
    const slugs = JSON.stringify(Array.from({ length: 300 }, (_, index) => `tag/x${index}`));
    await setScene(
      "INSERT INTO feed (slug, selection, presentation, page_size, family, woken_at) SELECT value, '', '', 10, 'tag', ? FROM json_each(?)",
      Date.now(),
      slugs,
    );
    await hub.subscribe(TOPIC);
    expect(await asleep()).toBe(true);
    expect(await subscriptions()).toMatchObject([{ feed: "tag/boats", ended_at: null }]);
    expect(await pendingRequests()).toMatchObject([{ mode: "wake" }]);
    await setScene("DELETE FROM feed WHERE slug GLOB 'tag/x*'");
    await setScene("UPDATE subscription_request SET due_at = 0");
    hub.subscriber.take();
    await hub.send();
    expect([await asleep(), await pendingRequests()]).toEqual([false, []]);
    expect(hub.subscriber.take().filter(({ query }) => query.has("hub.challenge"))).toEqual([]);
  });

  it("is not woken for who has left meanwhile", async () => {
    await hub.subscribe(TOPIC);
    await setScene("UPDATE feed SET asleep = 1 WHERE slug = 'tag/boats'");
    await setScene(
      `INSERT INTO subscription_request (mode, feed, format, callback, host, algorithm, wants_delta, asked_at, due_at)
       SELECT 'wake', feed, format, callback, host, algorithm, 0, 0, 0 FROM subscription`,
    );
    await setScene("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed'");
    await hub.send();
    expect([await asleep(), await pendingRequests()]).toEqual([true, []]);
  });

  it("that is published no more is denied", async () => {
    await hub.subscribe(TOPIC);
    hub.subscriber.take();
    const later = await hubRoom({ fetchOut: hub.subscriber.fetchOut }, SITE, FEEDS, { keep: true });
    await later.sweep();
    await later.send();
    expect((await subscriptions())[0]?.end_reason).toBe("denied");
    expect(hub.subscriber.take().map(({ query }) => query.get("hub.mode"))).toEqual(["denied"]);
  });
});
