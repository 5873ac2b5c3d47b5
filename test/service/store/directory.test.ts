import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { listNewestChanges, listNews } from "../../../src/service/store/directory.ts";
import { emptyStore, insertArticle, insertMembership } from "./rows.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const MINUTE = 60_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

async function put(
  id: string,
  fields: Record<string, string | number | null> = {},
  feeds = ["all"],
  published = NOW - MINUTE,
) {
  const body = JSON.stringify({ title: `Title of ${id}`, url: `https://gazette.example/${id}`, language: "en" });
  await insertArticle(db, id, { body, published });
  for (const feed of feeds) await insertMembership(db, feed, id, { updated: published, ...fields });
}

const HIDDEN: [string, Record<string, number>][] = [
  ["under embargo", { visible_from: NOW + 1 }],
  ["expired", { visible_until: NOW }],
];

describe("when a feed's articles last changed", () => {
  it("is told feed by feed, the newest first, ten at most, and nothing of what cannot be seen", async () => {
    for (let n = 1; n <= 12; n += 1) await put(`n${n}`, { updated: n });
    await put("held", { updated: 99, visible_from: NOW + 1 });
    expect(await listNewestChanges(db, ["all", "nothing"], NOW)).toEqual(
      new Map([
        ["all", [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]],
        ["nothing", []],
      ]),
    );
  });
});

describe("news", () => {
  const news = async (limit = 9, since = NOW - 60 * MINUTE) =>
    (await listNews(db, ["all", "sport"], { since, now: NOW, limit })).map(({ title }) => title);

  it("is what was published after a time, the newest first, each story once however many feeds have it", async () => {
    await put("a", {}, ["all", "sport"], NOW - 30 * MINUTE);
    await put("b", {}, ["sport"], NOW - 20 * MINUTE);
    await put("other", {}, ["elsewhere"], NOW - 10 * MINUTE);
    expect(await news()).toEqual(["Title of b", "Title of a"]);
    expect(await news(1)).toEqual(["Title of b"]);
    expect((await listNews(db, ["all"], { since: 0, now: NOW, limit: 9 }))[0]).toEqual({
      ...{ url: "https://gazette.example/a", title: "Title of a", published: "2026-03-01T11:30:00Z", language: "en" },
    });
  });

  it("is nothing that was published at that time or before, though it was changed since", async () => {
    await put("old", { updated: NOW }, ["all"], NOW - 60 * MINUTE);
    expect(await news()).toEqual([]);
  });

  it.each([...HIDDEN, ["taken back", { notice: 1 }] as [string, Record<string, number>]])(
    "is nothing that is %s",
    async (_, fields) => {
      await put("a", fields);
      expect(await news()).toEqual([]);
    },
  );
});
