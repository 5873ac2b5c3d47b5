import { createHash } from "node:crypto";
import { beforeEach, describe, expect, inject, it, vi } from "vitest";
import { migrate, statementsOf } from "../../../src/service/store/apply-migrations.ts";
import { here } from "../../homes/here.ts";
import { insertEdition, insertFeed, select } from "./rows.ts";

/** SHA-256 of each migration that a store may have had. A line here is never changed; a new migration adds one. */
const RELEASED: Record<string, string> = {
  "0001_article.sql": "485cb26b479ef8a18beee378afc11dd217e966e29bad21bd9b897ade5c741d3e",
  "0002_feed.sql": "a9819a2c22e48deb37d2db111eb378133b198ff094ce1fd2f53ce238bd1831b9",
  "0003_edition.sql": "a4d3f053e2c66f14f2d9e80d0ac30641a7f58703a36f826df51b3107226121b0",
  "0004_archive.sql": "c966b13670ca16d8fcc8c593be5e38331d3752d1226cd698668c9d07ff8651b9",
  "0006_audience.sql": "cb264ba1d999e2aa610092cd4e117cad2075c96b800050cb3cece1780e0c78f2",
  "0007_partner.sql": "963bedf11c3d927c8408c80130e2753ed3ee5373ef1855b246fee0269ab589b8",
  "0009_desk.sql": "8b930e28a87063d45b132e297743ba0ad5c43f1210ea3c98a0d24f192eded31b",
  "0010_session.sql": "9e5ebe7db9c140502b886dbf3fd0bfe8ce5de9c3984023e0773e9ea2d9eb47b9",
  "0011_signing_key.sql": "460c2770af0e0a1d5eb5684b7dc5ec41131d101e1287db1a0709f1ef77bac13a",
  "0012_polled.sql": "2e2d63b62fc0b7ecaaf690aea95c35556a8f9ca959b125a6eb8e3abf4bc454d2",
  "0013_due.sql": "d057aa8ce43f98047e37948e7cd0df394fed0bcff08976d8294a5bb986f70ce6",
  "0014_family.sql": "4b34104b30ffc2e8a708f8c33755484c67378926cd6972fa1cf35a347d2ff048",
  "0015_health.sql": "17433673fad4d8aad74e818bf856f90794c87f51f60c64f2d4e5cca52bc4fe6f",
  "0016_awake.sql": "eb989bac90ffd37fba9342103c7cb5d8dbcd4503f032cd7676cf86c17ba9d3ac",
  "0017_purge.sql": "9a0ecc0c8efc42f713894cf20a9fcaa1f6708a2548763f456af8b7f439560b71",
  "0018_base.sql": "cb1f8fba8cb2265a677bc49ee9e363a3dd4a9bfc7aaa6599c14a1c74fa7a47f0",
  "0019_unconditional.sql": "9f980d144b96d477288e1e1c8b5fcd29b7c49f2bfc41f601d20505090baabd15",
  "0020_source.sql": "151e3d5cb5992e02e607a2d5791ce45e2715c974513259e3fbe84673322c4ea8",
  "0021_old_address.sql": "55654529296c651a8efe5baec747ee58305b76deb0a84ef38c961fc9e96dd7dd",
  "0022_proofread.sql": "8142a58a9b4ad6a59dbe494f37a85f77959f1c282cbfbd41e61bbf83d4f9d42a",
  "0023_audit.sql": "6c87ee5e658527662a3aab48489250a154fcf55f5d7bf42b92c8102d42888002",
  "0024_people.sql": "059e2d5f084ef9f9a38ce669c33f0e700f9e2f4ece53d78dbdfd13eb385546b2",
  "0026_draft.sql": "81e780f92734c7846f0a122228218e38b7d9fda6719a3ac1d4afce9734a037ef",
  "0027_file.sql": "2bb8c04e445c3478b2e9a026a206d52dcb8e41b1df61915e0a782cad15e79576",
  "0028_partner_page.sql": "ae92108f400926a1f9bf07592a5d3ec892f9ad25d0956aad0f22e377b800b253",
  "0029_search.sql": "49937544c36ea94b16e91b3169412134bc9ca1297744d2218e3c42ffc8d54068",
  "0030_log_walk.sql": "a8a3aeff664e1ccf362712f4a4ede48e379e78ea088e071f893f2a55fd803ca0",
  "0031_subscription.sql": "7f381f2c69b577166239555594985d9a8304972def8d1360f42040dc55f18ff6",
  "0032_webhook.sql": "b30c907daaba3996ac16de12bfd7dfd706e177eb4c45b123997a08c5e22bc2b2",
  "0033_hub_named.sql": "37db1844202f9abdbfd6359f3aae78f4df9368ab2d58ea4d9554a07c98a0f532",
};

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const db = here.db;
const names = async (): Promise<string[]> => {
  const { results } = await db.prepare("SELECT name FROM d1_migrations ORDER BY id").all<{ name: string }>();
  return results.map(({ name }) => name);
};
const tables = async (): Promise<string[]> => {
  const all = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '[_s]*' ORDER BY name");
  return (await all.all<{ name: string }>()).results.map(({ name }) => name);
};

