import { composeArticles } from "../../edition/compose.ts";
import { type Manifest, manifestOf } from "../../edition/manifest.ts";
import type { SealedDocument } from "../../edition/seal.ts";
import { toFeed } from "../../feed/compose.ts";
import type { Definition } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Feed } from "../../feed/feed.ts";
import { definitionOf } from "../../feed/locate.ts";
import { profiled } from "../../partner/profile.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { log, logFault } from "../log.ts";
import { encode, toBase64 } from "../store/codings.ts";
import type { StoredDocument } from "../store/documents.ts";
import { findNextDue, listDue, postpone, settle } from "../store/due.ts";
import { findEdition, holdsTakenBack, type NewEdition, saveEdition } from "../store/editions.ts";
import { type FeedState, findDueFeed } from "../store/feeds.ts";
import { listNewest } from "../store/newest.ts";
import { listPolled, type Variant } from "../store/polled.ts";
import type { HeldRevision } from "../store/receipts.ts";
import { saveComposed } from "../store/refusals.ts";
import { reselectStep } from "../store/reselect.ts";
import { nextArchiveStep } from "./archive.ts";
import { handOver } from "./hand-over.ts";
import { type Helpers, Lanes } from "./lanes.ts";
import { giveLateNotices } from "./late-notices.ts";
import type { Publisher } from "./publisher.ts";
import { reselectFamilies } from "./reselect-families.ts";
import { nextValidators, sameValidators } from "./validators.ts";
import { wakeSender } from "./wake-sender.ts";

/**
 * A feed is published at most this often, in milliseconds: a burst of changes is one edition a second, and Last-Modified,
 * which counts whole seconds, grows with every edition (RFC 9110 §8.8.2).
 */
export const PUBLISH_INTERVAL = 1_000;

/**
 * Where a cache stands in front, subscribers are told so much later: some take it as a hint and ask for the document, and by then the run
 * that has made it has sent the purges. What was taken back is purged at once. Seconds.
 */
const PURGED_WITHIN = 2;

/** Editions and re-selection steps in one run; beyond it the next wake goes on. D1 allows 1,000 queries an invocation. */
const MAX_STEPS = 100;

/**
 * Due feeds that are asked for at once: the first is taken up, and the others are there to be handed over, or say that help is worth while.
 * A queue takes as many messages at once (developers.cloudflare.com/queues/platform/limits).
 */
const MAX_ASKED = 100;

/**
 * What came of it. `unchanged`: it has the bytes of the current edition. `outrun`: another publisher was first. `isHeard`: webhooks are to
 * be told of it.
 */
export type Published =
  | {
      slug: string;
      outcome: "published";
      edition: number;
      entries: number;
      /** Subscribers that it is to be sent to. */
      owed: number;
      isHeard: boolean;
      validators: NewEdition["validators"];
    }
  | { slug: string; outcome: "unchanged" | "outrun" }
  | { slug: string; outcome: "refused"; discrepancies: number; isHeard: boolean };

/**
 * Does what is due, and goes on while changes come in: whenever somebody is free, the feed that comes first by then is taken up. A feed
 * that breaks the code which works on it is set aside until the next run: the others go on.
 *
 * @param helpers take steps beside this one's, while many feeds are due; absent: there are none
 * @returns whether nothing is left to do by now
 */
export async function publishDue(publisher: Publisher, helpers?: Helpers): Promise<boolean> {
  const { home } = publisher;
  const lanes = new Lanes();
  let room = 0;
  try {
    for (let steps = 0; steps < MAX_STEPS; ) {
      await lanes.fewerThan(Math.max(room, 1));
      const now = Date.now();
      const due = await listDue(home.db, now, lanes.closed, MAX_ASKED);
      const [first] = due;
      if (first !== undefined) {
        await handOver(home, due, now);
        room = helpers?.room(due.length + lanes.count) ?? 0;
        lanes.begin(first, (slug) => (helpers && room > 0 ? helpers.take(slug) : takeStep(publisher, slug)));
        steps += 1;
      } else if (lanes.count > 0) {
        await lanes.fewerThan(lanes.count);
      } else if (await reselectFamilies(publisher)) {
        steps += 1;
      } else {
        const next = await findNextDue(home.db, now);
        if (next === null || next > now + PUBLISH_INTERVAL) return true;
        await home.wait(next - now);
      }
    }
    return false;
  } finally {
    await lanes.fewerThan(1);
  }
}

/**
 * Does what one feed needs, until nothing is left to do for it by now.
 *
 * @returns whether that is so
 */
export async function publishOne(publisher: Publisher, slug: string): Promise<boolean> {
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const next = await takeStep(publisher, slug);
    const rest = next - Date.now();
    if (rest > PUBLISH_INTERVAL) return true;
    if (rest > 0) await publisher.home.wait(rest);
  }
  return false;
}

/**
 * Does what a feed needs next, if its time has come.
 *
 * @returns when it may need more, in milliseconds
 */
export async function takeStep(publisher: Publisher, slug: string): Promise<number> {
  const { home, catalog } = publisher;
  const now = Date.now();
  const state = await findDueFeed(home.db, slug, now);
  if (!state) return Number.POSITIVE_INFINITY;
  const definition = definitionOf(catalog, state);
  const task = definition && nextTask(state, definition, now);
  if (!task) {
    await settle(home.db, slug, state.changed, now);
    return Number.POSITIVE_INFINITY;
  }
  if (task.at > now) await postpone(home.db, slug, state.changed, task.at);
  else await task.run(publisher);
  return task.at;
}

