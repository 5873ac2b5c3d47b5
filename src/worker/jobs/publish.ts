import { composeEdition, manifestOf, type SealedDocument } from "../../edition.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { toFeed } from "../../feed/compose.ts";
import type { Feed, Format } from "../../feed/feed.ts";
import { CODINGS, compress } from "../compress.ts";
import {
  type CurrentEdition,
  findCurrentEdition,
  type NewEdition,
  saveComposed,
  saveEdition,
  type Validators,
} from "../store/editions.ts";
import { type FeedState, listFeedStates, listNewest } from "../store/feeds.ts";
import { reselectStep } from "../store/reselect.ts";
import { type PurgeContext, purge } from "./purge.ts";

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
export async function publishStale(env: PublishEnv, context: PurgeContext, catalog: Catalog): Promise<boolean> {
  for (let steps = 0; steps < MAX_STEPS; ) {
    const stale = (await listFeedStates(env.DB)).filter(
      (state) => isStale(state) && catalog.definitions.has(state.slug),
    );
    if (stale.length === 0) return true;
    const ready = stale.filter((state) => state.published_at + PUBLISH_INTERVAL <= Date.now());
    for (const state of ready) {
      const published = await advance(env.DB, catalog, state);
      if (published?.outcome === "published") await purge(context, [published.slug]);
      log(published);
    }
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
  const current = await findCurrentEdition(db, slug);
  const validators = nextValidators(composition.documents, current, now);
  if (current && composition.documents.every(({ format }) => validators[format] === current.validators[format])) {
    await saveComposed(db, state, [], now);
    return { slug, outcome: "unchanged" };
  }
  const first = await saveEdition(db, state, toStore(feed, composition.documents, validators), now);
  return first
    ? { slug, outcome: "published", edition: state.edition + 1, entries: feed.entries.length }
    : { slug, outcome: "outrun" };
}

/**
 * The same bytes keep their validators. Last-Modified grows by a second at least when they change, and does not run ahead
 * of the clock, since a feed is published once a second at most (RFC 9110 §8.8.2.1).
 */
function nextValidators(
  documents: SealedDocument[],
  current: CurrentEdition | null,
  now: number,
): Record<Format, Validators> {
  const next = documents.map(({ format, etag }): [Format, Validators] => {
    const old = current?.validators[format];
    if (old?.etag === etag) return [format, old];
    return [format, { etag, modified: Math.max(Math.floor(now / 1000) * 1000, (old?.modified ?? 0) + 1000) }];
  });
  return Object.fromEntries(next) as Record<Format, Validators>;
}

/** Each document in every coding, compressed here, once. */
const toStore = (feed: Feed, documents: SealedDocument[], validators: NewEdition["validators"]): NewEdition => ({
  validators,
  manifest: manifestOf(feed),
  documents: documents.flatMap(({ format, text, entries }) =>
    CODINGS.map((coding) =>
      coding === "identity"
        ? { format, coding, body: text, spans: entries }
        : { format, coding, body: Buffer.from(compress(text, coding)).toString("base64") },
    ),
  ),
});

function log(published: Published | null): void {
  if (published && published.outcome !== "unchanged") console.log(JSON.stringify({ event: "publish", ...published }));
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
