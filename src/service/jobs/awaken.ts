import { definitionOf } from "../../feed/locate.ts";
import { findPage } from "../store/archives.ts";
import { findFeedState } from "../store/feeds.ts";
import { claimWake, isAsleep, releaseWake, WAKE_PATIENCE } from "../store/sleep.ts";
import { publishPage } from "./archive.ts";
import { publishAndTell } from "./publish.ts";
import type { Publisher } from "./publisher.ts";

/** What came of waking a feed. `busy`: too many have been woken of late. `refused`: what was made of it does not read right. */
export type Awakened = "awake" | "busy" | "refused";

/** While others wake a feed it is looked so often whether they have. Milliseconds. */
const LOOK_INTERVAL = 50;

/**
 * Wakes a feed: composes it, verifies it, and makes it current. From then on it is published like any other. Whoever comes while
 * somebody does so waits for that.
 *
 * @param page of its archive, which is there then, too
 */
export async function awaken(publisher: Publisher, slug: string, page?: number): Promise<Awakened> {
  const awakened = (await isAsleep(publisher.home.db, slug)) ? await awakenFeed(publisher, slug) : "awake";
  if (awakened === "awake" && page !== undefined) await restorePage(publisher, slug, page);
  return awakened;
}

async function awakenFeed(publisher: Publisher, slug: string): Promise<Awakened> {
  const { home, catalog } = publisher;
  const began = Date.now();
  const claim = await claimWake(home.db, slug, began);
  if (claim === "busy") return "busy";
  if (claim === "others") {
    for (let waited = 0; waited < WAKE_PATIENCE; waited += LOOK_INTERVAL) {
      if (!(await isAsleep(home.db, slug))) return "awake";
      await home.wait(LOOK_INTERVAL);
    }
    return "busy";
  }
  const state = await findFeedState(home.db, slug);
  const definition = state && definitionOf(catalog, state);
  if (!definition) return "refused";
  const outcome = await publishAndTell(publisher, definition, state);
  if (outcome !== "refused") return "awake";
  await releaseWake(home.db, slug);
  return "refused";
}

/** A page of the archive whose documents went when the feed fell asleep. */
async function restorePage(publisher: Publisher, slug: string, number: number): Promise<void> {
  const { home, catalog } = publisher;
  const page = await findPage(home.db, slug, number);
  const state = page && page.version > 0 && page.composed === 0 && (await findFeedState(home.db, slug));
  const definition = state && definitionOf(catalog, state);
  if (definition) await publishPage(publisher, definition, number, Date.now());
}
