import { beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { HeldArticles, type Standing } from "../../../src/service/store/held-articles.ts";
import { emptyStore, insertArticle } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  for (const id of ["a", "b", "c"]) await insertArticle(db, id, { body: `{"id":"${id}"}` });
});

const standing = (id: string, fields: Partial<Standing> = {}): Standing => ({
  id,
  entry_id: `entry:${id}`,
  revision: 1,
  published: 1,
  updated: 2,
  size: 10,
  ...fields,
});

it("holds what it has read, as the same object, in the order that is asked for", async () => {
  const held = new HeldArticles();
  const [a] = await held.read(db, [standing("a")]);
  const [c, again, b] = await held.read(db, [standing("c"), standing("a"), standing("b")]);
  expect(again).toBe(a);
  expect([a, b, c]).toEqual(
    ["a", "b", "c"].map((id) => ({ article: { id }, entryId: `entry:${id}`, revision: 1, published: 1, updated: 2 })),
  );
});

it("reads nothing where it holds all", async () => {
  const held = new HeldArticles();
  const all = [standing("a"), standing("b")];
  const first = await held.read(db, all);
  await db.prepare("DELETE FROM revision").run();
  expect(await held.read(db, all)).toEqual(first);
});

it.each<Partial<Standing>>([{ updated: 3 }, { published: 2 }, { entry_id: "other" }, { size: 11 }])(
  "takes what differs for another: %o",
  async (fields) => {
    const held = new HeldArticles();
    const [before] = await held.read(db, [standing("a")]);
    const [after] = await held.read(db, [standing("a", fields)]);
    expect(after).not.toBe(before);
    const { entry_id: entryId = "entry:a", updated = 2, published = 1 } = fields;
    expect(after).toMatchObject({ entryId, updated, published });
  },
);

it("reads the revision that was asked for, and names one that is gone", async () => {
  const held = new HeldArticles();
  await held.read(db, [standing("a")]);
  await expect(held.read(db, [standing("a", { revision: 2 })])).rejects.toThrow("revision 2 of a is gone");
});

it("lets go of what was asked for least lately", async () => {
  const held = new HeldArticles(20);
  const [a] = await held.read(db, [standing("a")]);
  await held.read(db, [standing("b")]);
  const [again] = await held.read(db, [standing("a")]);
  expect(again).toBe(a);
  await held.read(db, [standing("c")]);
  const [b] = await held.read(db, [standing("b")]);
  const [late] = await held.read(db, [standing("a")]);
  expect(b).toMatchObject({ entryId: "entry:b" });
  expect(late).not.toBe(a);
});
