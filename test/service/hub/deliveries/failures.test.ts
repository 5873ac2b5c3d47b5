import { describe, expect, it, vi } from "vitest";
import { DELIVERY_INTERVAL, DELIVERY_PATIENCE, FIRST_PAUSE } from "../../../../src/hub/delivery-limits.ts";
import { pass, setClock } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { never, subscribed } from "../subscribers.ts";

import { change, publishStory, setUp, storedPushes, storedSubscription } from "./scene.ts";

const scene = setUp();

describe("an attempt that fails", () => {
  it.each([
    ["an error", 500, "it answered 500"],
    ["a redirect, which is not followed", 302, "it answered 302"],
    ["a refusal", 403, "it answered 403"],
  ])("is made again later, with more patience each time: %s", async (_, status, fault) => {
    const log = logged();
    const callback = await subscribed();
    scene.others.at(
      callback,
      () => new Response("No.", { status, headers: { location: "https://elsewhere.example/" } }),
    );
    await publishStory(scene, "a");
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await scene.desk.send();
      expect(await storedSubscription()).toMatchObject({ attempts: attempt, last_status: status, last_fault: fault });
      pauses.push(Number((await storedSubscription()).due_at) - Date.now());
      pass(pauses.at(-1) ?? 0);
    }
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual((FIRST_PAUSE * 2 ** index) / 2);
      expect(pause).toBeLessThanOrEqual(FIRST_PAUSE * 2 ** index);
    });
    expect(new Set(scene.others.received.map(({ url }) => url))).toEqual(new Set([callback]));
    expect(log.filter(({ event }) => event === "subscriber fails")).toHaveLength(1);
    scene.others.at(callback, 202);
    await scene.desk.send();
    expect(await storedPushes()).toEqual([{ edition: 2, subscription: 1, status: 202, attempts: 4, is_delta: 0 }]);
  });

  it("is one without an answer, too: the desk is told why", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, () =>
      Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })),
    );
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({
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
    scene.others.at(callback, (received, signal) =>
      signal.aborted ? Promise.reject(signal.reason) : never(received, signal),
    );
    await publishStory(scene, "a");
    await scene.desk.send();
    timeout.mockRestore();
    expect(await storedSubscription()).toMatchObject({ attempts: 1, last_fault: "it took more than 30 seconds" });
  });

  it.each([429, 503])("waits as long as the subscriber asks for: %i", async (status) => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, () => new Response("", { status, headers: { "retry-after": "7200" } }));
    await publishStory(scene, "a");
    await scene.desk.send();
    expect((await storedSubscription()).due_at).toBe(Date.now() + 7_200_000);
  });

  it("is made again to the lease's end, and not after", async () => {
    logged();
    const callback = await subscribed({ lease_until: Date.now() + 3_600_000 });
    scene.others.at(callback, 500);
    await publishStory(scene, "a");
    for (let round = 0; round < 50; round += 1) {
      await scene.desk.send();
      const { due_at, lease_until } = await storedSubscription();
      expect(Number(due_at)).toBeLessThanOrEqual(Number(lease_until));
      pass(Math.max(1_000, Number(due_at) - Date.now()));
    }
    expect(scene.others.received.length).toBeGreaterThan(5);
    expect(scene.others.received.length).toBeLessThan(20);
  });
});

describe("a subscriber that is gone", () => {
  it("is sent nothing more once it has answered 410", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, 410);
    await publishStory(scene, "a");
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({
      ...{ ended_at: Date.now(), end_reason: "gone", due_at: null, wanted_since: null, last_status: 410 },
    });
    await publishStory(scene, "b");
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(1);
    expect(await storedPushes()).toEqual([]);
  });

  it("is there still where it was verified anew while its 410 was on its way", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, async () => {
      scene.others.at(callback, 200);
      await change("UPDATE subscription SET verified_at = verified_at + 1");
      return new Response(null, { status: 410 });
    });
    await publishStory(scene, "a");
    await scene.desk.send();
    await scene.desk.send();
    expect(await storedSubscription()).toMatchObject({ ended_at: null, acknowledged: 2 });
    expect(scene.others.received).toHaveLength(2);
  });
});

describe("a clock that is set back", () => {
  it("holds nobody up: what is due is sent", async () => {
    await subscribed();
    await publishStory(scene, "a");
    await scene.desk.send();
    setClock(-3_600_000);
    await publishStory(scene, "b");
    expect(Number((await storedSubscription()).due_at)).toBeLessThanOrEqual(Date.now() + DELIVERY_INTERVAL);
    pass(DELIVERY_INTERVAL);
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(2);
  });

  it("does not leave a retry for the time that was: the sweep brings it near", async () => {
    logged();
    const callback = await subscribed();
    scene.others.at(callback, 500);
    await publishStory(scene, "a");
    await scene.desk.send();
    setClock(-20 * 86_400_000);
    await change("UPDATE subscription SET lease_until = lease_until - 15 * 86400000");
    scene.others.at(callback, 200);
    await scene.desk.sweep();
    await scene.desk.send();
    expect(scene.others.received).toHaveLength(2);
  });
});
