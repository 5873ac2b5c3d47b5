import { beforeEach, describe, expect, it } from "vitest";
import { fillLists } from "../../../src/service/jobs/fill-lists.ts";
import { fillListing, isFilling } from "../../../src/service/store/fill-listing.ts";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { select } from "./rows.ts";

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
const lists = () => Promise.all(LISTS.map((sql) => select(db, sql)));
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

  it("is looked for once more in vain, and then not again", async () => {
    await room.put(article("a"));
    await fillLists(db);
    expect([await fillListing(db), await isFilling(db)]).toEqual([false, false]);
  });
});
