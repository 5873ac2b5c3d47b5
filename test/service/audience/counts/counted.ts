import { afterEach, beforeEach, vi } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { article, FEEDS, newsroom } from "../../newsroom.ts";
import { type WatchedStore, watchStore } from "../../watched-store.ts";
import { type Answer, type Poller, poller } from "../poller.ts";

/** Feeds of today, one that had another slug, and one that has ended. */
export const DEFINITIONS: DefinitionInput[] = [
  ...FEEDS,
  { slug: "crime", title: "Crime", description: "Courts", formerly: ["police"] },
  { slug: "olympics", title: "Games", description: "Over", retired: true },
];
export const PATH = "/feeds/all.rss";
export const FEEDBIN = "Feedbin feed-id:1697787 - 102 subscribers";
/** The round trips to the store that a flush makes: a batch is one. */
export const FLUSH_CALLS = 1;
const NOON = Date.UTC(2026, 2, 1, 12);

/** A published feed, a store that is watched, and an instance on it that has answered one poll. */
export interface Counted {
  store: WatchedStore;
  instance: Poller;
}

/** Sets the same up before each test of a file, at noon by a clock that stands still. */
export function countedBeforeEach(): Counted {
  const counted = {} as Counted;
  beforeEach(async () => {
    startClock(NOON);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const desk = await newsroom(DEFINITIONS);
    await desk.put(article("a"));
    await desk.publish();
    counted.store = watchStore();
    counted.instance = poller(counted.store.db, SITE, DEFINITIONS);
    await counted.instance.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return counted;
}

export const later = (milliseconds: number): void => pass(milliseconds);

/** The audience as another instance finds it in the store. */
export const storedAudience = async (): Promise<Answer> =>
  (await (await poller(here.db, SITE, DEFINITIONS).ask("/api/audience")).json()) as Answer;

/** How many round trips to the store something makes. */
export async function callsFor({ store }: Counted, go: () => Promise<unknown>): Promise<number> {
  const before = store.calls;
  await go();
  return store.calls - before;
}
