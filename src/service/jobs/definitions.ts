import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { definitionOf } from "../../feed/locate.ts";
import type { Database } from "../home.ts";
import { listStoredFeeds } from "../store/stored-feeds.ts";

/** The definitions of feeds, families' among them, by slug. Of what is no feed any more there is none. */
export async function findDefinitions(
  db: Database,
  catalog: Catalog,
  slugs: string[],
): Promise<Map<string, Definition>> {
  const unknown = slugs.filter((slug) => !catalog.all.has(slug));
  const stored = unknown.length === 0 ? [] : await listStoredFeeds(db, [...new Set(unknown)]);
  const ofFamilies = new Map(stored.map((feed) => [feed.slug, definitionOf(catalog, feed)]));
  return new Map(
    slugs.flatMap((slug): [string, Definition][] => {
      const definition = catalog.all.get(slug) ?? ofFamilies.get(slug);
      return definition ? [[slug, definition]] : [];
    }),
  );
}
