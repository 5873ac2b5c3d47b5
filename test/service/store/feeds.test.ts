import { beforeEach, describe, expect, it } from "vitest";
import { type Catalog, parseCatalog } from "../../../src/feed/catalog.ts";
import type { DefinitionInput, SiteInput } from "../../../src/feed/definition.ts";
import type { Database } from "../../../src/service/home.ts";
import { findFeedState, listFeedStates, reconcile } from "../../../src/service/store/feeds.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insert, insertEdition, insertFeed, insertMembership, select } from "./rows.ts";

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

describe("the state of a feed", () => {
  it("is null of none, and says of one without an edition that it has none", async () => {
    await insertFeed(db, "all", { stale_since: 7 });
    expect(await findFeedState(db, "nothing")).toBeNull();
    expect(await findFeedState(db, "all")).toEqual({
      ...{ slug: "all", changed: 1, composed: 0, stale_since: 7, edition: 0, published_at: 0, entries: 0 },
      ...{ refusal: null, reselect_after: null, page_size: 2, pages: 0, linked: 0, overflows: 0 },
      ...{ stale_page: null, unpublished_page: null },
    });
  });

  it("names the first page that is stale, and the first that was never published", async () => {
    await insertFeed(db, "all");
    for (const [page, changed, version] of [
      [1, 1, 1],
      [2, 2, 1],
      [3, 1, 0],
      [4, 2, 0],
    ] as const)
      await insert(db, "archive", { feed: "all", page, changed, composed: 1, version });
    expect(await findFeedState(db, "all")).toMatchObject({ stale_page: 2, unpublished_page: 3 });
  });

  it("is listed of those that are asked for, by their slugs", async () => {
    for (const slug of ["sport", "all", "other"]) await insertFeed(db, slug, { refusal: "[]" });
    expect((await listFeedStates(db, ["sport", "all", "nothing"])).map(({ slug, refusal }) => [slug, refusal])).toEqual(
      [
        ["all", []],
        ["sport", []],
      ],
    );
  });

  it.each<[string, Record<string, string | number | null>, Record<string, number>, 0 | 1]>([
    ["an article older than the edition's oldest", { updated: 4 }, {}, 1],
    ["one of the same time whose id comes first", { updated: 5 }, {}, 1],
    ["none that the edition holds", { updated: 6 }, {}, 0],
    ["none that a page has", { updated: 4, page: 1 }, {}, 0],
    ["none under embargo", { updated: 4, visible_from: 99_999_999_999_999 }, {}, 0],
    ["a notice that has had its time", { updated: 9, notice: 1, visible_until: 5 }, {}, 1],
    ["no notice before its time", { updated: 9, notice: 1, visible_until: 99_999_999_999_999 }, {}, 0],
    ["no expired story that is no notice", { updated: 9, visible_until: 5 }, {}, 0],
    ["nothing while the feed is stale and its edition has room", { updated: 4 }, { changed: 2, entries: 1 }, 0],
    ["an article while the feed is stale and its edition is full", { updated: 4 }, { changed: 2, entries: 2 }, 1],
  ])("overflows into the archive with %s", async (_, membership, { changed = 1, entries = 1 }, overflows) => {
    await insertFeed(db, "all", { edition: 1, changed, composed: 1 });
    await insertEdition(db, "all", 1, { entries, oldest_updated: 5, oldest_id: "b" });
    await insertMembership(db, "all", "a", membership);
    expect(await findFeedState(db, "all")).toMatchObject({ overflows });
  });
});
