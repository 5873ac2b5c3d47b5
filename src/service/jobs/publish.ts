import { composeArticles } from "../../edition/compose.ts";
import { type Manifest, manifestOf } from "../../edition/manifest.ts";
import type { SealedDocument } from "../../edition/seal.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { toFeed } from "../../feed/compose.ts";
import type { Definition } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Feed } from "../../feed/feed.ts";
import { profiled } from "../../partner/profile.ts";
import { CODINGS, compress } from "../store/codings.ts";
import {
  findEdition,
  holdsTakenBack,
  type NewEdition,
  type StoredDocument,
  saveComposed,
  saveEdition,
} from "../store/editions.ts";
import { type FeedState, listFeedStates, listNewest } from "../store/feeds.ts";
import type { Held } from "../store/receipts.ts";
import { reselectStep } from "../store/reselect.ts";
import { nextArchiveStep } from "./archive.ts";
import { type Copies, supersede } from "./copies.ts";
import { nextValidators } from "./validators.ts";

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
  | { slug: string; outcome: "published"; edition: number; entries: number; validators: NewEdition["validators"] }
  | { slug: string; outcome: "unchanged" | "outrun" }
  | { slug: string; outcome: "refused"; discrepancies: number };

/**
 * Publishes every stale feed, and goes on while changes come in.
 *
 * @returns whether nothing is left to do
 */
export async function publishStale(env: PublishEnv, copies: Copies, catalog: Catalog): Promise<boolean> {
  for (let steps = 0; steps < MAX_STEPS; ) {
    const states = (await listFeedStates(env.DB)).filter((state) => catalog.all.has(state.slug));
    const tasks = states.flatMap((state) => nextTask(state) ?? []);
    if (tasks.length === 0) return true;
    const ready = tasks.filter((task) => task.at <= Date.now());
    for (const task of ready) await task.run(env.DB, copies, catalog);
    steps += ready.length;
    if (ready.length === 0) await wait(Math.min(...tasks.map((task) => task.at - Date.now())));
  }
  return false;
}

interface Task {
  /** Not before. Milliseconds. */
  at: number;
  run(db: D1Database, copies: Copies, catalog: Catalog): Promise<void>;
}

/**
 * What a feed needs next. While its articles are being chosen it keeps its last edition; its archive waits until it is fresh,
 * so that a long import is not held up by pages of what it brings.
 */
function nextTask(state: FeedState): Task | null {
  const { slug, reselect_after } = state;
  if (reselect_after !== null) {
    return {
      at: 0,
      run: async (db, _, catalog) =>
        void (await reselectStep(db, catalog, definitionOf(catalog, slug), reselect_after)),
    };
  }
  if (state.changed > state.composed) {
    return {
      at: state.published_at + PUBLISH_INTERVAL,
      run: (db, copies, catalog) => publishAndTell(db, copies, catalog, state),
    };
  }
  const archive = nextArchiveStep(state);
  return (
    archive && {
      at: 0,
      run: (db, copies, catalog) => archive(db, copies, catalog.site, definitionOf(catalog, slug)),
    }
  );
}

async function publishAndTell(db: D1Database, copies: Copies, catalog: Catalog, state: FeedState): Promise<void> {
  const published = await publishFeed(db, catalog, state, Date.now());
  if (published.outcome === "published")
    await supersede(copies, state.slug, { number: published.edition, validators: published.validators });
  log(published);
}

function definitionOf(catalog: Catalog, slug: string): Definition {
  const definition = catalog.all.get(slug);
  if (!definition) throw new Error(`no definition has the slug "${slug}"`);
  return definition;
}

/**
 * Select, compose, verify, swap.
 *
 * @param state as read before; what changes after it makes the feed stale again
 */
export async function publishFeed(db: D1Database, catalog: Catalog, state: FeedState, now: number): Promise<Published> {
  const { slug } = state;
  const definition = definitionOf(catalog, slug);
  const newest = await listNewest(db, definition, now);
  const feedOf = (articles: StoredArticle[]): Feed =>
    profiled(catalog.site, definition, articles, toFeed(catalog.site, definition, articles, state.linked)).feed;
  // The last good edition stays, unless it still has a story that was taken back.
  const composed = await composeArticles(newest, feedOf, () => holdsTakenBack(db, state, now));
  const { feed, composition, discrepancies } = composed;
  if (discrepancies.length > 0)
    console.error(JSON.stringify({ event: "refused", slug, discrepancies: discrepancies.slice(0, 3) }));
  if (composition.status === "refused") {
    await saveComposed(db, state, discrepancies, now);
    return { slug, outcome: "refused", discrepancies: discrepancies.length };
  }
  const current = await findEdition(db, slug, state.edition);
  const validators = nextValidators(composition.documents, current, now);
  if (current && composition.documents.every(({ format }) => validators[format] === current.validators[format])) {
    await saveComposed(db, state, discrepancies, now);
    return { slug, outcome: "unchanged" };
  }
  const manifest = manifestOf(feed, newest);
  const edition: NewEdition = {
    validators,
    oldest: oldestOf(newest),
    before: current?.manifest ?? [],
    manifest,
    held: definition.partner === undefined ? undefined : heldIn(manifest, newest),
    documents: composition.documents.flatMap(codings),
    discrepancies,
  };
  const first = await saveEdition(db, state, edition, now);
  return first
    ? { slug, outcome: "published", edition: state.edition + 1, entries: feed.entries.length, validators }
    : { slug, outcome: "outrun" };
}

/** A document in every coding, compressed here, once. */
const codings = ({ format, text, entries }: SealedDocument): StoredDocument[] =>
  CODINGS.map((coding) =>
    coding === "identity"
      ? { format, coding, body: text, spans: entries }
      : { format, coding, body: Buffer.from(compress(text, coding)).toString("base64") },
  );

function oldestOf(newest: StoredArticle[]): NewEdition["oldest"] {
  const last = newest.at(-1);
  return last ? { id: last.article.id, updated: last.updated } : null;
}

/** The same for the receipts, which tell a retraction from a revision. */
function heldIn(manifest: Manifest, newest: StoredArticle[]): Held[] {
  const canceled = new Set(
    newest.filter(({ article }) => article.status === "canceled").map(({ article }) => article.id),
  );
  return manifest.map(([, , article, revision]) => [article, revision, canceled.has(article) ? 1 : 0]);
}

function log(published: Published): void {
  if (published.outcome !== "unchanged")
    console.log(JSON.stringify({ event: "publish", ...published, validators: undefined }));
}

const wait = (milliseconds: number): Promise<void> => scheduler.wait(Math.max(0, milliseconds));
