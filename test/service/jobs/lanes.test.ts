import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { Copies } from "../../../src/service/jobs/copies.ts";
import type { Helpers } from "../../../src/service/jobs/lanes.ts";
import { publishDue, takeStep } from "../../../src/service/jobs/publish.ts";
import { listFeedStates } from "../../../src/service/store/feeds.ts";
import { HeldArticles } from "../../../src/service/store/held-articles.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { logged } from "../logged.ts";
import { article, homeOn, type Newsroom, newsroom } from "../newsroom.ts";

const SLUGS = ["a", "b", "c", "d", "e", "f"];
const FEEDS = SLUGS.map((slug) => ({ slug, title: slug, description: slug, select: { any: [{ tag: slug }] } }));

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
});

const publisher = () => {
  const home = homeOn();
  return {
    home,
    catalog: parseCatalog(SITE, FEEDS),
    copies: new Copies({ confirm: () => undefined }, home),
    held: new HeldArticles(),
  };
};

const staleFeeds = async (): Promise<string[]> =>
  (await listFeedStates(here.db, SLUGS)).filter(({ changed, composed }) => changed > composed).map(({ slug }) => slug);

/** Helpers that note what they are given. */
function helping(room: (due: number) => number, before: (slug: string) => unknown = () => undefined) {
  const [taken, inHand]: [string[], string[]] = [[], []];
  let most = 0;
  const all = publisher();
  const helpers: Helpers = {
    room,
    async take(slug) {
      taken.push(slug);
      if (inHand.includes(slug)) throw new Error(`${slug} is in hand`);
      inHand.push(slug);
      most = Math.max(most, inHand.length);
      try {
        await before(slug);
        await takeStep(all, slug);
      } finally {
        inHand.splice(inHand.indexOf(slug), 1);
      }
    },
  };
  return { helpers, taken, inHand, most: () => most };
}

describe("feeds that are published side by side", () => {
  it("are as many at a time as there is room for, none of them twice, and all of them in the end", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    const log = logged();
    const { helpers, taken, most } = helping(
      () => 3,
      () => new Promise((resolve) => setTimeout(resolve, 20)),
    );
    expect(await publishDue(publisher(), helpers)).toBe(true);
    expect([...new Set(taken)].sort()).toEqual(SLUGS);
    expect(most()).toBe(3);
    expect(log.filter(({ event, level }) => level === "error" || event === "feed failed")).toEqual([]);
    expect(log.filter(({ outcome }) => outcome === "published")).toHaveLength(SLUGS.length);
    expect(await staleFeeds()).toEqual([]);
  });

  it("are told how many there are, and taken up here where the helpers have no room for so few", async () => {
    await desk.put(article("one", { tags: ["a", "b"] }));
    await desk.publish();
    await desk.put(article("two", { tags: ["a", "b"] }));
    const asked: number[] = [];
    const { helpers, taken } = helping((due) => {
      asked.push(due);
      return 0;
    });
    await publishDue(publisher(), helpers);
    expect(asked[0]).toBe(2);
    expect(taken).toEqual([]);
    expect(await staleFeeds()).toEqual([]);
  });

  it("come after one that a story has to come out of, though it is due only when others are in hand", async () => {
    await desk.put(article("bad", { tags: ["f"] }));
    await desk.publish();
    await desk.put(article("one", { tags: SLUGS.slice(0, 5) }));
    const taken: string[] = [];
    const mine = publisher();
    await publishDue(mine, {
      room: () => 2,
      async take(slug) {
        taken.push(slug);
        if (taken.length === 2) await desk.request("DELETE", "/api/articles/bad", { reason: "Wrong" });
        await takeStep(mine, slug);
      },
    });
    // Two are in hand by then; whoever is free first may have asked already.
    expect(taken.indexOf("f")).toBeGreaterThanOrEqual(2);
    expect(taken.indexOf("f")).toBeLessThanOrEqual(3);
  });

  it("go on beside one that breaks the code which works on it: it is set aside until the next run", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    const log = logged();
    const { helpers, taken } = helping(
      () => 2,
      (slug) => {
        if (slug === "b") throw new TypeError("a fault");
      },
    );
    await publishDue(publisher(), helpers);
    expect(taken.filter((slug) => slug === "b")).toEqual(["b"]);
    expect(await staleFeeds()).toEqual(["b"]);
    expect(log.filter(({ event }) => event === "feed failed")).toEqual([
      expect.objectContaining({ slug: "b", error: expect.stringContaining("a fault") }),
    ]);
    await publishDue(publisher());
    expect(await staleFeeds()).toEqual([]);
  });

  it("end with a fault of the store's, when those in hand are over", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    const { helpers, taken, inHand } = helping(
      () => 2,
      async (slug) => {
        if (slug === taken[0]) throw new StoreFault("full");
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    );
    await expect(publishDue(publisher(), helpers)).rejects.toThrow("the store is full");
    expect(taken.length).toBeLessThanOrEqual(3);
    expect(inHand).toEqual([]);
  });
});
