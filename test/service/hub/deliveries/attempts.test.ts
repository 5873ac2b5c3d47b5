import { beforeEach, describe, expect, it, vi } from "vitest";
import { DELIVERY_PATIENCE, FIRST_PAUSE } from "../../../../src/hub/delivery-limits.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { never, signatureOf, subscribed } from "../subscribers.ts";

import { deliveryScene, pushes, run, type Scene, subscription } from "./scene.ts";

let others: Scene["others"];
let desk: Scene["desk"];
let publish: Scene["publish"];
beforeEach(async () => {
  ({ others, desk, publish } = await deliveryScene());
});

describe("an attempt that fails", () => {
  it.each([
    ["an error", 500, "it answered 500"],
    ["a redirect, which is not followed", 302, "it answered 302"],
    ["a refusal", 403, "it answered 403"],
  ])("is made again later, with more patience each time: %s", async (_, status, fault) => {
    const log = logged();
    const callback = await subscribed();
    others.at(callback, () => new Response("No.", { status, headers: { location: "https://elsewhere.example/" } }));
    await publish("a");
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await desk.send();
      expect(await subscription()).toMatchObject({ attempts: attempt, last_status: status, last_fault: fault });
      pauses.push(Number((await subscription()).due_at) - Date.now());
      pass(pauses.at(-1) ?? 0);
    }
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual((FIRST_PAUSE * 2 ** index) / 2);
      expect(pause).toBeLessThanOrEqual(FIRST_PAUSE * 2 ** index);
    });
    expect(new Set(others.received.map(({ url }) => url))).toEqual(new Set([callback]));
    expect(log.filter(({ event }) => event === "subscriber fails")).toHaveLength(1);
    others.at(callback, 202);
    await desk.send();
    expect(await pushes()).toEqual([{ edition: 2, subscription: 1, status: 202, attempts: 4, is_delta: 0 }]);
  });

  it("is one without an answer, too: the desk is told why", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })));
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({
      ...{ attempts: 1, last_status: null, last_fault: "there is no answer: ECONNREFUSED" },
    });
  });

  it("is one whose answer does not come in time", async () => {
    logged();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
      expect(milliseconds).toBe(DELIVERY_PATIENCE);
      return AbortSignal.abort(new DOMException("late", "TimeoutError"));
    });
    const callback = await subscribed();
    others.at(callback, (received, signal) =>
      signal.aborted ? Promise.reject(signal.reason) : never(received, signal),
    );
    await publish("a");
    await desk.send();
    timeout.mockRestore();
    expect(await subscription()).toMatchObject({ attempts: 1, last_fault: "it took more than 30 seconds" });
  });

  it.each([429, 503])("waits as long as the subscriber asks for: %i", async (status) => {
    logged();
    const callback = await subscribed();
    others.at(callback, () => new Response("", { status, headers: { "retry-after": "7200" } }));
    await publish("a");
    await desk.send();
    expect((await subscription()).due_at).toBe(Date.now() + 7_200_000);
  });

  it("is made again to the lease's end, and not after", async () => {
    logged();
    const callback = await subscribed({ lease_until: Date.now() + 3_600_000 });
    others.at(callback, 500);
    await publish("a");
    for (let round = 0; round < 50; round += 1) {
      await desk.send();
      const { due_at, lease_until } = await subscription();
      expect(Number(due_at)).toBeLessThanOrEqual(Number(lease_until));
      pass(Math.max(1_000, Number(due_at) - Date.now()));
    }
    expect(others.received.length).toBeGreaterThan(5);
    expect(others.received.length).toBeLessThan(20);
  });
});

describe("a subscriber that is gone", () => {
  it("is sent nothing more once it has answered 410", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, 410);
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({
      ...{ ended_at: Date.now(), end_reason: "gone", due_at: null, wanted_since: null, last_status: 410 },
    });
    await publish("b");
    await desk.send();
    expect(others.received).toHaveLength(1);
    expect(await pushes()).toEqual([]);
  });

  it("is there still where it was verified anew while its 410 was on its way", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      others.at(callback, 200);
      await run("UPDATE subscription SET verified_at = verified_at + 1");
      return new Response(null, { status: 410 });
    });
    await publish("a");
    await desk.send();
    await desk.send();
    expect(await subscription()).toMatchObject({ ended_at: null, acknowledged: 2 });
    expect(others.received).toHaveLength(2);
  });
});

describe("a subscription that changes while something is on its way to it", () => {
  it("has its receipt where it has ended, and gets nothing more", async () => {
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response();
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ end_reason: "unsubscribed", due_at: null, acknowledged: 2 });
    expect(await pushes()).toHaveLength(1);
  });

  it("is not due again where it has ended and the attempt fails", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response("", { status: 500 });
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ ended_at: 1, due_at: null });
  });

  it("is sent the same anew where its secret is another by then: it could not believe the first", async () => {
    const callback = await subscribed();
    others.at(callback, async () => {
      others.at(callback, 200);
      await run("UPDATE subscription SET secret = 'another', verified_at = verified_at + 1");
      return new Response();
    });
    await publish("a");
    await desk.send();
    await desk.send();
    expect(others.received.map(({ headers, body }) => [headers["x-hub-signature"], body])).toEqual(
      ["a secret", "another"].map((secret) => {
        const { body = "" } = others.received[0] ?? {};
        return [signatureOf(body, secret), body];
      }),
    );
    expect(await pushes()).toHaveLength(1);
  });
});
