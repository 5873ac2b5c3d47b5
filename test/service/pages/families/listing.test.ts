import { expect, it } from "vitest";
import { listingOf } from "../../../../src/service/pages/families/listing.ts";
import { here } from "../../../homes/here.ts";
import { article, newsroom } from "../../newsroom.ts";
import { familyOf } from "../fixtures.ts";

const tags = Array.from({ length: 120 }, (_, index) => `Topic ${String(index).padStart(3, "0")}`);
const TOPICS = familyOf();
const listing = async (query?: string, after?: string) => {
  const { feeds, ...rest } = await listingOf(here.db, TOPICS, { query, after }, Date.now());
  return { ...rest, count: feeds.length, first: feeds[0]?.labels[0] };
};

it("a listing is a hundred feeds after one, or those that a search finds, however it is written", async () => {
  const desk = await newsroom([{ ...TOPICS, by: "tag", slug: "tag/{value}" }]);
  for (const part of [tags.slice(0, 40), tags.slice(40, 80), tags.slice(80), ["Straße", "Archive"]])
    await desk.put(article(part[0] ?? "", { tags: part }));
  expect(await listing()).toMatchObject({ isFirst: true, count: 100, first: "Archive", next: "tag/topic-097" });
  expect(await listing("", "topic-097")).toMatchObject({ isFirst: false, count: 22, first: "Topic 098", next: null });
  expect(await listing(" TOPIC 11 ")).toMatchObject({ query: "TOPIC 11", isFirst: true, count: 10, next: null });
  expect(await listing("straße")).toMatchObject({ count: 1, first: "Straße" });
  expect(await listing("archive")).toMatchObject({ count: 1, first: "Archive" });
  expect(await listing("topic")).toMatchObject({ count: 100, next: "tag/topic-099" });
  for (const nothing of ["%", "\u0000", "?!", "\ud800", "x".repeat(5_000)])
    expect(await listing(nothing), nothing).toMatchObject({ count: 0, next: null });
});
