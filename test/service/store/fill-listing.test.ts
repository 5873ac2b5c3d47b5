import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { fillLists } from "../../../src/service/jobs/fill-lists.ts";
import { type LogEntry, logTo } from "../../../src/service/log.ts";
import { fillListing, isFilling } from "../../../src/service/store/fill-listing.ts";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { insert, select } from "./rows.ts";

const { db } = here;
let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

/** A store as it was before there were lists. */
async function unlist(): Promise<void> {
  for (const sql of [
    "DELETE FROM listing",
    "DELETE FROM listing_term",
    "DELETE FROM words",
    "UPDATE listing_fill SET after = 0",
  ])
    await db.prepare(sql).run();
}
const LISTS = [
  "SELECT * FROM listing ORDER BY n",
  "SELECT * FROM listing_term ORDER BY kind, key, n",
  "SELECT rowid FROM words WHERE words MATCH 'text' ORDER BY rowid",
];
type Row = Record<string, string | number>;
const lists = async () => (await Promise.all(LISTS.map((sql) => select(db, sql)))) as Row[][];
const ids = async (query: string) => {
  const answer = await room.request("GET", `/api/articles?${query}`);
  const { articles, filling } = (await answer.json()) as { articles: { id: string }[]; filling?: boolean };
  return { ids: articles.map(({ id }) => id), filling };
};

describe("what was stored before there were lists", () => {
  it("comes into them as its save would have put it there", async () => {
    for (const id of ["a", "b", "c"]) await room.put(article(id, { tags: ["Vote"], section: "Politics" }));
    await room.put(article("b", { status: "withheld" }));
    const saved = await lists();
    await unlist();
    expect(await ids("q=text")).toEqual({ ids: [], filling: true });
    await fillLists(db);
    expect(await lists()).toEqual(saved);
    expect(await ids("tag=vote")).toEqual({ ids: ["c", "a"], filling: undefined });
  });

  it("comes in step by step, and what is saved meanwhile is in them once", async () => {
    const lines = Array.from({ length: 250 }, (_, index) => JSON.stringify(article(`n${index}`)));
    await (await room.request("POST", "/api/articles", lines.join("\n"))).text();
    await unlist();
    expect([await fillListing(db), await isFilling(db)]).toEqual([true, true]);
    expect(await select(db, "SELECT count(*) AS count FROM listing")).toEqual([{ count: 100 }]);
    await room.put(article("n240", { title: "Saved meanwhile" }));
    await room.put(article("new"));
    await room.sweep();
    expect(await isFilling(db)).toBe(false);
    expect(await select(db, "SELECT count(*) AS count FROM listing")).toEqual([{ count: 251 }]);
    expect((await ids("q=meanwhile")).ids).toEqual(["n240"]);
  });

  it("is not kept out by one that breaks the code, and is gone on behind", async () => {
    const logged: LogEntry[] = [];
    logTo((entry) => logged.push(entry));
    onTestFinished(() => logTo());
    for (const id of ["a", "b", "c", "d"]) await room.put(article(id));
    await unlist();
    // No version stores one without tags, and lists count on them.
    await db.prepare("UPDATE revision SET body = json_remove(body, '$.tags') WHERE article_id = 'c'").run();
    await fillListing(db);
    expect(await isFilling(db)).toBe(false);
    expect(await select(db, "SELECT article_id AS id FROM listing ORDER BY n")).toEqual(
      ["a", "b", "d"].map((id) => ({ id })),
    );
    expect(logged).toMatchObject([{ event: "article not listed", article: "c" }]);
  });

  it("is listed anew where a version without lists has changed it", async () => {
    for (const id of ["a", "b"]) await room.put(article(id, { tags: ["Vote"] }));
    await room.sweep();
    const before = await lists();
    await room.put(article("a", { tags: ["Council"] }));
    const saved = await lists();
    const [rows = [], terms = []] = before;
    for (const sql of ["DELETE FROM listing WHERE n = 1", "DELETE FROM listing_term WHERE n = 1"])
      await db.prepare(sql).run();
    await insert(db, "listing", rows[0] ?? {});
    for (const term of terms.filter(({ n }) => n === 1)) await insert(db, "listing_term", term);
    expect((await ids("tag=vote")).ids).toContain("a");
    await room.sweep();
    expect(await lists()).toEqual(saved);
    expect((await ids("tag=vote")).ids).toEqual(["b"]);
  });

  it("is looked for once more in vain, and then not again", async () => {
    await room.put(article("a"));
    await fillLists(db);
    expect([await fillListing(db), await isFilling(db)]).toEqual([false, false]);
  });
});
