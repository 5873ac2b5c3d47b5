import { describe, expect, it } from "vitest";
import { DELIVERY_INTERVAL } from "../../../../src/hub/delivery-limits.ts";
import { oweEdition } from "../../../../src/service/store/owed-editions.ts";
import { here } from "../../../homes/here.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { article, newsroom } from "../../newsroom.ts";
import { insertEdition } from "../../store/rows.ts";
import { signatureOf, subscribed } from "../subscribers.ts";

import { change, publishStory, setUp, storedPushes, storedSubscription, storiesIn } from "./scene.ts";

const scene = setUp();

describe("an edition that becomes current", () => {
  it("wakes nobody where nobody is subscribed", () => {
    expect(scene.woken).toEqual([]);
  });

  it("is sent to whoever is subscribed: the document itself, signed over its bytes", async () => {
    const callback = await subscribed();
    await publishStory(scene, "second");
    expect(scene.woken).toEqual([0]);
    await scene.desk.send();
    const body = await scene.desk.document("/feeds/all.atom");
    expect(body).toContain("Title of second");
    expect(scene.others.received).toEqual([
      {
        url: callback,
        reach: "public",
        body,
        headers: {
          "content-type": "application/atom+xml; charset=utf-8",
          link: '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/all.atom>; rel="self"',
          "user-agent": "Wireproof (+https://feeds.example)",
          "x-hub-signature": signatureOf(body, "a secret"),
        },
      },
    ]);
    expect(await storedSubscription()).toMatchObject({
      ...{ acknowledged: 2, wanted: 2, wanted_since: null, due_at: null, claimed_until: 0, attempts: 0 },
      ...{ last_status: 204, last_fault: null, urgent: 0, acknowledged_at: Date.now() },
    });
    expect(await storedPushes()).toEqual([{ edition: 2, subscription: 1, status: 204, attempts: 1, is_delta: 0 }]);
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(1);
  });

  it.each([
    ["rss", "application/rss+xml; charset=utf-8"],
    ["json", "application/feed+json; charset=utf-8"],
  ] as const)("is sent in the format of the topic: %s", async (format, type) => {
    await subscribed({ format });
    await publishStory(scene, "second");
    await scene.desk.send();
    const [received] = scene.others.received;
    expect(received?.headers).toMatchObject({
      "content-type": type,
      link: expect.stringContaining(`<https://feeds.example/feeds/all.${format}>; rel="self"`),
    });
    expect(received?.body).toBe(await scene.desk.document(`/feeds/all.${format}`));
  });

  it("is sent unsigned where there is no secret, and by SHA-1 where that was asked for", async () => {
    const [plain, old] = [
      await subscribed({ callback: "https://a.example/", secret: null }),
      await subscribed({ callback: "https://b.example/", algorithm: "sha1" }),
    ];
    await publishStory(scene, "second");
    await scene.desk.send();
    expect(scene.others.to(plain)[0]?.headers).not.toHaveProperty("x-hub-signature");
    const [received] = scene.others.to(old);
    expect(received?.headers["x-hub-signature"]).toBe(signatureOf(received?.body ?? "", "a secret", "sha1"));
  });

  it("is not sent to those of other feeds, nor where a subscription has ended or its lease is over", async () => {
    await subscribed({ feed: "sport" });
    await subscribed({ callback: "https://a.example/", ended_at: 1, end_reason: "unsubscribed" });
    const lapsed = await subscribed({ callback: "https://b.example/", lease_until: Date.now() + 1_500 });
    await publishStory(scene, "second");
    pass(1_000);
    await scene.desk.send();
    expect(scene.others.received).toEqual([]);
    // One that is renewed gets what it lacks.
    await change("UPDATE subscription SET lease_until = lease_until + 1000000 WHERE id = 3");
    await scene.desk.send();
    expect(scene.others.to(lapsed)).toHaveLength(1);
  });

  it("is sent only to those of formats whose document is another one", async () => {
    await subscribed();
    await publishStory(scene, "second");
    await scene.desk.send();
    const before = JSON.stringify({ rss: { etag: "other" }, atom: { etag: "same" }, json: { etag: "same" } });
    const after = JSON.stringify({ rss: { etag: "new" }, atom: { etag: "same" }, json: { etag: "same" } });
    const rss = await subscribed({ format: "rss" });
    await insertEdition(here.db, "all", 7, { validators: before });
    await insertEdition(here.db, "all", 8, { validators: after });
    const stamp = { feed: "all", number: 8, at: Date.now() };
    await here.db.batch([oweEdition(here.db, stamp, false)]);
    expect(await storedSubscription(1)).toMatchObject({ wanted: 2, due_at: null });
    expect(await storedSubscription(2)).toMatchObject({ callback: rss, wanted: 8, due_at: Date.now() });
  });

  it("is sent later where a cache stands in front: some take it as a hint, and ask for what must not be the old one", async () => {
    await subscribed();
    const purge = async () => null;
    const wakeSender = async (seconds: number) => void scene.woken.push(seconds);
    scene.desk = await newsroom(
      undefined,
      undefined,
      { fetchOut: scene.others.fetchOut, wakeSender, purge },
      { keep: true },
    );
    await publishStory(scene, "second");
    expect(scene.woken).toEqual([2]);
    pass(1_000);
    await scene.desk.request("DELETE", "/api/articles/second", { reason: "Wrong" });
    await scene.desk.publish();
    expect(scene.woken).toEqual([2, 0]);
  });
});

