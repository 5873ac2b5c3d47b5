import { describe, expect, it } from "vitest";
import { DELIVERY_INTERVAL, MAX_PAYLOAD } from "../../../../src/hub/delivery-limits.ts";
import { PUSH_RETENTION } from "../../../../src/hub/limits.ts";
import { EDITION_DAYS } from "../../../../src/service/store/history.ts";
import { here } from "../../../homes/here.ts";
import { pass } from "../../clock.ts";
import { logged } from "../../logged.ts";
import { signatureOf, subscribed } from "../subscribers.ts";

import { change, publishStory, setUp, storedPushes, storedSubscription, storiesIn } from "./scene.ts";

const scene = setUp();

describe("a subscriber that takes deltas", () => {
  it("gets the document whole first, and then what has changed since, as a valid document that says so", async () => {
    await subscribed({ wants_delta: 1 });
    await publishStory(scene, "a");
    await scene.desk.send();
    await publishStory(scene, "b");
    await publishStory(scene, "c");
    pass(DELIVERY_INTERVAL);
    await scene.desk.send();
    expect(scene.others.received.map((one) => [one.headers.im, storiesIn(one)])).toEqual([
      [undefined, ["a", "first"]],
      ["feed", ["c", "b"]],
    ]);
    const [, { body = "", headers = {} } = {}] = scene.others.received;
    expect(headers["x-hub-signature"]).toBe(signatureOf(body, "a secret"));
    expect(body).toMatch(/^<\?xml[\s\S]*<\/feed>\s*$/);
    expect((await storedPushes()).map((one) => (one as { is_delta: number }).is_delta)).toEqual([0, 1]);
  });

  it("gets it whole where what it has is too old to start from", async () => {
    await subscribed({ wants_delta: 1, acknowledged: 1 });
    await publishStory(scene, "a");
    await change("UPDATE edition SET manifest = NULL WHERE number = 1");
    await scene.desk.send();
    expect(scene.others.received.map((one) => [one.headers.im, storiesIn(one)])).toEqual([[undefined, ["a", "first"]]]);
  });
});

describe("a document that is too large to be sent", () => {
  const large = async (): Promise<void> => {
    await publishStory(scene, "a");
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
    await scene.desk.send();
    expect(scene.others.received).toEqual([]);
    expect(await storedSubscription()).toMatchObject({ attempts: 1, last_fault: "the document has more than 3 MiB" });
  });
});

describe("receipts", () => {
  it("go after a while, but for the last of each subscriber: it says what is still there", async () => {
    await subscribed({ lease_until: Number.MAX_SAFE_INTEGER });
    await publishStory(scene, "a");
    await scene.desk.send();
    pass(DELIVERY_INTERVAL);
    await publishStory(scene, "b");
    await scene.desk.send();
    pass(PUSH_RETENTION - 10_000);
    await scene.desk.sweep();
    expect(await storedPushes()).toHaveLength(2);
    pass(20_000);
    await scene.desk.sweep();
    expect(await storedPushes()).toEqual([expect.objectContaining({ edition: 3 })]);
    pass(EDITION_DAYS * 86_400_000);
    await scene.desk.sweep();
    expect(await storedPushes()).toHaveLength(1);
    await change("UPDATE subscription SET ended_at = 1");
    await scene.desk.sweep();
    expect(await storedPushes()).toEqual([]);
  });
});
