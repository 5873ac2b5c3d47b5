import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Definition } from "../../../src/feed/definition.ts";
import type { Database } from "../../../src/service/home.ts";
import { reselectStep } from "../../../src/service/store/reselect.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insert, insertArticle, insertFeed, insertMembership, parsed, select } from "./rows.ts";

const catalog = parseCatalog(SITE, [
  { slug: "sport", title: "Sport", description: "Games", select: { any: [{ section: "Sport" }] } },
  { slug: "all", title: "All", description: "All" },
]);

let db: Database;
let sport: Definition;

beforeEach(async () => {
  db = await emptyStore();
  const found = catalog.all.get("sport");
  if (!found) throw new Error("no definition");
  sport = found;
  await insertFeed(db, "sport", { reselect_after: "" });
});

const put = (id: string, section: string, status = "usable", fields: Record<string, number> = {}) =>
  insertArticle(db, id, { body: JSON.stringify(parsed(id, { section, status })), updated: 50, ...fields });

const members = async () =>
  (await select(db, "SELECT feed || '/' || article_id AS pair FROM membership ORDER BY pair")).map(
    (row) => (row as { pair: string }).pair,
  );
const after = async () =>
  ((await select(db, "SELECT reselect_after FROM feed")) as { reselect_after: string | null }[])[0]?.reselect_after;

describe("a step of choosing a feed's articles anew", () => {
  it("takes in what the definition selects, and lets go what it does not; other feeds keep theirs", async () => {
    await put("a", "Sport");
    await put("b", "Politics");
    await put("c", "Sport", "withheld");
    for (const [feed, id] of [
      ["sport", "b"],
      ["sport", "c"],
      ["all", "b"],
    ] as const)
      await insertMembership(db, feed, id);
    expect(await reselectStep(db, catalog, sport, "")).toBe(true);
    expect([await members(), await after()]).toEqual([["all/b", "sport/a"], null]);
  });

  it("shows an article when the article says, and as new as it was", async () => {
    await put("a", "Sport");
    await reselectStep(db, catalog, sport, "");
    const visible_from = Date.parse("2026-03-01T08:00:00Z");
    expect(await select(db, "SELECT * FROM membership")).toEqual([
      { feed: "sport", article_id: "a", page: null, updated: 50, visible_from, visible_until: null, notice: 0 },
    ]);
  });

  it("leaves a notice of what readers may have seen, and of nothing else", async () => {
    const updated = Date.parse("2026-03-02T08:00:00Z");
    await put("seen", "Sport", "canceled", { public: 1, updated });
    await put("unseen", "Sport", "canceled", { updated });
    await reselectStep(db, catalog, sport, "");
    expect(await select(db, "SELECT article_id, notice FROM membership")).toEqual([{ article_id: "seen", notice: 1 }]);
  });

  it("goes on after an id: in steps of five hundred articles until none is left", async () => {
    const body = JSON.stringify(parsed("n", { section: "Sport" }));
    const fill = (sql: string) =>
      db.prepare(`WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) ${sql}`);
    await fill("INSERT INTO article SELECT 'n' || i, 'e' || i, 1, 0, 0, 0 FROM n").run();
    await fill("INSERT INTO revision SELECT 'n' || i, 1, 0, json_set(?, '$.id', 'n' || i), 0, NULL FROM n")
      .bind(body)
      .run();
    expect(await reselectStep(db, catalog, sport, "")).toBe(false);
    expect([(await members()).length, await after()]).toEqual([500, "n1499"]);
    expect(await reselectStep(db, catalog, sport, "n1499")).toBe(true);
    expect([(await members()).length, await after()]).toEqual([501, null]);
  });

  it("that another publisher has made already leaves the choice where it is by now", async () => {
    await put("a", "Sport");
    await db.prepare("UPDATE feed SET reselect_after = 'further'").run();
    await reselectStep(db, catalog, sport, "");
    expect(await after()).toBe("further");
  });

  it("in which an article was saved since it was read does nothing, and is to be made again", async () => {
    await put("a", "Sport");
    await insertMembership(db, "sport", "a", { visible_from: 99 });
    // The save comes between the step's read and its write.
    const racing: Database = {
      prepare: (sql) => db.prepare(sql),
      async batch(statements) {
        await db.prepare("UPDATE article SET revision = 2").run();
        await insert(db, "revision", { article_id: "a", revision: 2, stored_at: 0, updated: 0, body: "{}" });
        return db.batch(statements);
      },
    };
    expect(await reselectStep(racing, catalog, sport, "")).toBe(false);
    expect(await after()).toBe("");
    expect(await select(db, "SELECT visible_from FROM membership")).toEqual([{ visible_from: 99 }]);
  });
});
