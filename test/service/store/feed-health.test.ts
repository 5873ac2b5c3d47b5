import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Database } from "../../../src/service/home.ts";
import { listHealth, sumHealth } from "../../../src/service/store/feed-health.ts";
import { reconcile } from "../../../src/service/store/reconcile.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insertFeed, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("the health of feeds", () => {
  it("is of those that are named, and of all public ones that are refused or stale", async () => {
    await insertFeed(db, "fresh", { edition: 3 });
    await insertFeed(db, "other", { edition: 4 });
    await insertFeed(db, "both", { refusal: "[]", stale_since: 7 });
    await insertFeed(db, "older", { stale_since: 5 });
    await insertFeed(db, "radio", { refusal: "[]", stale_since: 1, partner: "radio" });
    const both = { slug: "both", edition: 0, refused: 1, stale_since: 7 };
    expect(await listHealth(db, ["fresh", "nothing"])).toEqual({
      named: [{ slug: "fresh", edition: 3, refused: 0, stale_since: null }],
      refused: [both],
      stale: [{ slug: "older", edition: 0, refused: 0, stale_since: 5 }, both],
    });
  });

  it("reads a thousand of a kind at most", async () => {
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
         INSERT INTO feed (slug, selection, presentation, page_size, refusal, stale_since) SELECT i, '{}', '{}', 1, '[]', i FROM n`,
      )
      .run();
    const { refused, stale } = await listHealth(db, []);
    expect([refused.length, stale.length]).toEqual([1_000, 1_000]);
  });

  it("is summed up with that of partners' feeds", async () => {
    expect(await sumHealth(db)).toEqual({ refused: 0, stale_since: null });
    await insertFeed(db, "radio", { refusal: "[]", stale_since: 7, partner: "radio" });
    await insertFeed(db, "all", { stale_since: 9 });
    expect(await sumHealth(db)).toEqual({ refused: 1, stale_since: 7 });
  });

  it("knows a partner's feed by its definition, as it is now", async () => {
    const partners = async (access?: { access: "partner"; partner: string }) => {
      await reconcile(db, parseCatalog(SITE, [{ slug: "all", title: "All", description: "All", ...access }]), 1);
      return select(db, "SELECT partner FROM feed");
    };
    expect(await partners({ access: "partner", partner: "radio" })).toEqual([{ partner: "radio" }]);
    expect(await partners({ access: "partner", partner: "paper" })).toEqual([{ partner: "paper" }]);
    expect(await partners()).toEqual([{ partner: null }]);
  });
});
