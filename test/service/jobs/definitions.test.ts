import { expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { findDefinitions } from "../../../src/service/jobs/definitions.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All" },
  { by: "tag", slug: "tag/{value}", title: "On {value}", description: "D" },
];

it("are found of feeds with a definition of their own and of families', and of nothing else", async () => {
  const desk = await newsroom(FEEDS);
  await desk.put(article("a", { tags: ["Zürich"] }));
  const slugs = ["tag/zurich", "all", "tag/none", "none", "tag", "all"];
  const found = await findDefinitions(here.db, parseCatalog(SITE, FEEDS), slugs);
  expect([...found].map(([slug, { title }]) => [slug, title])).toEqual([
    ["tag/zurich", "On Zürich"],
    ["all", "All"],
  ]);
  // Of a family that is defined no more the store may have feeds still.
  expect([...(await findDefinitions(here.db, parseCatalog(SITE, FEEDS.slice(0, 1)), slugs)).keys()]).toEqual(["all"]);
});
