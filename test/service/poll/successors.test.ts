import { beforeEach, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { parseAddress } from "../../../src/feed/redirects/address.ts";
import { leads } from "../../../src/service/poll/successors.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";

const FEEDS: FeedInput[] = [{ by: "tag", slug: "tag/{value}", title: "{value}", description: "D" }];
const site = { ...SITE, redirects: ["wordpress" as const] };
const find = leads(here.db, parseCatalog(site, FEEDS));
const lead = async (url: string, now = Date.now()) => find(parseAddress(url) ?? never(), now);
const never = () => {
  throw new Error("no address");
};

beforeEach(async () => {
  const room = await newsroom(FEEDS, site);
  await room.put(article("boat", { url: "https://gazette.example/2026/Boat/", tags: ["春"] }));
  await room.put(
    article("dawn", {
      url: "https://gazette.example/%e6%98%a5/x",
      tags: ["Later"],
      embargo_until: "2100-01-01T00:00:00Z",
    }),
  );
  await room.publish();
});

it("a value's feed is there while some story has the value, whenever it is asked for", async () => {
  expect(await lead("/tag/%E6%98%A5/feed/")).toEqual({ status: "moved", slug: "tag/春", format: "rss" });
  expect(await lead("/tag/later/feed/")).toBeNull();
  expect(await lead("/tag/later/feed/", Date.parse("2100-01-02"))).toMatchObject({ slug: "tag/later" });
});

it("a story's comments are known by the story's URL, however that ends and escapes, once everybody may see it", async () => {
  const comments = { status: "gone", what: "comments" };
  expect(await lead("/2026/Boat/feed/")).toEqual(comments);
  expect(await lead("/2026/other/feed/")).toBeNull();
  expect(await lead("/%E6%98%A5/x/feed/")).toBeNull();
  expect(await lead("/%E6%98%A5/x/feed/", Date.parse("2100-01-02"))).toEqual(comments);
});
