import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findDeskArticle, findNamed, listAhead, listRefusals } from "../../../src/service/store/desk.ts";
import { findListedArticles } from "../../../src/service/store/listed-articles.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore, FAULT, insert, insertArticle, insertFeed, insertMembership } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const put = (id: string, fields: Record<string, string | number> = {}, url = `https://gazette.example/${id}`) =>
  insertArticle(db, id, {
    body: JSON.stringify({ title: `Title of ${id}`, url, status: "usable", tags: [], authors: [] }),
    ...fields,
  });

describe("an article with all that is known of it", () => {
  it("has its current revision and its feeds, with the page of the archive that holds it", async () => {
    await put("a", { published: 1, updated: 2, public: 1 });
    await insertMembership(db, "sport", "a", { visible_from: 3, visible_until: 4, notice: 1, page: 5 });
    await insertMembership(db, "all", "a", { visible_from: 3 });
    const { article, ...rest } = (await findDeskArticle(db, "a")) ?? { article: null };
    expect(article).toMatchObject({ title: "Title of a" });
    expect(rest).toEqual({
      ...{ entryId: "entry:a", revision: 1, storedAt: 0, dates: { published: 1, updated: 2, public: true } },
      unshown: false,
      memberships: [
        { feed: "all", visible_from: 3, visible_until: null, notice: 0, page: null },
        { feed: "sport", visible_from: 3, visible_until: 4, notice: 1, page: 5 },
      ],
    });
  });

  it("is null of none, and may be in no feed", async () => {
    await put("a");
    expect([await findDeskArticle(db, "b"), (await findDeskArticle(db, "a"))?.memberships]).toEqual([null, []]);
  });
});

describe("articles that are looked for", () => {
  beforeEach(async () => {
    for (const id of ["harbour", "harbour-2", "Harbour", "market"]) await put(id);
  });
  const named = async (text: string, urls: string[] = [], limit = 9) =>
    (await findListedArticles(db, await findNamed(db, text, urls, limit), false)).map(({ id }) => id);

  it("are those whose id starts with the text, in their order", async () => {
    expect(await named("harbour")).toEqual(["harbour", "harbour-2"]);
    expect(await named("harbour", [], 1)).toEqual(["harbour"]);
    expect(await named("nothing")).toEqual([]);
  });

  it("are found by their entry's id, and by their current address", async () => {
    expect(await named("entry:market")).toEqual(["market"]);
    expect(await named("https://gazette.example/market", ["https://gazette.example/market"])).toEqual(["market"]);
    await db.prepare("UPDATE revision SET superseded_at = 1 WHERE article_id = 'market'").run();
    expect(await named("https://gazette.example/market", ["https://gazette.example/market"])).toEqual([]);
  });

  it("take the text as it is: no wildcard and no SQL", async () => {
    for (const text of ["%", "harbour_2", "' OR 1 --", "*"]) expect(await named(text)).toEqual([]);
  });
});

describe("what lies ahead", () => {
  it("is found by indexes", async () => {
    const { db: recorded, queries } = recordQueries();
    await listAhead(recorded, ["all"], NOW, 9);
    const plans = [...(await explain(queries)).values()].map((plan) => plan.join("\n"));
    for (const index of ["membership_from", "membership_until", "listing_from", "listing_until"])
      expect(plans.filter((plan) => new RegExp(`SEARCH \\w+ USING INDEX ${index} `).test(plan))).toHaveLength(1);
    expect(plans.join("\n")).not.toMatch(/SCAN (m|listing|a|r)\b|TEMP B-TREE/);
  });

  const ahead = async (limit = 9) => {
    const { embargoes, expiries } = await listAhead(db, ["all", "sport"], NOW, limit);
    return { embargoes, expiries };
  };

  it("is when articles come into sight and leave it, the next first, each once with its feeds and title", async () => {
    for (const id of ["a", "b"]) await put(id);
    await insertMembership(db, "all", "a", { visible_from: NOW + 9, visible_until: NOW + 20 });
    await insertMembership(db, "sport", "a", { visible_from: NOW + 9 });
    await insertMembership(db, "all", "b", { visible_from: NOW + 5 });
    expect(await ahead()).toEqual({
      embargoes: [
        { id: "b", title: "Title of b", at: NOW + 5, feeds: ["all"] },
        { id: "a", title: "Title of a", at: NOW + 9, feeds: ["all", "sport"] },
      ],
      expiries: [{ id: "a", title: "Title of a", at: NOW + 20, feeds: ["all"] }],
    });
    expect((await ahead(1)).embargoes.map(({ id }) => id)).toEqual(["b"]);
  });

  it("is nothing of what is past, of a notice, and of other feeds", async () => {
    await put("a");
    await insertMembership(db, "all", "a", { visible_from: NOW, visible_until: NOW });
    await insertMembership(db, "sport", "a", { visible_until: NOW + 9, notice: 1 });
    await insertMembership(db, "other", "a", { visible_from: NOW + 9 });
    expect(await ahead()).toEqual({ embargoes: [], expiries: [] });
  });
});

describe("refusals", () => {
  const why = JSON.stringify([FAULT]);

  it("are pages of archives that are held back, and the latest of editions; each says whether it holds now", async () => {
    await insertFeed(db, "all", { refusal: why });
    await insertFeed(db, "sport");
    await insert(db, "archive", { feed: "all", page: 3, refusal: why });
    await insert(db, "archive", { feed: "all", page: 4 });
    for (const [feed, at] of [
      ["all", 10],
      ["sport", 20],
      ["gone", 30],
    ] as const)
      await insert(db, "refusal", { feed, at, edition: 1, discrepancies: why });
    const discrepancies = [FAULT];
    expect(await listRefusals(db, 9)).toEqual([
      { feed: "all", at: null, page: 3, current: true, discrepancies },
      { feed: "gone", at: 30, page: null, current: false, discrepancies },
      { feed: "sport", at: 20, page: null, current: false, discrepancies },
      { feed: "all", at: 10, page: null, current: true, discrepancies },
    ]);
    expect((await listRefusals(db, 1)).map(({ feed, at }) => [feed, at])).toEqual([
      ["all", null],
      ["gone", 30],
    ]);
  });
});
