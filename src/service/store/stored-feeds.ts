import type { StoredFeed } from "../../feed/locate.ts";
import type { Database } from "../home.ts";

/** Of these feeds, those that there are. */
export async function listStoredFeeds(db: Database, slugs: string[]): Promise<StoredFeed[]> {
  const { results } = await db
    .prepare("SELECT f.slug, f.family, f.labels FROM json_each(?) wanted JOIN feed f ON f.slug = wanted.value")
    .bind(JSON.stringify(slugs))
    .all<Omit<StoredFeed, "labels"> & { labels: string | null }>();
  return results.map(({ labels, ...row }) => ({ ...row, labels: JSON.parse(labels ?? "[]") }));
}
