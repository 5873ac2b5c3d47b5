import type { Site } from "../../../feed/definition.ts";
import { type Family, memberOf } from "../../../feed/family.ts";
import type { Database } from "../../home.ts";
import { listNewestFamilyFeeds } from "../../store/family-values.ts";
import { familyName } from "../frame/family-words.ts";
import type { FeedGroup } from "../groups.ts";

/** Feeds of families in one OPML document, all together: a reader that imports it polls every one of them. */
export const MAX_FAMILY_FEEDS = 500;

/** The feeds of families that have the newest stories, the newest first, in a group for each family. */
export async function familyGroups(db: Database, site: Site, families: Family[], now: number): Promise<FeedGroup[]> {
  if (families.length === 0) return [];
  const newest = await listNewestFamilyFeeds(db, families, { limit: MAX_FAMILY_FEEDS, now });
  return families.flatMap((family) => {
    const feeds = newest.filter((feed) => feed.family === family.slug);
    if (feeds.length === 0) return [];
    const definitions = feeds.map(({ slug, labels }) => memberOf(family, slug, labels, site));
    return { key: family.slug, title: familyName(family), feeds: definitions };
  });
}