interface Task {
  /** Not before. Milliseconds. */
  at: number;
  run(publisher: Publisher): Promise<void>;
}

/**
 * What a feed needs next. While its articles are being chosen it keeps its last edition; its archive waits until it is fresh,
 * so that a long import is not held up by pages of what it brings.
 */
function nextTask(state: FeedState, definition: Definition, now: number): Task | null {
  const { reselect_after, published_at } = state;
  // A retraction does not wait for all articles to be looked at.
  if (reselect_after !== null && !(state.urgent && state.edition > 0)) {
    // A family's are chosen together, and then all of its feeds are due.
    if (state.family !== null) return null;
    return {
      at: 0,
      run: async ({ home, catalog }) => void (await reselectStep(home.db, catalog, definition, reselect_after)),
    };
  }
  if (state.changed > state.composed) {
    return {
      // One that is to come says that the clock was set back: nobody is to wait until it is as late again.
      at: published_at > now ? 0 : published_at + PUBLISH_INTERVAL,
      run: async (publisher) => void (await publishAndTell(publisher, definition, state)),
    };
  }
  const archive = nextArchiveStep(state);
  return archive && { at: 0, run: (publisher) => archive(publisher, definition) };
}

/** Publishes a feed, lets it be served from memory, and writes what came of it into the log. */
export async function publishAndTell(
  publisher: Publisher,
  definition: Definition,
  state: FeedState,
): Promise<Published["outcome"]> {
  const began = elapsed();
  const { home, copies } = publisher;
  const published = await publishFeed(publisher, definition, state, Date.now());
  if (published.outcome === "published") {
    await copies.supersede(state.slug, { number: published.edition, validators: published.validators });
    if (published.owed > 0 || published.isHeard)
      await wakeSender(home, home.purge && !state.urgent ? PURGED_WITHIN : 0);
  }
  if (published.outcome === "refused" && published.isHeard) await wakeSender(home);
  if (published.outcome !== "unchanged")
    log("publish", {
      ...published,
      validators: undefined,
      isHeard: undefined,
      milliseconds: Math.round(elapsed() - began),
    });
  return published.outcome;
}

/**
 * Publishes a feed: select, compose, verify, and make the edition current.
 *
 * @param state as read before; what changes after it makes the feed stale again
 */
export async function publishFeed(
  { home: { db, purge }, catalog, held }: Pick<Publisher, "catalog" | "held"> & { home: Pick<Home, "db" | "purge"> },
  definition: Definition,
  state: FeedState,
  now: number,
): Promise<Published> {
  const { slug } = state;
  const { site } = catalog;
  await giveLateNotices(db, catalog, state, now);
  const newest = await listNewest(db, definition, now, held);
  const feedOf = (articles: StoredArticle[]): Feed =>
    profiled(site, definition, articles, toFeed(site, definition, articles, state.linked)).feed;
  // The last good edition stays, unless it still has a story that was taken back.
  const composed = await composeArticles(slug, newest, feedOf, () => holdsTakenBack(db, state, now));
  const { discrepancies } = composed;
  if (discrepancies.length > 0) logFault("refused", { slug, discrepancies: discrepancies.slice(0, 3) });
  if (composed.status === "refused") {
    const isHeard = await saveComposed(db, state, { isRefused: true, discrepancies }, now);
    return { slug, outcome: "refused", discrepancies: discrepancies.length, isHeard };
  }
  const { feed, documents } = composed;
  const current = await findEdition(db, slug, state.edition);
  const validators = nextValidators(documents, current, now);
  // What wakes has no documents: it gets an edition, though it may be the same again.
  if (!state.asleep && sameValidators(current, validators)) {
    await saveComposed(db, state, { isRefused: false, discrepancies }, now);
    return { slug, outcome: "unchanged" };
  }
  const manifest = manifestOf(feed, newest);
  const polled = await listPolled(db, slug, now);
  const edition: NewEdition = {
    validators,
    oldest: oldestOf(newest),
    before: current?.manifest ?? [],
    manifest,
    isPurged: definition.partner === undefined ? Boolean(purge) : undefined,
    carried: definition.partner === undefined ? undefined : carriedIn(manifest, newest),
    documents: (await Promise.all(documents.map((document) => toStored(document, polled)))).flat(),
    discrepancies,
  };
  const saved = await saveEdition(db, state, edition, now);
  if (!saved) return { slug, outcome: "outrun" };
  return { slug, outcome: "published", edition: state.edition + 1, entries: feed.entries.length, ...saved, validators };
}

/** A document in each coding in which it is polled; as it is where nobody polls it. */
async function toStored({ format, text, entries }: SealedDocument, polled: Variant[]): Promise<StoredDocument[]> {
  const asked = polled.filter((one) => one.format === format).map(({ coding }) => coding);
  const stored = (asked.length === 0 ? (["identity"] as const) : asked).map(async (coding) => {
    const body = coding === "identity" ? text : toBase64(await encode(text, coding));
    return { format, coding, body, spans: entries };
  });
  return Promise.all(stored);
}

function oldestOf(newest: StoredArticle[]): NewEdition["oldest"] {
  const last = newest.at(-1);
  return last ? { id: last.article.id, updated: last.updated } : null;
}

/** What the edition says of each article, for the receipts, which tell a retraction from a revision. */
function carriedIn(manifest: Manifest, newest: StoredArticle[]): HeldRevision[] {
  const canceled = new Set(
    newest.filter(({ article }) => article.status === "canceled").map(({ article }) => article.id),
  );
  return manifest.map(([, , article, revision]) => [article, revision, canceled.has(article) ? 1 : 0]);
}
