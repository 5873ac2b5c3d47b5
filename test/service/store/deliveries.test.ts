import { beforeEach, describe, expect, it } from "vitest";
import { DELIVERY_CLAIM, MAX_RETRY_AFTER } from "../../../src/hub/delivery-limits.ts";
import { noteDeliveries } from "../../../src/service/store/delivered.ts";
import {
  bringDeliveriesNear,
  claimDeliveries,
  findNextDelivery,
  listDueDeliveries,
  releaseDeliveries,
  sumDeliveries,
} from "../../../src/service/store/deliveries.ts";
import { oweEdition } from "../../../src/service/store/owed-editions.ts";
import { prunePushes } from "../../../src/service/store/prune-pushes.ts";
import { here } from "../../homes/here.ts";
import { subscribed } from "../hub/subscribers.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, insertEdition, insertFeed, select } from "./rows.ts";

const NOW = 1_000_000_000;

beforeEach(async () => {
  await emptyStore();
  await insertFeed(here.db, "all", { edition: 2 });
  await insertEdition(here.db, "all", 2);
});

const due = (host: string, fields: Record<string, number | null> = {}) =>
  subscribed({ callback: `https://${host}/${JSON.stringify(fields)}`, due_at: NOW - 1, wanted: 2, ...fields }, NOW);

const hosts = async (but: string[] = [], limit = 10): Promise<string[]> =>
  (await listDueDeliveries(here.db, NOW, but, limit)).map(({ host }) => host);

describe("what is due to subscribers", () => {
  it("is listed by what was taken back first, and then by who has waited longest", async () => {
    await due("b.example", { due_at: NOW - 5 });
    await due("a.example", { due_at: NOW - 9 });
    await due("c.example", { urgent: 1, due_at: NOW });
    expect(await hosts()).toEqual(["c.example", "a.example", "b.example"]);
    expect(await hosts([], 2)).toEqual(["c.example", "a.example"]);
    expect(await hosts(["a.example"])).toEqual(["c.example", "b.example"]);
  });

  it("is nothing that is claimed, later, paid, or past its lease", async () => {
    await due("a.example", { claimed_until: NOW + 1 });
    await due("b.example", { due_at: NOW + 1 });
    await due("c.example", { due_at: null });
    await due("d.example", { lease_until: NOW });
    expect(await hosts()).toEqual([]);
    expect(await findNextDelivery(here.db, NOW)).toBe(NOW + 1);
    expect(await findNextDelivery(here.db, NOW, ["b.example"])).toBeNull();
  });

  it("is one sender's alone once it is claimed, until the claim ends or is let go of", async () => {
    await due("a.example");
    const [claimed] = await claimDeliveries(here.db, [1], NOW);
    expect(claimed).toMatchObject({
      id: 1,
      claimed_until: NOW + DELIVERY_CLAIM,
      place: { edition: 2, asleep: 0, family: null },
    });
    expect(await claimDeliveries(here.db, [1], NOW + 1)).toEqual([]);
    expect(await claimDeliveries(here.db, [1], NOW + DELIVERY_CLAIM)).toHaveLength(1);
    await releaseDeliveries(here.db);
    expect(await claimDeliveries(here.db, [1], NOW)).toHaveLength(1);
  });

  it("is brought near where the clock was set back", async () => {
    await due("a.example", { due_at: NOW + MAX_RETRY_AFTER + 1 });
    await due("b.example", { due_at: NOW + MAX_RETRY_AFTER });
    await bringDeliveriesNear(here.db, NOW);
    expect(await hosts()).toEqual(["a.example"]);
  });

  it("is counted", async () => {
    await due("a.example", { attempts: 2, wanted_since: 5 });
    await due("b.example", { due_at: null });
    expect(await sumDeliveries(here.db, NOW)).toEqual({ subscribers: 2, due: 1, failing: 1, wanted_since: 5 });
  });
});

describe("a query of deliveries", () => {
  it("finds its rows by an index, and goes through none of those that are subscribed", async () => {
    const { db, queries } = recordQueries();
    await due("a.example");
    await due("b.example");
    await db.batch([oweEdition(db, { feed: "all", number: 2, at: NOW }, true)]);
    await listDueDeliveries(db, NOW, [], 5);
    await findNextDelivery(db, NOW);
    const claimed = await claimDeliveries(db, [1, 2], NOW);
    const outcomes = [
      { status: "received", answer: 200, edition: 2, isDelta: false },
      { status: "failed", answer: 500, fault: "it answered 500", retryAt: NOW },
      { status: "gone", answer: 410 },
      { status: "put off", until: NOW },
    ] as const;
    for (const outcome of outcomes)
      await noteDeliveries(
        db,
        claimed.map((delivery) => ({ delivery, outcome })),
        NOW,
      );
    await prunePushes(db, NOW);
    await bringDeliveriesNear(db, NOW);
    const plans = [...(await explain(queries))];
    expect(plans.length).toBeGreaterThanOrEqual(10);
    const grows = (step: string) =>
      /\bSCAN (subscription|push|edition|feed|s|p|e|b|f|later)\b|TEMP B-TREE|AUTOMATIC/.test(step);
    expect(plans.map(([sql, plan]) => [sql, plan.filter(grows)]).filter(([, steps]) => steps?.length)).toEqual([]);
  });

  it("writes one row of a subscriber that was sent something, and one receipt", async () => {
    await due("a.example");
    const [delivery] = await claimDeliveries(here.db, [1], NOW);
    if (!delivery) throw new Error("nothing was claimed");
    await noteDeliveries(
      here.db,
      [{ delivery, outcome: { status: "received", answer: 204, edition: 2, isDelta: false } }],
      NOW,
    );
    expect(await select(here.db, "SELECT acknowledged, due_at, claimed_until FROM subscription")).toEqual([
      { acknowledged: 2, due_at: null, claimed_until: 0 },
    ]);
    expect(await select(here.db, "SELECT edition, pushed_at FROM push")).toEqual([{ edition: 2, pushed_at: NOW }]);
  });
});
