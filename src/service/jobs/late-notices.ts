import type { Catalog } from "../../feed/catalog.ts";
import { memberships } from "../../feed/membership.ts";
import type { Database } from "../home.ts";
import { listTakenBackUnseen, saveNotices } from "../store/shown.ts";
import { findPlaces } from "./places.ts";

/**
 * Gives stories their notices that were taken back as such that nobody had seen, while an edition with them was being made. That edition
 * is current now, and its feed stale: whoever makes the next one calls this before.
 */
export async function giveLateNotices(
  db: Database,
  catalog: Catalog,
  feed: { slug: string; edition: number },
  now: number,
): Promise<void> {
  const unseen = await listTakenBackUnseen(db, feed.slug, feed.edition);
  const places = await findPlaces(
    db,
    catalog,
    unseen.map(({ article }) => article),
  );
  for (const taken of unseen) {
    const { article, published } = taken;
    const dates = { published, updated: now, public: true };
    await saveNotices(db, taken, now, memberships(article, dates, places.of(article)));
  }
}
