import { beforeEach, describe, expect, it } from "vitest";
import { DELIVERY_CLAIM, DELIVERY_INTERVAL } from "../../../../src/hub/delivery-limits.ts";
import { here } from "../../../homes/here.ts";
import { pass, setClock } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { newsroom } from "../../newsroom.ts";
import { subscribed } from "../subscribers.ts";

import { deliveryScene, pushes, run, type Scene, subscription } from "./scene.ts";

let others: Scene["others"];
let desk: Scene["desk"];
let publish: Scene["publish"];
beforeEach(async () => {
  ({ others, desk, publish } = await deliveryScene());
});

describe("a claim", () => {
  it("that was lost to another sender keeps the receipt, and takes nothing from the other", async () => {
    const callback = await subscribed();
    const claimed = Date.now() + 1_000_000;
    others.at(callback, async () => {
      await run(`UPDATE subscription SET claimed_until = ${claimed}`);
      return new Response();
    });
    await publish("a");
    await desk.send();
    expect(await pushes()).toHaveLength(1);
    expect(await subscription()).toMatchObject({ claimed_until: claimed, acknowledged: 2, due_at: null });
  });

  it("that was lost says nothing of a failure", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET claimed_until = 7");
      return new Response("", { status: 500 });
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 7 });
  });

  it("of a sender that was killed holds for a while, and then another sends it", async () => {
    await subscribed();
    await publish("a");
    await run(`UPDATE subscription SET claimed_until = ${Date.now() + DELIVERY_CLAIM}`);
    await desk.send();
    expect(others.received).toHaveLength(0);
    pass(DELIVERY_CLAIM);
    await desk.send();
    expect(others.received).toHaveLength(1);
  });

  it("that ends later than any does is none: the clock was set back", async () => {
    await subscribed();
    await publish("a");
    await run(`UPDATE subscription SET claimed_until = ${Date.now() + 3_600_000}`);
    await desk.send();
    expect(others.received).toHaveLength(1);
  });

  it("is let go where whoever holds it has slept over it: another may be at it, with something newer", async () => {
    await subscribed();
    await publish("a");
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
    const sleepy = await newsroom(undefined, undefined, { db: slow, fetchOut: others.fetchOut }, { keep: true });
    await sleepy.send();
    expect(others.received.length).toBe(0);
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 0 });
    await desk.send();
    expect(others.received.length).toBe(1);
  });
});

describe("a clock that is set back", () => {
  it("holds nobody up: what is due is sent", async () => {
    await subscribed();
    await publish("a");
    await desk.send();
    setClock(-3_600_000);
    await publish("b");
    expect(Number((await subscription()).due_at)).toBeLessThanOrEqual(Date.now() + DELIVERY_INTERVAL);
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received).toHaveLength(2);
  });

  it("does not leave a retry for the time that was: the sweep brings it near", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, 500);
    await publish("a");
    await desk.send();
    setClock(-20 * 86_400_000);
    await run("UPDATE subscription SET lease_until = lease_until - 15 * 86400000");
    others.at(callback, 200);
    await desk.sweep();
    await desk.send();
    expect(others.received).toHaveLength(2);
  });
});
