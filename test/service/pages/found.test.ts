import { beforeEach, describe, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { findAt, publicFamilies } from "../../../src/service/pages/found.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

const TAGS = { by: "tag", slug: "tag/{value}", title: "{site}: {value}", description: "{value}" } as const;
const FEEDS: FeedInput[] = [
  { slug: "all", formerly: ["everything"], title: "All", description: "All" },
  { slug: "over", title: "Over", description: "Over", retired: true },
  { ...TAGS, least: 2, formerly: ["topic/{value}"] },
  { ...TAGS, slug: "gone/{value}", retired: true },
  { ...TAGS, slug: "for/{value}", formerly: ["once/for/{value}"], access: "partner", partner: "radio" },
];
const catalog = parseCatalog(SITE, FEEDS);

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
  await desk.put(article("a", { tags: ["Zürich"] }));
});

const at = (slug: string) => findAt(here.db, catalog, slug, Date.now());

describe("what is at an address", () => {
  it.each<[string, object]>([
    ["all", { status: "feed", definition: { slug: "all" }, state: { slug: "all" } }],
    ["everything", { status: "moved", slug: "all" }],
    ["over", { status: "ended" }],
    ["nothing", { status: "unknown" }],
    ["tag", { status: "family", family: { slug: "tag" } }],
    ["topic", { status: "moved", slug: "tag" }],
    ["topic/zurich", { status: "moved", slug: "tag/zurich" }],
    ["gone", { status: "ended" }],
    ["gone/zurich", { status: "ended" }],
    ["for", { status: "unknown" }],
    ["once/for", { status: "unknown" }],
    ["for/zurich", { status: "unknown" }],
    ["tag/", { status: "unknown" }],
    ["tag/nothing", { status: "unknown" }],
    ["tag/zurich/x", { status: "unknown" }],
  ])("%s: %j", async (slug, found) => expect(await at(slug)).toMatchObject(found));

  it("is a family's feed once it has its stories, and from its first edition on for good", async () => {
    expect(await at("tag/zurich")).toEqual({ status: "unknown" });
    await desk.put(article("b", { tags: ["zürich"] }));
    expect(await at("tag/zurich")).toMatchObject({
      status: "feed",
      definition: { title: "The Test Gazette: Zürich" },
      state: { asleep: 1 },
      family: { slug: "tag" },
    });
    await desk.put(article("b"));
    expect(await at("tag/zurich")).toEqual({ status: "unknown" });
    await here.db.prepare("UPDATE feed SET edition = 3 WHERE slug = 'tag/zurich'").run();
    expect(await at("tag/zurich")).toMatchObject({ status: "feed" });
  });
});

it("families for everybody are neither a partner's nor ended", () =>
  expect(publicFamilies(catalog).map(({ slug }) => slug)).toEqual(["tag"]));