describe("editions that follow each other", () => {
  it("are one delivery, of what is current by then: the first at once, and the others together", async () => {
    await subscribed();
    await publishStory(scene, "a");
    await scene.desk.send();
    await publishStory(scene, "b");
    await publishStory(scene, "c");
    const { due_at, acknowledged_at } = await storedSubscription();
    expect(due_at).toBe(Number(acknowledged_at) + DELIVERY_INTERVAL);
    pass(DELIVERY_INTERVAL);
    await scene.desk.send();
    expect(scene.others.received.map(storiesIn)).toEqual([
      ["a", "first"],
      ["c", "b", "a", "first"],
    ]);
    expect((await storedPushes()).map((one) => (one as { edition: number }).edition)).toEqual([2, 4]);
  });

  it("count as missing from the oldest on that a subscriber lacks", async () => {
    await subscribed();
    await publishStory(scene, "a");
    const since = Date.now();
    await publishStory(scene, "b");
    expect(await storedSubscription()).toMatchObject({ wanted_since: since, wanted: 3, acknowledged: 0 });
  });

  it("do not hurry one that fails, but for a story that is taken back", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, 500);
    await publishStory(scene, "a");
    await scene.desk.send();
    const { due_at } = await storedSubscription();
    await publishStory(scene, "b");
    expect(await storedSubscription()).toMatchObject({ due_at, urgent: 0, wanted: 3 });
    pass(1_000);
    await scene.desk.request("DELETE", "/api/articles/a", { reason: "Wrong" });
    await scene.desk.publish();
    expect(await storedSubscription()).toMatchObject({ due_at: Date.now(), urgent: 1, wanted: 4 });
    scene.others.at(callback, 200);
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ urgent: 0, acknowledged: 4, attempts: 0 });
  });

  it("go out at once where a story is taken back, and before all others", async () => {
    const first = await subscribed({ feed: "sport", callback: "https://a.example/" });
    const second = await subscribed({ callback: "https://b.example/" });
    await publishStory(scene, "a", { section: "Sport" });
    await scene.desk.send();
    await publishStory(scene, "b", { section: "Sport" });
    pass(1);
    await scene.desk.put(article("x"));
    await scene.desk.request("DELETE", "/api/articles/first", { reason: "Wrong" });
    pass(1_000);
    await scene.desk.publish();
    scene.others.received.length = 0;
    await scene.desk.send();
    expect(scene.others.received.map(({ url }) => url).slice(0, 1)).toEqual([second]);
    expect(first).not.toBe(second);
  });

  it("that came while one was on its way are sent after it", async () => {
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      scene.others.at(callback, 200);
      await publishStory(scene, "b");
      return new Response();
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ acknowledged: 2, wanted: 3, due_at: expect.any(Number) });
    pass(DELIVERY_INTERVAL);
    await scene.desk.send();
    expect(scene.others.received.map((one) => storiesIn(one)[0])).toEqual(["a", "b"]);
  });
});
