import { beforeEach, describe, expect, it } from "vitest";
import { type Catalog, parseCatalog } from "../../../src/feed/catalog.ts";
import type { DefinitionInput, SiteInput } from "../../../src/feed/definition.ts";
import type { Database } from "../../../src/service/home.ts";
import { findFeedState, listFeedStates } from "../../../src/service/store/feeds.ts";
import { reconcile } from "../../../src/service/store/reconcile.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insert, insertEdition, insertMembership, select } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const catalogOf = (definitions: Partial<DefinitionInput>[], site: Partial<SiteInput> = {}): Catalog =>
  parseCatalog(
    { ...SITE, ...site },
    definitions.map((one) => ({ slug: "all", title: "All", description: "All", ...one })),
  );

const take = (definitions: Partial<DefinitionInput>[], site: Partial<SiteInput> = {}, now = NOW) =>
  reconcile(db, catalogOf(definitions, site), now);

const rows = () => select(db, "SELECT slug, reselect_after, changed, stale_since, page_size FROM feed ORDER BY slug");

describe("taking up definitions", () => {
  it("gives each new feed a row: it is stale, and chooses its articles", async () => {
    expect(await take([{}, { slug: "sport", entries: 7 }])).toBe(true);
    expect(await rows()).toEqual([
      { slug: "all", reselect_after: "", changed: 1, stale_since: NOW, page_size: 50 },
      { slug: "sport", reselect_after: "", changed: 1, stale_since: NOW, page_size: 7 },
    ]);
  });

  it("does nothing where nothing is new", async () => {
    await take([{}]);
    const before = await select(db, "SELECT * FROM feed");
    expect(await take([{}], {}, NOW + 1)).toBe(false);
    expect(await select(db, "SELECT * FROM feed")).toEqual(before);
  });

  it.each<[string, Partial<DefinitionInput>, Partial<SiteInput>, string | null]>([
    ["title: it is shown anew", { title: "News" }, {}, null],
    ["number of entries: it is shown anew", { entries: 7 }, {}, null],
    ["masthead: it is shown anew", {}, { title: "Another Gazette" }, null],
    ["selection: its articles are chosen anew", { select: { any: [{ tag: "x" }] } }, {}, ""],
    ["site's language, which is the articles' too: they are chosen anew", {}, { language: "de" }, ""],
  ])("of another %s", async (_, definition, site, reselect_after) => {
    await take([{}]);
    await db.prepare("UPDATE feed SET reselect_after = NULL, composed = 1, stale_since = NULL").run();
    expect(await take([definition], site, NOW + 1)).toBe(true);
    expect(await rows()).toMatchObject([{ reselect_after, changed: 2, stale_since: NOW + 1 }]);
  });

  it("leaves a choice that is under way where it is, where only the presentation is new", async () => {
    await take([{}]);
    await db.prepare("UPDATE feed SET reselect_after = 'half'").run();
    await take([{ title: "News" }]);
    expect(await rows()).toMatchObject([{ reselect_after: "half" }]);
  });

  it("makes the pages of an archive stale, which name the feed, and keeps how much each holds", async () => {
    await take([{}]);
    await insert(db, "archive", { feed: "all", page: 1 });
    await insert(db, "archive", { feed: "other", page: 1 });
    await take([{ title: "News" }]);
    expect(await select(db, "SELECT feed, changed FROM archive ORDER BY feed")).toEqual([
      { feed: "all", changed: 2 },
      { feed: "other", changed: 1 },
    ]);
  });
});

const TABLES = ["membership", "document", "archive", "archive_document"];

/** A feed with something in every table. */
async function fill(feed: string): Promise<void> {
  await insertMembership(db, feed, "a");
  await insertEdition(db, feed, 3);
  await insert(db, "document", { feed, edition: 3, format: "rss", coding: "br", part: 0, body: "" });
  await insert(db, "archive", { feed, page: 1 });
  await insert(db, "archive_document", { feed, page: 1, version: 1, format: "rss", part: 0, body: "" });
  await db.prepare("UPDATE feed SET edition = 3, pages = 1, linked = 1 WHERE slug = ?").bind(feed).run();
}

const left = async (feed: string) => {
  const counts = TABLES.map((table) => select(db, `SELECT count(*) AS n FROM ${table} WHERE feed = '${feed}'`));
  return (await Promise.all(counts)).flat().map((row) => (row as { n: number }).n);
};

describe("a feed without a definition", () => {
  it("loses everything but its editions' history, and others lose nothing", async () => {
    await take([{}, { slug: "sport" }]);
    await fill("all");
    await fill("sport");
    expect(await take([{}])).toBe(true);
    expect([await left("sport"), await left("all")]).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect(await select(db, "SELECT feed, number FROM edition ORDER BY feed")).toHaveLength(2);
    expect((await listFeedStates(db, ["sport", "all"])).map(({ slug }) => slug)).toEqual(["all"]);
  });

  it("that comes back counts its editions on, and has none until its next", async () => {
    await take([{}]);
    await fill("all");
    await take([{ slug: "sport" }]);
    await take([{}]);
    expect(await findFeedState(db, "all")).toMatchObject({ edition: 4, entries: 0, published_at: 0, pages: 0 });
  });
});

describe("a feed that is given to another partner", () => {
  const radio = { access: "partner", partner: "radio" } as const;

  it.each([
    ["from everybody", {}, radio],
    ["from a partner to another", radio, { ...radio, partner: "paper" }],
    ["to everybody", radio, {}],
  ])("%s has nothing that was made for the one before, and chooses its articles anew", async (_, before, after) => {
    await take([before]);
    await fill("all");
    await insertEdition(db, "all", 2);
    await take([after]);
    expect(await left("all")).toEqual([0, 0, 0, 0]);
    expect(await findFeedState(db, "all")).toMatchObject({ published_at: 0, pages: 0, linked: 0, reselect_after: "" });
    expect(await select(db, "SELECT number FROM edition")).toEqual([{ number: 2 }]);
  });
});