beforeEach(() => here.reset());

describe("the migrations", () => {
  it("that have been released are as they were, for stores have had them; a new one is pinned here, too", () => {
    expect(Object.fromEntries(inject("migrations").map(({ name, sql }) => [name, hash(sql)]))).toEqual(RELEASED);
  });

  it("make a new store, in the order of their names whatever the order they are given in", async () => {
    const { applied } = await migrate(db, inject("migrations").toReversed());
    expect(applied).toEqual(Object.keys(RELEASED));
    expect(await names()).toEqual(applied);
    expect(await tables()).toEqual(expect.arrayContaining(["article", "edition", "feed", "membership", "revision"]));
  });

  it("are applied once: a store that has had them stays as it is", async () => {
    await migrate(db, inject("migrations"));
    await db
      .prepare("INSERT INTO article (id, entry_id, revision, published, updated) VALUES ('a', 'e', 1, 0, 0)")
      .run();
    const asked = vi.spyOn(db, "prepare");
    expect(await migrate(db, inject("migrations"))).toEqual({ applied: [], later: undefined });
    // Every instance asks so, before its first answer.
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
    expect(await db.prepare("SELECT id FROM article").first()).toEqual({ id: "a" });
  });

  it("bring a store of an earlier version up to date, with what it holds", async () => {
    await migrate(db, inject("migrations").slice(0, 1));
    await db
      .prepare("INSERT INTO article (id, entry_id, revision, published, updated) VALUES ('a', 'e', 1, 0, 0)")
      .run();
    expect((await migrate(db, inject("migrations"))).applied).toEqual(Object.keys(RELEASED).slice(1));
    expect(await db.prepare("SELECT id FROM article").first()).toEqual({ id: "a" });
  });

  it("tell of what a store holds whose its feeds are, and which of their editions are current", async () => {
    await migrate(
      db,
      inject("migrations").filter(({ name }) => name < "0015"),
    );
    await insertFeed(db, "all", { edition: 2 });
    await insertFeed(db, "radio", { edition: 1, selection: '{"partner":"radio"}' });
    for (const [feed, number] of [
      ["all", 1],
      ["all", 2],
      ["radio", 1],
      ["gone", 1],
    ] as const)
      await insertEdition(db, feed, number);
    await migrate(db, inject("migrations"));
    expect(await select(db, "SELECT slug, partner FROM feed ORDER BY slug")).toEqual([
      { slug: "all", partner: null },
      { slug: "radio", partner: "radio" },
    ]);
    expect(await select(db, "SELECT feed, number FROM edition WHERE is_current = 1 ORDER BY feed")).toEqual([
      { feed: "all", number: 2 },
      { feed: "radio", number: 1 },
    ]);
  });

  it("have a store's feeds composed once more, to name their hub: but for what is asleep, and what nothing is served of yet", async () => {
    await migrate(
      db,
      inject("migrations").filter(({ name }) => name < "0033"),
    );
    const fresh = { changed: 3, composed: 3, edition: 2 };
    await insertFeed(db, "fresh", fresh);
    await insertFeed(db, "stale", { ...fresh, changed: 4, stale_since: 5, due_at: 7 });
    await insertFeed(db, "asleep", { ...fresh, asleep: 1 });
    await insertFeed(db, "new", { changed: 1 });
    const before = Date.now() - 1_000;
    await migrate(db, inject("migrations"));
    const rows = await select(
      db,
      "SELECT slug, changed - composed AS behind, stale_since, due_at FROM feed ORDER BY slug",
    );
    const now = expect.toSatisfy((at: number) => at >= before && at <= Date.now());
    expect(rows).toEqual([
      { slug: "asleep", behind: 1, stale_since: null, due_at: null },
      { slug: "fresh", behind: 1, stale_since: now, due_at: now },
      { slug: "new", behind: 1, stale_since: null, due_at: null },
      { slug: "stale", behind: 2, stale_since: 5, due_at: 7 },
    ]);
  });

  it("leave a store of a later version alone, and name what is not known", async () => {
    await migrate(db, [...inject("migrations"), { name: "9999_later.sql", sql: "CREATE TABLE later (id TEXT);\n" }]);
    const another = { name: "9998_another.sql", sql: "CREATE TABLE another (id TEXT);\n" };
    expect(await migrate(db, [...inject("migrations"), another])).toEqual({ applied: [], later: "9999_later.sql" });
    expect(await tables()).not.toContain("another");
  });

  it("fail whole: of one with a fault nothing is done, and it is tried again the next time", async () => {
    const sql = "CREATE TABLE half (id TEXT);\nCREATE TABLE half (id TEXT);\n";
    await expect(migrate(db, [...inject("migrations"), { name: "9999_half.sql", sql }])).rejects.toThrow("half");
    expect(await names()).toEqual(Object.keys(RELEASED));
    expect(await tables()).not.toContain("half");
    const mended = { name: "9999_half.sql", sql: "CREATE TABLE half (id TEXT);\n" };
    expect((await migrate(db, [...inject("migrations"), mended])).applied).toEqual(["9999_half.sql"]);
    expect(await tables()).toContain("half");
  });
});

