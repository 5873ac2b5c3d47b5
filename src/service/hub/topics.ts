import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { locate } from "../../feed/locate.ts";
import type { Topic } from "../../hub/topic.ts";
import { isEntitled, isGood, type KeyRecord } from "../../partner/check-key.ts";
import type { Database } from "../home.ts";
import { findKey } from "../store/partners.ts";
import { findSleeper } from "../store/sleep.ts";

/** What is at a topic's address, as anybody may know it; of a feed, its definition. */
export type FoundTopic =
  | { status: "feed"; definition: Definition; isOfFamily: boolean }
  | { status: "moved"; slug: string }
  | { status: "ended" | "unknown" };

/** Looks for the feed of a topic. Whether somebody may have it is another question. */
export async function findTopic(
  db: Database,
  catalog: Catalog,
  { folder, slug }: Topic,
  now: number,
): Promise<FoundTopic> {
  const located = locate(catalog, slug, folder === "partner" ? "partner" : "public");
  if (located.status === "moved") return { status: "moved", slug: located.slug };
  if (located.status !== "feed") return { status: located.status };
  const { definition, family } = located;
  if (definition.retired) return { status: "ended" };
  if (!family) return { status: "feed", definition, isOfFamily: false };
  const found = await findSleeper(db, slug, family.least, now);
  const isThere = found !== null && (found.edition > 0 || found.stories >= family.least);
  return isThere ? { status: "feed", definition, isOfFamily: true } : { status: "unknown" };
}

/** Whether a key that was good when it was shown opens a partner's feed still. */
export const isStillEntitled = (key: KeyRecord | null, definition: Definition | undefined, now: number): boolean =>
  key !== null && isGood(key, { secret: "", inUrl: false }, now) && isEntitled(key, definition);

/** Of a subscription: what its topic is, and who asked for it. */
export interface Subscribed {
  feed: string;
  format: Topic["format"];
  /** Null: the feed is public. */
  partner: string | null;
  key_id: string | null;
}

/** The topic of a subscription. A partner's feeds stand in a folder of their own. */
export const topicOf = ({ feed, format, partner }: Subscribed): Topic => ({
  folder: partner === null ? "feeds" : "partner",
  slug: feed,
  format,
});

/** Told where a subscription is denied: of a partner's feed no more than that, whether it is there or not. */
export const DENIALS = {
  ended: "The feed has ended, or is not here any more.",
  key: "The key that this was subscribed with does not open the feed any more.",
} as const;

/** Why a subscription cannot be had, or not any more, as callbacks are told it; null: it can. */
export async function whyDenied(
  db: Database,
  catalog: Catalog,
  subscribed: Subscribed,
  now: number,
): Promise<string | null> {
  const found = await findTopic(db, catalog, topicOf(subscribed), now);
  if (subscribed.partner === null) return found.status === "feed" ? null : DENIALS.ended;
  const key = subscribed.key_id === null ? null : await findKey(db, subscribed.key_id);
  const definition = found.status === "feed" ? found.definition : undefined;
  return isStillEntitled(key, definition, now) ? null : DENIALS.key;
}
