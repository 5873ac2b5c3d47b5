import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";

const FEEDS: FeedInput[] = [
  { slug: "ended", title: "Ended", description: "D", retired: true },
  { slug: "all", title: "All", description: "All", formerly: ["everything"] },
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "D", least: 2, formerly: ["topic/{value}"] },
  { by: "author", slug: "by/{value}", title: "{value}", description: "D", retired: true },
];

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
  for (const id of ["a", "b"]) await desk.put(article(id, { tags: ["Lake"] }));
  await desk.put(article("c", { tags: ["Once"] }));
  await desk.publish();
});

const poll = async (path: string) => (await desk.request("GET", `/feeds/${path}.rss`)).status;
const counted = async (query = "") => {
  const answer = await desk.request("GET", `/api/audience${query}`);
  const { rows } = (await answer.json()) as { rows: { feed: string; polls_200: number; polls_other: number }[] };
  return rows.map(({ feed, polls_200, polls_other }) => [feed, polls_200, polls_other]);
};

describe("who polls families' feeds", () => {
  it("is counted as of any other", async () => {
    for (const slug of ["tag/lake", "tag/lake", "all"]) expect(await poll(slug)).toBe(200);
    expect(await counted("?feed=tag/lake")).toEqual([["tag/lake", 2, 0]]);
    expect(await counted()).toEqual([
      ["all", 1, 0],
      ["tag/lake", 2, 0],
    ]);
  });

  it("is not where no such feed is or was, whatever a stranger invents", async () => {
    for (const [slug, status] of [
      ...[
        ["ended", 410],
        ["everything", 301],
        ["tag/once", 404],
        ["tag/invented", 404],
      ],
      ...[
        ["topic/invented", 301],
        ["by/invented", 410],
        ["none/invented", 404],
      ],
    ] as [string, number][])
      expect([slug, await poll(slug)]).toEqual([slug, status]);
    expect(await counted()).toEqual([
      ["ended", 0, 1],
      ["everything", 0, 1],
    ]);
  });
});
