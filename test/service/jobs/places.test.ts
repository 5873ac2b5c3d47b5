import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { findPlaces } from "../../../src/service/jobs/places.ts";
import { insertValues } from "../../../src/service/store/values.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { emptyStore, insert, parsed, select } from "../store/rows.ts";

const named = { title: "{site}", description: "D" };
const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All" },
  { slug: "world", title: "World", description: "World", select: { any: [{ section: "World" }] } },
  { ...named, by: "tag", slug: "tag/{value}" },
  { ...named, by: "author", slug: "author/{value}", retired: true },
]);

beforeEach(async () => {
  await emptyStore();
  await insert(here.db, "family", { path: "tag", selection: "{}", presentation: '{"presentation":{"entries":7}}' });
});

describe("the places of an article", () => {
  const article = parsed("a", { section: "World", tags: ["Sea", "Shore"], authors: [{ name: "Anna" }] });

  it("are the feeds that select it, and those of its values in families that have not ended", async () => {
    const places = await findPlaces(here.db, catalog, [article]);
    expect(places.of(article).map(({ slug }) => slug)).toEqual(["all", "world", "tag/sea", "tag/shore"]);
    expect(places.inFamilies(article).map(({ title }) => title)).toEqual(["The Test Gazette", "The Test Gazette"]);
  });

  it("are found without a change to the store, which gets those that are new when it is saved", async () => {
    const places = await findPlaces(here.db, catalog, [article, parsed("b", { tags: ["sea"] })]);
    expect(await select(here.db, "SELECT slug FROM feed")).toEqual([]);
    const values = places.newIn([article, parsed("b", { tags: ["SEA"] })]);
    expect(values.map(({ slug }) => slug)).toEqual(["tag/sea", "tag/shore"]);
    await here.db.batch(insertValues(here.db, values));
    expect((await findPlaces(here.db, catalog, [article])).newIn([article])).toEqual([]);
  });

  it("of an article that was not asked for are those of its definitions alone", async () => {
    const places = await findPlaces(here.db, catalog, []);
    expect(places.of(article).map(({ slug }) => slug)).toEqual(["all", "world"]);
  });

  it("of one that breaks what looks at it keep nobody else's from being found", async () => {
    const broken = { ...parsed("x"), tags: null as never };
    const places = await findPlaces(here.db, catalog, [broken, article]);
    expect(places.of(article)).toHaveLength(4);
    expect(() => places.of(broken)).toThrow();
  });
});
