import { millisecondsInDay as DAY } from "date-fns/constants";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { reportReceipts } from "../../../src/partner/receipt-report.ts";
import type { Database } from "../../../src/service/home.ts";
import { updateAlerts } from "../../../src/service/store/alerts.ts";
import { EDITION_DAYS, MAX_PRUNED } from "../../../src/service/store/history.ts";
import { pruneCarried } from "../../../src/service/store/prune-carried.ts";
import { findReceipts } from "../../../src/service/store/receipts.ts";
import { listUndelivered } from "../../../src/service/store/undelivered.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, insert, insertArticle, insertFeed, select } from "./rows.ts";

/** Editions are a second apart, and all older than any that is kept. */
const NOW = EDITION_DAYS * DAY + DAY;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertFeed(db, "radio", { partner: "radio" });
});

const STATES = {
  present: { present: 1, pushed: 0, retracted: 0 },
  pushed: { present: 0, pushed: 1, retracted: 0 },
  withdrawn: { present: 0, pushed: 0, retracted: 0 },
  retracted: { present: 1, pushed: 0, retracted: 1 },
};

const carry = (edition: number, revision: number, state: keyof typeof STATES = "present", more = {}) =>
  insert(db, "carried", {
    ...{ article_id: "a", feed: "radio", edition, revision, published_at: edition * 1_000, ...STATES[state] },
    ...more,
  });

/** The partner has got this edition. */
async function serve(edition: number, feed = "radio"): Promise<void> {
  await insert(db, "receipt", {
    feed,
    partner: "radio",
    edition,
    key_id: "k",
    format: "rss",
    status: 200,
    served_at: edition * 1_000,
  });
  await db
    .prepare(
      "INSERT INTO partner_poll (feed, partner, polled_at, edition) VALUES (?1, 'radio', ?2, ?2) ON CONFLICT DO UPDATE SET edition = ?2",
    )
    .bind(feed, edition)
    .run();
}

/** As many sweeps as go through all feeds. */
async function prune(now = NOW): Promise<void> {
  for (let sweeps = 0; sweeps < 4; sweeps += 1) await pruneCarried(db, now);
}

const left = async (): Promise<number[]> =>
  ((await select(db, "SELECT edition FROM carried ORDER BY edition")) as { edition: number }[]).map(
    (row) => row.edition,
  );

