import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Home } from "../../../src/service/home.ts";
import { takingUp } from "../../../src/service/jobs/take-up.ts";
import { SITE } from "../../site.ts";
import { FEEDS, homeOn } from "../newsroom.ts";
import { emptyStore, select } from "../store/rows.ts";
import { isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";

const catalog = parseCatalog(SITE, FEEDS);

let store: WatchedStore;
let wakes: number;
let home: Home;

beforeEach(async () => {
  await emptyStore();
  store = watchStore();
  wakes = 0;
  home = { ...homeOn({ db: store.db }), wake: async () => void wakes++ };
  return () => vi.restoreAllMocks();
});

const slugs = async () => (await select(homeOn().db, "SELECT slug FROM feed ORDER BY slug")) as { slug: string }[];

describe("taking up the definitions", () => {
  it("gives the store their feeds, and wakes the publisher for them", async () => {
    await takingUp(home, catalog)();
    expect((await slugs()).map(({ slug }) => slug)).toEqual(["all", "politics", "sport"]);
    expect(wakes).toBe(1);
  });

  it("is done once an instance: the store is not asked again", async () => {
    const takeUp = takingUp(home, catalog);
    await takeUp();
    const { calls } = store;
    await takeUp();
    expect([store.calls - calls, wakes]).toEqual([0, 1]);
  });

  it("is done again where that is asked, for an instance of another version may have come last; nothing new wakes nobody", async () => {
    const takeUp = takingUp(home, catalog);
    await takeUp();
    await takeUp("again");
    expect(wakes).toBe(1);
    await takingUp(home, parseCatalog(SITE, FEEDS.slice(1)))();
    await takeUp("again");
    expect([(await slugs()).length, wakes]).toEqual([3, 3]);
  });

  it("is tried again by the next request where the store did not answer", async () => {
    const takeUp = takingUp(home, catalog);
    store.before = isDown;
    await expect(takeUp()).rejects.toThrow("connection lost");
    store.before = works;
    await takeUp();
    expect([(await slugs()).length, wakes]).toEqual([3, 1]);
  });

  it("by two first requests at once leaves each feed once", async () => {
    const takeUp = takingUp(home, catalog);
    await Promise.all([takeUp(), takeUp()]);
    expect((await slugs()).map(({ slug }) => slug)).toEqual(["all", "politics", "sport"]);
  });
});
