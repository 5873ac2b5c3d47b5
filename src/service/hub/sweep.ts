import type { Catalog } from "../../feed/catalog.ts";
import { definitionOf } from "../../feed/locate.ts";
import type { Home } from "../home.ts";
import { wakeSender } from "../jobs/wake-sender.ts";
import { pruneCallbackHosts } from "../store/callback-hosts.ts";
import { denySubscriptions } from "../store/deny-subscriptions.ts";
import {
  endLapsed,
  forgetSecrets,
  listSubscribedFeeds,
  listSubscribedIds,
  listSubscribedKeys,
  MAX_SUBSCRIBED_LOOKED_AT,
  pruneSubscriptions,
} from "../store/end-subscriptions.ts";
import { findKey } from "../store/partners.ts";
import { listStoredFeeds } from "../store/stored-feeds.ts";
import { DENIALS, isStillEntitled } from "./topics.ts";

/**
 * Part of the sweep: ends subscriptions whose lease is over, denies those whose feed or key is good no more, and forgets what ended long
 * ago. Of feeds it looks at some each time, and goes on from there the next.
 */
export function subscriptionSweep(home: Home, catalog: Catalog): (now: number) => Promise<void> {
  const { db } = home;
  let after = "";
  return async (now) => {
    await endLapsed(db, now);
    const feeds = await listSubscribedFeeds(db, after);
    after = feeds.length < MAX_SUBSCRIBED_LOOKED_AT ? "" : (feeds.at(-1) ?? "");
    const denied = [...(await findVanished(home, catalog, feeds)), ...(await findShutOut(home, catalog, now))];
    for (const { reason, ...whose } of denied)
      await db.batch(denySubscriptions(db, await listSubscribedIds(db, whose), reason, now));
    if (denied.length > 0) await wakeSender(home);
    await forgetSecrets(db, now);
    await pruneSubscriptions(db, now);
    await pruneCallbackHosts(db, now);
  };
}

/** Who is denied what they were subscribed to: whoever was with this key, or without any. */
interface Denial {
  feed: string;
  key_id: string | null;
  reason: string;
}

/** Public feeds that somebody is subscribed to and that are there no more, or not for everybody. */
async function findVanished({ db }: Home, catalog: Catalog, slugs: string[]): Promise<Denial[]> {
  if (slugs.length === 0) return [];
  const stored = new Map((await listStoredFeeds(db, slugs)).map((feed) => [feed.slug, feed]));
  const isPublic = (slug: string) => {
    const feed = stored.get(slug);
    const definition = feed ? definitionOf(catalog, feed) : catalog.all.get(slug);
    return definition !== undefined && definition.access === "public";
  };
  return slugs.filter((slug) => !isPublic(slug)).map((feed) => ({ feed, key_id: null, reason: DENIALS.ended }));
}

/** Partners' feeds, each with a key that was good once and does not open it any more. */
async function findShutOut({ db }: Home, catalog: Catalog, now: number): Promise<Denial[]> {
  const asked = await listSubscribedKeys(db);
  if (asked.length === 0) return [];
  const keys = new Map<string, Awaited<ReturnType<typeof findKey>>>();
  for (const id of new Set(asked.map(({ key_id }) => key_id))) keys.set(id, await findKey(db, id));
  const stored = new Map(
    (await listStoredFeeds(db, [...new Set(asked.map(({ feed }) => feed))])).map((one) => [one.slug, one]),
  );
  const isOpen = ({ feed, key_id }: (typeof asked)[number]) => {
    const known = stored.get(feed);
    const definition = known && definitionOf(catalog, known);
    return isStillEntitled(keys.get(key_id) ?? null, definition, now);
  };
  return asked.filter((one) => !isOpen(one)).map(({ feed, key_id }) => ({ feed, key_id, reason: DENIALS.key }));
}