describe("what a partner feed said of a former revision", () => {
  it("goes when the partner has had a later one, and the last word stays", async () => {
    for (const [edition, revision] of [
      [1, 1],
      [2, 2],
      [3, 3],
    ] as const)
      await carry(edition, revision);
    await serve(1);
    await serve(3);
    await prune();
    expect(await left()).toEqual([3]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["the partner has not come for the later one", () => carry(5, 2)],
    ["it was replaced not long ago", () => carry(5, 2, "present", { published_at: NOW })],
    ["newer stories have taken its place, and nothing else", () => carry(2, 1, "pushed")],
    [
      "the later one was taken back when the partner came",
      async () => {
        await carry(2, 2);
        await carry(3, 3, "retracted");
      },
    ],
    ["it is of the same revision", () => carry(3, 1)],
  ])("stays where %s", async (_, more) => {
    await carry(1, 1);
    await more();
    for (const edition of [1, 4]) await serve(edition);
    const before = await left();
    await prune();
    expect(await left()).toEqual(before);
  });

  it("stays where the feed is another partner's now, that has not come", async () => {
    await carry(1, 1);
    await carry(2, 2);
    await serve(3);
    await db.prepare("UPDATE feed SET partner = 'paper'").run();
    await prune();
    expect(await left()).toEqual([1, 2]);
  });

  it("is looked for feed by feed, and comes to the last", async () => {
    for (const feed of ["paper", "zine"]) {
      await insertFeed(db, feed, { partner: "radio" });
      await carry(1, 1, "present", { feed });
      await carry(2, 2, "present", { feed });
      await serve(2, feed);
    }
    await prune();
    expect(await select(db, "SELECT feed, edition FROM carried")).toEqual([
      { feed: "paper", edition: 2 },
      { feed: "zine", edition: 2 },
    ]);
  });

  it("is looked at a thousand at most a sweep, and the next goes on behind them", async () => {
    const many = MAX_PRUNED + 500;
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})
         INSERT INTO carried (article_id, feed, edition, revision, present, pushed, retracted, published_at)
         SELECT 'a' || (i / 2), 'radio', 1 + i % 2, 1 + i % 2, 1, 0, 0, 0 FROM n`,
      )
      .run();
    await serve(2);
    // The first sweep chooses the feed.
    await pruneCarried(db, NOW);
    expect(await left()).toHaveLength(many);
    await pruneCarried(db, NOW);
    const first = (await left()).length;
    expect(first).toBeGreaterThanOrEqual(many - MAX_PRUNED);
    expect(first).toBeLessThan(many);
    await prune();
    expect(
      await select(
        db,
        "SELECT count(*) AS n FROM carried WHERE edition = 1 AND article_id IN (SELECT article_id FROM carried WHERE edition = 2)",
      ),
    ).toEqual([{ n: 0 }]);
  });

  it("is found by an index, and where no partner feed is, nothing is written", async () => {
    const { db: noting, queries } = recordQueries();
    await pruneCarried(noting, NOW);
    const steps = [...(await explain(queries)).values()].flat();
    expect(
      steps.filter((step) => /SEARCH c USING INDEX carried_feed \(feed=\? AND edition>\?\)/.test(step)),
    ).toHaveLength(2);
    expect(steps.filter((step) => /SCAN (?!\(subquery|looked|CONSTANT)/.test(step))).toEqual([]);
    expect(await select(db, "SELECT after_feed, next_feed FROM carried_walk")).toEqual([
      { after_feed: "", next_feed: "" },
    ]);
  });

  it("is asked for by nobody when it goes: receipts of the current revision, what waits, and later alerts are as they were", async () => {
    const step = fc.oneof(
      fc.record({ served: fc.constant(true) }),
      fc.record({ state: fc.constantFrom(...(Object.keys(STATES) as (keyof typeof STATES)[])), newer: fc.boolean() }),
    );
    const watched = [{ feed: "radio", partner: "radio", silent_after: null, retraction_within: 0 }];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        db = await emptyStore();
        await insertFeed(db, "radio", { partner: "radio" });
        await insert(db, "partner", { slug: "radio", name: "Radio", requests_per_minute: 1, bytes_per_day: 1 });
        let revision = 1;
        let edition = 0;
        for (const one of steps)
          if ("served" in one)
            await (edition > 0
              ? db
                  .prepare("DELETE FROM receipt WHERE edition = ?")
                  .bind(edition)
                  .run()
                  .then(() => serve(edition))
              : undefined);
          else {
            revision += one.newer ? 1 : 0;
            edition += 1;
            await carry(edition, revision, one.state);
          }
        await insertArticle(db, "a", { revision });
        const seen = async () => [
          reportReceipts("a", await findReceipts(db, "a"), () => "radio"),
          await listUndelivered(db, ["radio"], 9),
        ];
        const before = await seen();
        const had =
          (
            await select(
              db,
              "SELECT 1 FROM carried h JOIN receipt r ON r.feed = h.feed AND r.edition = h.edition WHERE h.present = 1 AND h.retracted = 0",
            )
          ).length > 0;
        await prune();
        expect(await seen()).toEqual(before);
        // Whoever had the story, and was not told that it was taken back, is told of when it is taken back now.
        await carry(edition + 1, revision + 1, "retracted", { published_at: NOW });
        await updateAlerts(db, watched, false, NOW + 1);
        expect(((await select(db, "SELECT id FROM alert")) as unknown[]).length > 0).toBe(had);
      }),
      { numRuns: 40 },
    );
  });
});
