import { beforeEach, describe, expect, it } from "vitest";
import { HeldItems } from "../../../../src/service/pages/feed/held-items.ts";
import { storyText } from "../../../../src/service/pages/feed/story.tsx";
import { SITE } from "../../../site.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type WatchedStore, watchStore } from "../../watched-store.ts";

const FEEDS = ["all", "other", "third"].map((slug) => ({ slug, title: slug, description: "News", entries: 2 }));

let desk: Newsroom;
let store: WatchedStore;
let held: HeldItems;

beforeEach(async () => {
  desk = await newsroom(FEEDS, SITE);
  store = watchStore();
  held = new HeldItems(store.db);
});

const titles = (items: { title: string }[] | null) => items?.map(({ title }) => title);

/** Publishes until nothing is left, archives among it. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await desk.publish();
}

describe("the items of a feed", () => {
  it("are none where there is no edition", async () => {
    expect(await held.ofFeed("all")).toEqual([]);
    expect(await held.ofFeed("nowhere")).toEqual([]);
  });

  it("are read once an edition, and what is made of them is made once, whoever looks at the same time", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const [first, second] = await Promise.all([held.ofFeed("all"), held.ofFeed("all")]);
    expect(titles(first)).toEqual(["Title of a"]);
    expect(second).toBe(first);
    const before = store.calls;
    const third = await held.ofFeed("all");
    expect(store.calls - before).toBe(1);
    expect(third.map(storyText)[0]).toBe(first.map(storyText)[0]);
  });

  it("are those of the next edition as soon as it is current", async () => {
    await desk.put(article("a"));
    await desk.publish();
    await held.ofFeed("all");
    await desk.put(article("b"));
    await desk.publish();
    expect(titles(await held.ofFeed("all"))).toEqual(["Title of b", "Title of a"]);
  });

  it("give way where there is no room for all of them, those looked at least recently first", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const calls = async (slug: string): Promise<number> => {
      const before = store.calls;
      await held.ofFeed(slug);
      return store.calls - before;
    };
    const length = (await desk.document("/feeds/all.json")).length;
    held = new HeldItems(store.db, 2.5 * length);
    const looks = ["all", "other", "all", "third", "all", "other"];
    const cost: number[] = [];
    for (const slug of looks) cost.push(await calls(slug));
    expect(cost).toEqual([2, 2, 1, 2, 1, 2]);
  });
});

describe("the items of a page of an archive", () => {
  it("are read once a version of the page, apart from the feed's own", async () => {
    for (const id of ["a", "b", "c", "d"]) await desk.put(article(id));
    await settle();
    expect(titles(await held.ofFeed("all"))).toEqual(["Title of d", "Title of c"]);
    const first = await held.ofArchivePage("all", 1);
    expect(titles(first)).toEqual(["Title of b", "Title of a"]);
    const before = store.calls;
    expect(await held.ofArchivePage("all", 1)).toBe(first);
    expect(store.calls - before).toBe(1);
    await desk.request("DELETE", "/api/articles/a");
    await settle();
    expect(titles(await held.ofArchivePage("all", 1))).toEqual(["Withdrawn", "Title of b"]);
  });

  it("are null where there is no such page", async () => expect(await held.ofArchivePage("all", 1)).toBeNull());
});
