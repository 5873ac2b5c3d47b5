import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { definitionOf } from "../../feed/locate.ts";
import type { Database } from "../home.ts";
import { listFeedPage } from "../store/feed-pages.ts";
import { type FeedState, listFeedStates } from "../store/feeds.ts";

/** A partner's feed that is published, and how far it is. */
export interface AwakeFeed {
  definition: Definition;
  state: FeedState;
}

/**
 * Feeds of partners that the store has: those with a definition of their own, and of families those that are awake.
 *
 * @param partner undefined: of all partners
 * @param limit of each family so many
 */
export async function awakeFeedsOf(
  db: Database,
  catalog: Catalog,
  partner: string | undefined,
  limit: number,
): Promise<AwakeFeed[]> {
  const isTheirs = (one: { partner?: string }) =>
    one.partner !== undefined && (partner === undefined || one.partner === partner);
  const slugs = [...catalog.partner.definitions.values()].filter(isTheirs).map(({ slug }) => slug);
  const states = await listFeedStates(db, slugs);
  for (const family of servedFamilies(catalog).filter(isTheirs)) {
    const page = await listFeedPage(db, { family: family.slug, asleep: false }, "", limit);
    states.push(...page.states);
  }
  return states.flatMap((state) => {
    const definition = definitionOf(catalog, state);
    return definition ? [{ definition, state }] : [];
  });
}
