import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { DELIVERY_INTERVAL, MAX_PAYLOAD } from "../../../../src/hub/delivery-limits.ts";
import { PUSH_RETENTION } from "../../../../src/hub/limits.ts";
import { EDITION_DAYS } from "../../../../src/service/store/history.ts";
import { here } from "../../../homes/here.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { article, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS, syndicate } from "../../partner/syndicate.ts";
import { type Received, signatureOf, subscribed } from "../subscribers.ts";

import { deliveryScene, pushes, run, type Scene, stories, subscription } from "./scene.ts";

let others: Scene["others"];
let desk: Scene["desk"];
let publish: Scene["publish"];
beforeEach(async () => {
  ({ others, desk, publish } = await deliveryScene());
});

describe("a subscriber that takes deltas", () => {
  it("gets the document whole first, and then what has changed since, as a valid document that says so", async () => {
    await subscribed({ wants_delta: 1 });
    await publish("a");
    await desk.send();
    await publish("b");
    await publish("c");
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received.map((one) => [one.headers.im, stories(one)])).toEqual([
      [undefined, ["a", "first"]],
      ["feed", ["c", "b"]],
    ]);
    const [, { body = "", headers = {} } = {}] = others.received;
    expect(headers["x-hub-signature"]).toBe(signatureOf(body, "a secret"));
    expect(body).toMatch(/^<\?xml[\s\S]*<\/feed>\s*$/);
    expect((await pushes()).map((one) => (one as { is_delta: number }).is_delta)).toEqual([0, 1]);
  });

  it("gets it whole where what it has is too old to start from", async () => {
    await subscribed({ wants_delta: 1, acknowledged: 1 });
    await publish("a");
    await run("UPDATE edition SET manifest = NULL WHERE number = 1");
    await desk.send();
    expect(others.received.map((one) => [one.headers.im, stories(one)])).toEqual([[undefined, ["a", "first"]]]);
  });
});

describe("a document that is too large to be sent", () => {
  const large = async (): Promise<void> => {
    await publish("a");
    const filling = "x".repeat(1_000_000);
    for (let part = 1; part <= 4; part += 1)
      await here.db
        .prepare(
          "INSERT INTO document (feed, edition, format, coding, part, body) VALUES ('all', 2, 'atom', 'identity', ?, ?)",
        )
        .bind(part, filling)
        .run();
    expect(4 * filling.length).toBeGreaterThan(MAX_PAYLOAD);
  };

  it("is not, which the desk is told", async () => {
    logged();
    await subscribed();
    await large();
    await desk.send();
    expect(others.received).toEqual([]);
    expect(await subscription()).toMatchObject({ attempts: 1, last_fault: "the document has more than 3 MiB" });
  });
});

describe("receipts", () => {
  it("go after a while, but for the last of each subscriber: it says what is still there", async () => {
    await subscribed({ lease_until: Number.MAX_SAFE_INTEGER });
    await publish("a");
    await desk.send();
    pass(DELIVERY_INTERVAL);
    await publish("b");
    await desk.send();
    pass(PUSH_RETENTION - 10_000);
    await desk.sweep();
    expect(await pushes()).toHaveLength(2);
    pass(20_000);
    await desk.sweep();
    expect(await pushes()).toEqual([expect.objectContaining({ edition: 3 })]);
    pass(EDITION_DAYS * 86_400_000);
    await desk.sweep();
    expect(await pushes()).toHaveLength(1);
    await run("UPDATE subscription SET ended_at = 1");
    await desk.sweep();
    expect(await pushes()).toEqual([]);
  });
});

describe("a partner's feed", () => {
  const started = async (key: object = {}) => {
    const office = await syndicate(PARTNER_FEEDS, { fetchOut: others.fetchOut });
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
    expect(others.received.map(({ headers }) => headers.link)).toEqual([
      '<https://feeds.example/hub>; rel="hub", <https://feeds.example/partner/radio.atom>; rel="self"',
    ]);
    expect(stories(others.received[0] as Received)).toEqual(["a", "first"]);
  });

  it.each([
    ["is revoked", "UPDATE partner_key SET revoked_at = 1"],
    ["has expired", "UPDATE partner_key SET expires_at = 1"],
    ["is of a partner that is suspended", "UPDATE partner SET status = 'suspended'"],
    ["opens other feeds", `UPDATE partner_key SET feeds = '["radio-sport"]'`],
    ["is there no more", "DELETE FROM partner_key"],
  ])("is sent no more where the key %s: the subscriber is denied it", async (_, change) => {
    logged();
    const { office, callback } = await started();
    await run(change);
    await office.send();
    expect(others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await subscription()).toMatchObject({ ended_at: Date.now(), end_reason: "denied", due_at: null });
    expect(callback).toBeDefined();
  });
});

describe("a feed of a family", () => {
  const FAMILY: FeedInput[] = [{ by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}" }];
  const started = async () => {
    desk = await newsroom(FAMILY, undefined, { fetchOut: others.fetchOut });
    for (const id of ["a", "b", "c"]) await desk.put(article(id, { tags: ["vote"] }));
    await desk.publish();
    await subscribed({ feed: "tag/vote", wanted: 1, wanted_since: 1, due_at: 1 });
  };

  it("is woken where something is due to its subscribers while it sleeps", async () => {
    await started();
    await desk.send();
    expect(others.received.map((one) => stories(one).sort())).toEqual([["a", "b", "c"]]);
    expect(await subscription()).toMatchObject({ acknowledged: 1, due_at: null });
  });

  it("is waited for where others wake it, which is no failure of the subscriber's", async () => {
    await started();
    // Somebody else is at it, and does not come to an end.
    await run(`UPDATE feed SET woken_at = ${Date.now()}`);
    const patient = await newsroom(
      FAMILY,
      undefined,
      { fetchOut: others.fetchOut, wait: async () => undefined },
      { keep: true },
    );
    await patient.send();
    expect(others.received).toEqual([]);
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 0, due_at: expect.any(Number) });
  });
});

describe("a feed that is there no more", () => {
  it("is denied to whoever waits for it", async () => {
    logged();
    await subscribed({ feed: "over", due_at: 1, wanted: 1 });
    await desk.send();
    expect(others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await subscription()).toMatchObject({ end_reason: "denied", due_at: null });
  });
});
