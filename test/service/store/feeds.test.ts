import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findFeedState, listFeedStates } from "../../../src/service/store/feeds.ts";
import { emptyStore, insert, insertEdition, insertFeed, insertMembership } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("the state of a feed", () => {
  it("is null of none, and says of one without an edition that it has none", async () => {
    await insertFeed(db, "all", { stale_since: 7 });
    expect(await findFeedState(db, "nothing")).toBeNull();
    expect(await findFeedState(db, "all")).toEqual({
      ...{ slug: "all", changed: 1, composed: 0, stale_since: 7, edition: 0, published_at: 0, entries: 0 },
      ...{ refusal: null, reselect_after: null, page_size: 2, pages: 0, linked: 0, overflows: 0 },
      ...{ stale_page: null, unpublished_page: null, urgent: 0, asleep: 0, family: null, labels: [] },
    });
  });

  it("names the first page that is stale, and the first that was never published", async () => {
    await insertFeed(db, "all");
    for (const [page, changed, version] of [
      [1, 1, 1],
      [2, 2, 1],
      [3, 1, 0],
      [4, 2, 0],
    ] as const)
      await insert(db, "archive", { feed: "all", page, changed, composed: 1, version });
    expect(await findFeedState(db, "all")).toMatchObject({ stale_page: 2, unpublished_page: 3 });
  });

  it("is listed of those that are asked for, by their slugs", async () => {
    for (const slug of ["sport", "all", "other"]) await insertFeed(db, slug, { refusal: "[]" });
    expect((await listFeedStates(db, ["sport", "all", "nothing"])).map(({ slug, refusal }) => [slug, refusal])).toEqual(
      [
        ["all", []],
        ["sport", []],
      ],
    );
  });

  it.each<[string, Record<string, string | number | null>, Record<string, number>, 0 | 1]>([
    ["an article older than the edition's oldest", { updated: 4 }, {}, 1],
    ["one of the same time whose id comes first", { updated: 5 }, {}, 1],
    ["none that the edition holds", { updated: 6 }, {}, 0],
    ["none that a page has", { updated: 4, page: 1 }, {}, 0],
    ["none under embargo", { updated: 4, visible_from: 99_999_999_999_999 }, {}, 0],
    ["a notice that has had its time", { updated: 9, notice: 1, visible_until: 5 }, {}, 1],
    ["no notice before its time", { updated: 9, notice: 1, visible_until: 99_999_999_999_999 }, {}, 0],
    ["no expired story that is no notice", { updated: 9, visible_until: 5 }, {}, 0],
    ["nothing while the feed is stale and its edition has room", { updated: 4 }, { changed: 2, entries: 1 }, 0],
    ["an article while the feed is stale and its edition is full", { updated: 4 }, { changed: 2, entries: 2 }, 1],
  ])("overflows into the archive with %s", async (_, membership, { changed = 1, entries = 1 }, overflows) => {
    await insertFeed(db, "all", { edition: 1, changed, composed: 1 });
    await insertEdition(db, "all", 1, { entries, oldest_updated: 5, oldest_id: "b" });
    await insertMembership(db, "all", "a", membership);
    expect(await findFeedState(db, "all")).toMatchObject({ overflows });
  });
});