describe("two that migrate at once", () => {
  it("both end well: what one applies, the other does not", async () => {
    const both = await Promise.all([migrate(db, inject("migrations")), migrate(db, inject("migrations"))]);
    expect(both.flatMap(({ applied }) => applied).sort()).toEqual(Object.keys(RELEASED));
    expect(await names()).toEqual(Object.keys(RELEASED));
    expect((await migrate(db, inject("migrations"))).applied).toEqual([]);
  });

  it("both end well where one had looked before the other began", async () => {
    const late = { ...db, prepare: (sql: string) => (/^SELECT name/.test(sql) ? nothingYet() : db.prepare(sql)) };
    const nothingYet = () => db.prepare("SELECT name FROM d1_migrations WHERE 0");
    const all = inject("migrations");
    await migrate(db, all);
    expect(await migrate({ ...late, batch: (some) => db.batch(some) }, all)).toEqual({ applied: [], later: undefined });
  });
});

describe("the statements of a file", () => {
  it.each<[string, string, string[]]>([
    ["one after the other", "CREATE TABLE a (x);\nCREATE TABLE b (y);\n", ["CREATE TABLE a (x)", "CREATE TABLE b (y)"]],
    ["over several lines", "CREATE TABLE a (\n  x,\n  y\n);\n", ["CREATE TABLE a (\n  x,\n  y\n)"]],
    [
      "without comments",
      "-- What it is.\nCREATE TABLE a (\n  x, -- milliseconds\n  y\n);\n",
      ["CREATE TABLE a (\n  x,\n  y\n)"],
    ],
    [
      "a trigger whole, whatever ends in it",
      "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;\nCREATE TABLE d (x);\n",
      ["CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND", "CREATE TABLE d (x)"],
    ],
    ["none of nothing", "\n-- Nothing yet.\n\n", []],
  ])("are found %s", (_, sql, statements) => {
    expect(statementsOf(sql)).toEqual(statements);
  });

  it("that has no end are a fault, not a statement less", () => {
    expect(() => statementsOf("CREATE TABLE a (x);\nCREATE TABLE b (y)")).toThrow("no end: CREATE TABLE b (y)");
  });
});
