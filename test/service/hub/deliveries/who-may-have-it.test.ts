import { describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { article, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS, syndicate } from "../../partner/syndicate.ts";
import { type Received, subscribed } from "../subscribers.ts";

import { change, setUp, storedSubscription, storiesIn } from "./scene.ts";

const scene = setUp();

describe("a partner's feed", () => {
  const started = async (key: object = {}) => {
    const office = await syndicate(PARTNER_FEEDS, { fetchOut: scene.others.fetchOut });
    await office.partner("radio");
    const { id } = await office.key("radio", key);
    await office.put(article("first"));
    await office.publish();
    const callback = await subscribed({ feed: "radio", partner: "radio", key_id: id });
    pass(1_000);
    await office.put(article("a"));
    await office.publish();
    return { office, id, callback };
  };

  it("is sent to whoever showed a key that opens it, as its own topic", async () => {
    const { office } = await started();
    await office.send();
    expect(scene.others.received.map(({ headers }) => headers.link)).toEqual([
      '<https://feeds.example/hub>; rel="hub", <https://feeds.example/partner/radio.atom>; rel="self"',
    ]);
    expect(storiesIn(scene.others.received[0] as Received)).toEqual(["a", "first"]);
  });

  it.each([
    ["is revoked", "UPDATE partner_key SET revoked_at = 1"],
    ["has expired", "UPDATE partner_key SET expires_at = 1"],
    ["is of a partner that is suspended", "UPDATE partner SET status = 'suspended'"],
    ["opens other feeds", `UPDATE partner_key SET feeds = '["radio-sport"]'`],
    ["is there no more", "DELETE FROM partner_key"],
  ])("is sent no more where the key %s: the subscriber is denied it", async (_, sql) => {
    logged();
    const { office, callback } = await started();
    await change(sql);
    await office.send();
    expect(scene.others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await storedSubscription()).toMatchObject({ ended_at: Date.now(), end_reason: "denied", due_at: null });
    expect(callback).toBeDefined();
  });
});

describe("a feed of a family", () => {
  const FAMILY: FeedInput[] = [{ by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}" }];
  const started = async () => {
    scene.desk = await newsroom(FAMILY, undefined, { fetchOut: scene.others.fetchOut });
    for (const id of ["a", "b", "c"]) await scene.desk.put(article(id, { tags: ["vote"] }));
    await scene.desk.publish();
    await subscribed({ feed: "tag/vote", wanted: 1, wanted_since: 1, due_at: 1 });
  };

  it("is woken where something is due to its subscribers while it sleeps", async () => {
    await started();
    await scene.desk.send();
    expect(scene.others.received.map((one) => storiesIn(one).sort())).toEqual([["a", "b", "c"]]);
    expect(await storedSubscription()).toMatchObject({ acknowledged: 1, due_at: null });
  });

  it("is waited for where others wake it, which is no failure of the subscriber's", async () => {
    await started();
    // Somebody else is at it, and does not come to an end.
    await change(`UPDATE feed SET woken_at = ${Date.now()}`);
    const patient = await newsroom(
      FAMILY,
      undefined,
      { fetchOut: scene.others.fetchOut, wait: async () => undefined },
      { keep: true },
    );
    await patient.send();
    expect(scene.others.received).toEqual([]);
    expect(await storedSubscription()).toMatchObject({ attempts: 0, claimed_until: 0, due_at: expect.any(Number) });
  });
});

describe("a feed that is there no more", () => {
  it("is denied to whoever waits for it", async () => {
    logged();
    await subscribed({ feed: "over", due_at: 1, wanted: 1 });
    await scene.desk.send();
    expect(scene.others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await storedSubscription()).toMatchObject({ end_reason: "denied", due_at: null });
  });
});
