import type { Problem } from "../../article/parse.ts";
import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { locate } from "../../feed/locate.ts";

/** The feeds that are a partner's; those of families are not among them. */
export const feedsOfPartner = (catalog: Catalog, partner: string): Definition[] =>
  [...catalog.partner.definitions.values()].filter((definition) => definition.partner === partner);

/** The families of feeds that are a partner's, and are served. */
export const familiesOfPartner = (catalog: Catalog, partner: string): Family[] =>
  servedFamilies(catalog).filter((family) => family.partner === partner);

/**
 * What is wrong with the feeds that a key is to open. A family may be named by its path, and so may a feed of it that there is not yet.
 */
export function foreignFeeds(catalog: Catalog, partner: string, slugs: string[]): Problem[] {
  const isOwn = (slug: string): boolean => {
    const family = catalog.families.get(slug);
    if (family) return family.partner === partner && !family.retired;
    const located = locate(catalog, slug, "partner");
    return located.status === "feed" && located.definition.partner === partner;
  };
  return slugs.flatMap((slug, index) =>
    isOwn(slug) ? [] : [{ path: `/feeds/${index}`, detail: "is no feed of this partner" }],
  );
}
