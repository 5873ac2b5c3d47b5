import { elapsed } from "../elapsed.ts";
import type { Database } from "../home.ts";
import { fillListing, mendListing, mergeWords } from "../store/fill-listing.ts";

/** What a sweep may take for it: whoever publishes waits for no more than one such time in a minute. Milliseconds. */
const MAX_TIME = 2_000;

/** Steps of one sweep: on Cloudflare each is a handful of queries, of which a sweep has a thousand. */
const MAX_STEPS = 40;

/** Puts some of what was stored by versions without lists into them, and keeps the index of words quick. A store of 100,000 takes an hour. */
export async function fillLists(db: Database): Promise<void> {
  const started = elapsed();
  await mendListing(db);
  for (let step = 0; step < MAX_STEPS && (await fillListing(db)); step += 1) if (elapsed() - started > MAX_TIME) break;
  await mergeWords(db);
}
