import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Definition } from "../../../src/feed/definition.ts";
import type { Database } from "../../../src/service/home.ts";
import { listNewest, MAX_EDITION_BYTES } from "../../../src/service/store/newest.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insertArticle, insertMembership } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("the newest articles of a feed", () => {
  const definition = (entries = 3): Definition => {
    const found = parseCatalog(SITE, [{ slug: "all", title: "All", description: "All", entries }]).all.get("all");
    if (!found) throw new Error("no definition");
    return found;
  };
  const put = async (id: string, fields: Record<string, string | number | null>, body = "{}") => {
    await insertArticle(db, id, { body, published: 1 });
    await insertMembership(db, "all", id, fields);
  };
  const newest = async (entries?: number) =>
    (await listNewest(db, definition(entries), NOW)).map(({ entryId }) => entryId.slice("entry:".length));

  it("are those that may be seen, by the time of their update and then their id, as many as the feed shows", async () => {
    await put("old", { updated: 1 });
    await put("a", { updated: 5 });
    await put("b", { updated: 5 });
    await put("new", { updated: 9 });
    await put("embargoed", { updated: 10, visible_from: NOW + 1 });
    await put("expired", { updated: 10, visible_until: NOW });
    await put("now", { updated: 2, visible_from: NOW, visible_until: NOW + 1 });
    expect(await newest()).toEqual(["new", "b", "a"]);
    expect(await newest(9)).toEqual(["new", "b", "a", "now", "old"]);
  });

  it("are as the store has them", async () => {
    await put("a", { updated: 7 }, '{"id":"a"}');
    expect(await listNewest(db, definition(), NOW)).toEqual([
      { article: { id: "a" }, entryId: "entry:a", revision: 1, published: 1, updated: 7 },
    ]);
  });

  it("are fewer where they are too large together; the newest is always among them", async () => {
    const large = (part: number) => JSON.stringify("x".repeat(Math.floor(MAX_EDITION_BYTES / part) - 2));
    await put("old", { updated: 1 }, '"x"');
    await put("half", { updated: 2 }, large(2));
    await put("whole", { updated: 3 }, large(1));
    expect(await newest()).toEqual(["whole"]);
    await put("small", { updated: 4 }, '"x"');
    expect(await newest()).toEqual(["small"]);
    await db.prepare("DELETE FROM membership WHERE article_id = 'whole'").run();
    expect(await newest()).toEqual(["small", "half", "old"]);
  });
});
