import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { FamilyInput } from "../../../src/feed/family.ts";
import type { Database } from "../../../src/service/home.ts";
import { reconcile } from "../../../src/service/store/reconcile.ts";
import { advanceFamily, findReselecting } from "../../../src/service/store/reconcile-families.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insert, insertFeed, insertMembership, select } from "./rows.ts";

const NOW = 100_000;
const TAGS: FamilyInput = { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}" };

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const take = (families: Partial<FamilyInput>[], now = NOW) =>
  reconcile(
    db,
    parseCatalog(
      SITE,
      families.map((one) => ({ ...TAGS, ...one }) as FamilyInput),
    ),
    now,
  );
const families = () => select(db, "SELECT path, reselect_after FROM family ORDER BY path");
const feeds = () => select(db, "SELECT slug, changed, stale_since, due_at, page_size, asleep FROM feed ORDER BY slug");

/** One that is awake, and one that is asleep, both with all that a feed may have. */
async function fill(): Promise<void> {
  const shared = { family: "tag", labels: "[]", edition: 2, pages: 1, composed: 1 };
  await insertFeed(db, "tag/a", { ...shared, value: "a", awake_until: NOW });
  await insertFeed(db, "tag/b", { ...shared, value: "b", asleep: 1 });
  for (const feed of ["tag/a", "tag/b"]) {
    await insertMembership(db, feed, "x");
    await insert(db, "archive", { feed, page: 1, version: 1, composed: 1 });
  }
  await insert(db, "document", { feed: "tag/a", edition: 2, format: "rss", coding: "identity", part: 0, body: "" });
  await insert(db, "archive_document", { feed: "tag/a", page: 1, version: 1, format: "rss", part: 0, body: "" });
  await db.prepare("UPDATE family SET reselect_after = NULL").run();
}

describe("taking up a family", () => {
  it("that is new chooses its articles; one that has ended is none", async () => {
    expect(await take([{}, { slug: "old/{value}", retired: true }])).toBe(true);
    expect(await families()).toEqual([{ path: "tag", reselect_after: "" }]);
    expect(await take([{}, { slug: "old/{value}", retired: true }])).toBe(false);
  });

  it("of another presentation makes its feeds stale that are awake, and the pages of all", async () => {
    await take([{}]);
    await fill();
    await take([{ title: "On {value}", entries: 7 }], NOW + 1);
    expect(await families()).toEqual([{ path: "tag", reselect_after: null }]);
    expect(await feeds()).toEqual([
      { slug: "tag/a", changed: 2, stale_since: NOW + 1, due_at: NOW + 1, page_size: 7, asleep: 0 },
      { slug: "tag/b", changed: 2, stale_since: null, due_at: null, page_size: 7, asleep: 1 },
    ]);
    expect(await select(db, "SELECT changed FROM archive")).toEqual([{ changed: 2 }, { changed: 2 }]);
  });

  it.each<[string, Partial<FamilyInput>]>([
    ["facets", { by: "section" }],
    ["exceptions", { except: ["x"] }],
    ["selection", { select: { any: [{ section: "World" }] } }],
  ])("of other %s chooses its articles anew", async (_, fields) => {
    await take([{}]);
    await fill();
    await take([fields]);
    expect(await families()).toEqual([{ path: "tag", reselect_after: "" }]);
    expect(await select(db, "SELECT feed FROM document")).toHaveLength(1);
  });

  it("that needs other numbers of stories changes nothing that is stored", async () => {
    await take([{}]);
    await fill();
    expect(await take([{ least: 5 }])).toBe(false);
  });

  it("that is given to a partner has nothing that was made for everybody", async () => {
    await take([{}]);
    await fill();
    await take([{ access: "partner", partner: "radio" }]);
    for (const table of ["document", "archive_document", "archive", "membership"])
      expect(await select(db, `SELECT feed FROM ${table}`), table).toEqual([]);
    expect(await select(db, "SELECT edition, asleep, pages FROM feed")).toEqual([
      { edition: 3, asleep: 1, pages: 0 },
      { edition: 3, asleep: 1, pages: 0 },
    ]);
  });
});

describe("a family that is defined no more", () => {
  it("has no documents from then on, and its feeds are asleep; once it is chosen anew, nothing of it is left", async () => {
    await take([{}]);
    await fill();
    await take([]);
    expect(await select(db, "SELECT feed FROM document UNION SELECT feed FROM archive_document")).toEqual([]);
    expect(await select(db, "SELECT DISTINCT asleep FROM feed")).toEqual([{ asleep: 1 }]);
    const family = await findReselecting(db);
    expect(family).toEqual({ path: "tag", after: "" });
    if (family) await db.batch(advanceFamily(db, family, null, NOW));
    for (const table of ["feed", "family", "archive", "polled"])
      expect(await select(db, `SELECT 1 FROM ${table}`), table).toEqual([]);
  });

  it("is taken up as new where it comes back before that", async () => {
    await take([{}]);
    await fill();
    await take([]);
    await take([{}]);
    expect(await families()).toEqual([{ path: "tag", reselect_after: "" }]);
    expect(await take([{}])).toBe(false);
    expect(await feeds()).toHaveLength(2);
  });

  it("gives its values to the one that has its path now", async () => {
    await take([{}]);
    await fill();
    await take([{ slug: "topic/{value}", formerly: ["tag/{value}"] }]);
    expect(await select(db, "SELECT slug, value, asleep, edition FROM feed WHERE family = 'topic'")).toEqual([
      { slug: "topic/a", value: "a", asleep: 1, edition: 0 },
      { slug: "topic/b", value: "b", asleep: 1, edition: 0 },
    ]);
  });
});

describe("the choice of a family's articles", () => {
  it("goes on from where it was, unless it has gone on meanwhile", async () => {
    await take([{}]);
    await fill();
    await db.prepare("UPDATE family SET reselect_after = 'm'").run();
    await db.batch(advanceFamily(db, { path: "tag", after: "a" }, "b", NOW));
    await db.batch(advanceFamily(db, { path: "tag", after: "a" }, null, NOW));
    expect(await findReselecting(db)).toEqual({ path: "tag", after: "m" });
    expect(await select(db, "SELECT changed FROM feed")).toEqual([{ changed: 1 }, { changed: 1 }]);
    await db.batch(advanceFamily(db, { path: "tag", after: "m" }, "x", NOW));
    expect(await findReselecting(db)).toEqual({ path: "tag", after: "x" });
  });

  it("makes the feeds due that are awake once it is whole", async () => {
    await take([{}]);
    await fill();
    await db.prepare("UPDATE family SET reselect_after = 'm'").run();
    await db.batch(advanceFamily(db, { path: "tag", after: "m" }, null, NOW));
    expect(await findReselecting(db)).toBeNull();
    expect(await feeds()).toMatchObject([
      { changed: 2, due_at: NOW },
      { changed: 2, due_at: null },
    ]);
  });
});
