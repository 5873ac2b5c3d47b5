import { composeEdition, type SealedDocument } from "../../edition.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { toFeed } from "../../feed/compose.ts";
import { listEtags, saveComposed, saveEdition } from "../store/editions.ts";
import { type FeedState, listFeedStates, listNewest } from "../store/feeds.ts";
import { reselectStep } from "../store/reselect.ts";

export interface PublishEnv {
  DB: D1Database;
}

/**
 * A feed is published at most this often, in milliseconds: a burst of changes is one edition a second, and Last-Modified,
 * which counts whole seconds, grows with every edition (RFC 9110 §8.8.2).
 */
export const PUBLISH_INTERVAL = 1_000;

/** Editions and re-selection steps in one run; beyond it the next wake goes on. D1 allows 1,000 queries an invocation. */
const MAX_STEPS = 100;

export type Published =
  | { slug: string; outcome: "published"; edition: number; entries: number }
  | { slug: string; outcome: "unchanged" | "outrun" }
  | { slug: string; outcome: "refused"; discrepancies: number };

/**
 * Publishes every stale feed, and goes on while changes come in.
 *
 * @returns whether nothing is left to do
 */
export async function publishStale(env: PublishEnv, catalog: Catalog): Promise<boolean> {
  for (let steps = 0; steps < MAX_STEPS; ) {
    const stale = (await listFeedStates(env.DB)).filter(
      (state) => isStale(state) && catalog.definitions.has(state.slug),
    );
    if (stale.length === 0) return true;
    const ready = stale.filter((state) => state.published_at + PUBLISH_INTERVAL <= Date.now());
    for (const state of ready) log(await advance(env.DB, catalog, state));
    steps += ready.length;
    if (ready.length === 0)
      await wait(Math.min(...stale.map((state) => state.published_at + PUBLISH_INTERVAL - Date.now())));
  }
  return false;
}

const isStale = (state: FeedState): boolean => state.changed > state.composed || state.reselect_after !== null;

/** A feed whose articles are still being chosen keeps its last edition until they all are. */
async function advance(db: D1Database, catalog: Catalog, state: FeedState): Promise<Published | null> {
  if (state.reselect_after === null) return publishFeed(db, catalog, state, Date.now());
  const definition = catalog.definitions.get(state.slug);
  if (definition) await reselectStep(db, catalog, definition, state.reselect_after);
  return null;
}

/**
 * Select, compose, verify, swap.
 *
 * @param state as read before; what changes after it makes the feed stale again
 */
export async function publishFeed(db: D1Database, catalog: Catalog, state: FeedState, now: number): Promise<Published> {
  const { slug } = state;
  const definition = catalog.definitions.get(slug);
  if (!definition) throw new Error(`no definition has the slug "${slug}"`);
  const feed = toFeed(catalog.site, definition, await listNewest(db, definition, now));
  const composition = await composeEdition(feed);
  if (composition.status === "refused") {
    await saveComposed(db, state, composition.discrepancies, now);
    console.error(JSON.stringify({ event: "refused", slug, discrepancies: composition.discrepancies.slice(0, 3) }));
    return { slug, outcome: "refused", discrepancies: composition.discrepancies.length };
  }
  if (sameBytes(composition.documents, await listEtags(db, state))) {
    await saveComposed(db, state, [], now);
    return { slug, outcome: "unchanged" };
  }
  const first = await saveEdition(db, state, composition.documents, feed.entries.length, now);
  return first
    ? { slug, outcome: "published", edition: state.edition + 1, entries: feed.entries.length }
    : { slug, outcome: "outrun" };
}

const sameBytes = (documents: SealedDocument[], etags: Map<string, string>): boolean =>
  documents.every((document) => etags.get(document.format) === document.etag);

function log(published: Published | null): void {
  if (published && published.outcome !== "unchanged") console.log(JSON.stringify({ event: "publish", ...published }));
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
