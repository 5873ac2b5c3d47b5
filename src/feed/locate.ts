import type { Catalog } from "./catalog.ts";
import type { Definition } from "./definition.ts";
import { type Family, memberOf } from "./family.ts";

/** What is at a feed's address. */
export type Located =
  | { status: "feed"; definition: Definition; family?: undefined }
  /** A feed of this family's, if there is one: the store knows. Its definition lacks what its labels say. */
  | { status: "feed"; definition: Definition; family: Family }
  /** `family`: whose feed it would be now, whether there ever was one of this name or not. */
  | { status: "moved"; slug: string; family?: Family }
  /** `definition`: of a partner's, which is still told; absent of a public one. `family`: as of what has moved. */
  | { status: "ended"; definition?: Definition; family?: Family }
  | { status: "unknown"; family?: undefined };

/**
 * What is at a feed's address, as far as the definitions say.
 *
 * @param access whose address: what is not for everybody stands apart, so that nothing made for everybody finds it
 */
export function locate(catalog: Catalog, slug: string, access: Definition["access"]): Located {
  const { definitions, moved, retired } = access === "partner" ? catalog.partner : catalog;
  const definition = definitions.get(slug);
  if (definition) return { status: "feed", definition };
  if (retired.has(slug)) return { status: "ended", definition: catalog.partner.retired.get(slug) };
  const target = moved.get(slug);
  if (target !== undefined) return { status: "moved", slug: target };
  return locateInFamilies(catalog, slug, access);
}

/** A feed as the store has it. */
export interface StoredFeed {
  slug: string;
  /** The path of its family; null: it has a definition of its own. */
  family: string | null;
  labels: string[];
}

/** The definition of a feed that the store has; undefined: there is none any more. */
export function definitionOf(catalog: Catalog, { slug, family, labels }: StoredFeed): Definition | undefined {
  if (family === null) return catalog.all.get(slug);
  const defined = catalog.families.get(family);
  return defined && !defined.retired ? memberOf(defined, slug, labels, catalog.site) : undefined;
}

function locateInFamilies(
  { site, families, movedFamilies }: Catalog,
  slug: string,
  access: Definition["access"],
): Located {
  for (let end = slug.lastIndexOf("/"); end > 0; end = slug.lastIndexOf("/", end - 1)) {
    const path = slug.slice(0, end);
    const now = movedFamilies.get(path) ?? path;
    const family = families.get(now);
    if (family?.access !== access) continue;
    const definition = memberOf(family, slug, [], site);
    if (family.retired) return { status: "ended", definition, family };
    if (now !== path) return { status: "moved", slug: now + slug.slice(end), family };
    return { status: "feed", definition, family };
  }
  return { status: "unknown" };
}
