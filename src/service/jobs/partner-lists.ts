import { visibility } from "../../article/visibility.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import { memberships } from "../../feed/membership.ts";
import { selects } from "../../feed/select.ts";
import type { Database } from "../home.ts";
import { listRestricted, listUndelivered } from "../store/undelivered.ts";
import { awakeFeedsOf } from "./awake-feeds.ts";
import { previewFeed } from "./preview.ts";

/** Feeds of each family that are looked at, of those that its partner polls: each is looked at story by story. */
const MAX_FAMILY_FEEDS = 20;

/** The ids of articles that a partner's feeds would have but for the partner's rights, or but for the rules of its system. */
export async function listLeftOut(db: Database, catalog: Catalog, partner: string, limit: number): Promise<string[]> {
  const feeds = await awakeFeedsOf(db, catalog, partner, MAX_FAMILY_FEEDS);
  const left = new Set<string>();
  // One at a time: each holds its articles' full text while it is looked at.
  for (const { definition, state } of feeds) {
    const { entries } = await previewFeed(db, catalog, definition, state);
    for (const { article, left_out } of entries) if (left_out) left.add(article);
  }
  const now = Date.now();
  for (const restricted of await listRestricted(db, limit))
    if (feeds.some(({ definition }) => isBarred(definition, restricted, catalog.site, now)))
      left.add(restricted.article.id);
  return [...left].slice(0, limit);
}

/**
 * The ids of articles of which the partners, or one of them, have not yet picked up what their feeds say: the story, its change, or that it
 * was taken back.
 */
export async function listNotDelivered(
  db: Database,
  catalog: Catalog,
  partner: string | undefined,
  limit: number,
): Promise<string[]> {
  const feeds = await awakeFeedsOf(db, catalog, partner, MAX_FAMILY_FEEDS);
  return listUndelivered(
    db,
    feeds.map(({ definition }) => definition.slug),
    limit,
  );
}

/** Whether a feed selects an article that readers may see, and its partner may not have it, be it any more or at all. */
function isBarred(
  { select, ...definition }: Definition,
  { article, dates }: Restricted,
  { language }: Site,
  now: number,
): boolean {
  if (visibility(article) === null || !selects({ select }, article, language)) return false;
  if (!selects({ partner: definition.partner }, article, language)) return true;
  return memberships(article, dates, [definition]).every(({ visible_until }) => (visible_until ?? now + 1) <= now);
}

type Restricted = Awaited<ReturnType<typeof listRestricted>>[number];
