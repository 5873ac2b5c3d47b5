import { describe, expect, it } from "vitest";
import { DELIVERY_CLAIM } from "../../../../src/hub/delivery-limits.ts";
import { here } from "../../../homes/here.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { newsroom } from "../../newsroom.ts";
import { signatureOf, subscribed } from "../subscribers.ts";

import { change, publishStory, setUp, storedPushes, storedSubscription } from "./scene.ts";

const scene = setUp();

describe("a subscription that changes while something is on its way to it", () => {
  it("has its receipt where it has ended, and gets nothing more", async () => {
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      await change("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response();
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ end_reason: "unsubscribed", due_at: null, acknowledged: 2 });
    expect(await storedPushes()).toHaveLength(1);
  });

  it("is not due again where it has ended and the attempt fails", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      await change("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response("", { status: 500 });
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ ended_at: 1, due_at: null });
  });

  it("is sent the same anew where its secret is another by then: it could not believe the first", async () => {
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      scene.others.at(callback, 200);
      await change("UPDATE subscription SET secret = 'another', verified_at = verified_at + 1");
      return new Response();
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    await scene.desk.send();
    expect(scene.others.received.map(({ headers, body }) => [headers["x-hub-signature"], body])).toEqual(
      ["a secret", "another"].map((secret) => {
        const { body = "" } = scene.others.received[0] ?? {};
        return [signatureOf(body, secret), body];
      }),
    );
    expect(await storedPushes()).toHaveLength(1);
  });
});

describe("a claim", () => {
  it("that was lost to another sender keeps the receipt, and takes nothing from the other", async () => {
    const callback = await subscribed();
    const claimed = Date.now() + 1_000_000;
    scene.others.at(callback, async () => {
      await change(`UPDATE subscription SET claimed_until = ${claimed}`);
      return new Response();
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedPushes()).toHaveLength(1);
    expect(await storedSubscription()).toMatchObject({ claimed_until: claimed, acknowledged: 2, due_at: null });
  });

  it("that was lost says nothing of a failure", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      await change("UPDATE subscription SET claimed_until = 7");
      return new Response("", { status: 500 });
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ attempts: 0, claimed_until: 7 });
  });

  it("of a sender that was killed holds for a while, and then another sends it", async () => {
    await subscribed();
    await publishStory(scene, "a");
    await change(`UPDATE subscription SET claimed_until = ${Date.now() + DELIVERY_CLAIM}`);
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(0);
    pass(DELIVERY_CLAIM);
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(1);
  });

  it("that ends later than any does is none: the clock was set back", async () => {
    await subscribed();
    await publishStory(scene, "a");
    await change(`UPDATE subscription SET claimed_until = ${Date.now() + 3_600_000}`);
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(1);
  });

  it("is let go where whoever holds it has slept over it: another may be at it, with something newer", async () => {
    await subscribed();
    await publishStory(scene, "a");
    const { db } = here;
    // The document is slow to come.
    const slow = {
      ...db,
      near: undefined,
      prepare: (sql: string) => {
        if (/FROM document/.test(sql)) pass(DELIVERY_CLAIM);
        return db.prepare(sql);
      },
    };
    const sleepy = await newsroom(undefined, undefined, { db: slow, fetchOut: scene.others.fetchOut }, { keep: true });
    await sleepy.send();
    expect(scene.others.received.length).toBe(0);
    expect(await storedSubscription()).toMatchObject({ attempts: 0, claimed_until: 0 });
    await scene.desk.send();
    expect(scene.others.received.length).toBe(1);
  });
});
