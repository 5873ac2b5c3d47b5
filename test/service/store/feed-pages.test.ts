import { beforeEach, describe, expect, it } from "vitest";
import { type FeedFilter, listFeedPage, MAX_LOOKED } from "../../../src/service/store/feed-pages.ts";
import { here } from "../../homes/here.ts";
import { newsroom } from "../newsroom.ts";
import { recordQueries } from "./recording.ts";
import { insertEdition } from "./rows.ts";

beforeEach(async () => {
  const desk = await newsroom([
    { slug: "all", title: "All", description: "All" },
    { slug: "zoo", title: "Zoo", description: "Zoo" },
    { by: "tag", slug: "tag/{value}", title: "T", description: "D" },
    { by: "author", slug: "tag-writer/{value}", title: "T", description: "D" },
  ]);
  // The store takes the definitions up.
  await desk.request("GET", "/api/feeds");
});

/** Feeds of families, asleep, with some columns of their own. */
const insert = (family: string, values: string[], columns = "1, NULL, 0, 0") =>
  here.db
    .prepare(
      `INSERT INTO feed (slug, family, value, labels, selection, presentation, page_size, asleep, refusal, changed, composed)
       SELECT ?1 || '/' || value, ?1, value, json_array(value), '', '', 50, ${columns} FROM json_each(?2)`,
    )
    .bind(family, JSON.stringify(values))
    .run();

/** All pages, and how many there were. */
async function walk(filter: FeedFilter, limit: number): Promise<{ slugs: string[]; pages: number }> {
  const slugs: string[] = [];
  for (let [after, pages] = ["", 1]; ; pages += 1) {
    const page = await listFeedPage(here.db, filter, after, limit);
    expect(page.states.length).toBeLessThanOrEqual(limit);
    slugs.push(...page.states.map(({ slug }) => slug));
    if (page.next === null) return { slugs, pages };
    after = page.next;
  }
}

describe("the pages of feeds", () => {
  it("have each feed once, by its slug, whatever their size", async () => {
    await insert("tag", ["b", "a", "政治", "c"]);
    const all = ["all", "tag/a", "tag/b", "tag/c", "tag/政治", "zoo"];
    for (const limit of [1, 2, 3, 5, 6, 7])
      expect(await walk({}, limit)).toEqual({ slugs: all, pages: Math.ceil(all.length / limit) });
  });

  it.each<[string, FeedFilter, string[]]>([
    ["refused", { state: "refused" }, ["tag/awake-refused", "tag/refused"]],
    ["verified", { state: "verified" }, ["all", "tag/verified"]],
    ["none", { state: "none" }, ["tag-writer/x", "tag/stale", "zoo"]],
    ["stale", { stale: true }, ["tag/stale"]],
    ["asleep", { asleep: true }, ["tag-writer/x", "tag/refused", "tag/verified"]],
    ["awake", { asleep: false }, ["all", "tag/awake-refused", "tag/stale", "zoo"]],
    ["of a family", { family: "tag" }, ["tag/awake-refused", "tag/refused", "tag/stale", "tag/verified"]],
    ["of a family, and asleep", { family: "tag", asleep: true }, ["tag/refused", "tag/verified"]],
    ["some of all", { among: { slugs: ["zoo", "none"], families: ["tag-writer"] } }, ["tag-writer/x", "zoo"]],
  ])("have those that are %s", async (_, filter, slugs) => {
    await here.db.prepare("UPDATE feed SET composed = changed, reselect_after = NULL").run();
    await here.db.prepare("UPDATE family SET reselect_after = NULL").run();
    await insertEdition(here.db, "all", 1);
    await here.db.prepare("UPDATE feed SET edition = 1 WHERE slug = 'all'").run();
    await insert("tag", ["verified"], "1, NULL, 3, 0");
    await insertEdition(here.db, "tag/verified", 1);
    await here.db.prepare("UPDATE feed SET edition = 1 WHERE slug = 'tag/verified'").run();
    await insert("tag", ["refused"], "1, '[]', 0, 0");
    await insert("tag", ["awake-refused"], "0, '[]', 0, 0");
    await insert("tag", ["stale"], "0, NULL, 2, 1");
    await insert("tag-writer", ["x"]);
    for (const limit of [1, 9]) expect((await walk(filter, limit)).slugs).toEqual(slugs);
  });

  it("come to what fits, however many there are between that do not", async () => {
    await insert(
      "tag",
      Array.from({ length: MAX_LOOKED + 9 }, (_, n) => `v${n}`),
    );
    const { slugs, pages } = await walk({ state: "none", among: { slugs: ["zoo"], families: [] } }, 5);
    expect(slugs).toEqual(["zoo"]);
    expect(pages).toBeGreaterThan(1);
    // By index, what does not fit is not come across.
    expect(await walk({ asleep: false }, 5)).toEqual({ slugs: ["all", "zoo"], pages: 1 });
  });

  it.each<[string, FeedFilter, RegExp]>([
    ["by its slug", {}, /SEARCH f USING (?:COVERING )?INDEX \w*feed\w* \(slug>\? AND slug<\?\)/],
    ["that was refused", { state: "refused" }, /SEARCH f USING INDEX feed_refused \(slug>\? AND slug<\?\)/],
    ["that is awake", { asleep: false }, /SEARCH f USING INDEX feed_published \(slug>\? AND slug<\?\)/],
    ["that is stale", { stale: true }, /SEARCH f USING INDEX feed_published \(slug>\? AND slug<\?\)/],
  ])("find a feed %s by an index", async (_, filter, plan) => {
    const { db, queries } = recordQueries();
    await listFeedPage(db, filter, "", 5);
    const [sql = ""] = queries;
    const { results } = await here.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind("", "x", 5, null, null, null, null)
      .all<{ detail: string }>();
    expect(results.map(({ detail }) => detail).join("\n")).toMatch(plan);
  });
});
