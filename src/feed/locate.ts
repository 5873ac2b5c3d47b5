import type { Catalog } from "./catalog.ts";
import type { Definition } from "./definition.ts";
import type { Family } from "./family.ts";

/** What is at a feed's address. */
export type Located =
  | { status: "feed"; definition: Definition }
  /** If there is a feed, it is one of this family's: the store knows. */
  | { status: "family"; family: Family }
  | { status: "moved"; slug: string }
  /** `of`: absent where nobody need know whose it was. */
  | { status: "ended"; of?: Pick<Definition, "partner"> }
  | { status: "unknown" };

/**
 * What is at a feed's address, as far as the definitions say.
 *
 * @param access whose address: what is not for everybody stands apart, so that nothing made for everybody finds it
 */
export function locate(catalog: Catalog, slug: string, access: Definition["access"]): Located {
  const { definitions, moved, retired } = access === "partner" ? catalog.partner : catalog;
  const definition = definitions.get(slug);
  if (definition) return { status: "feed", definition };
  if (retired.has(slug)) return { status: "ended", of: catalog.partner.retired.get(slug) };
  const target = moved.get(slug);
  if (target !== undefined) return { status: "moved", slug: target };
  return locateInFamilies(catalog, slug, access);
}

function locateInFamilies({ families, movedFamilies }: Catalog, slug: string, access: Definition["access"]): Located {
  for (let end = slug.lastIndexOf("/"); end > 0; end = slug.lastIndexOf("/", end - 1)) {
    const path = slug.slice(0, end);
    const now = movedFamilies.get(path) ?? path;
    const family = families.get(now);
    if (family?.access !== access) continue;
    if (family.retired) return { status: "ended", of: family };
    return now === path ? { status: "family", family } : { status: "moved", slug: now + slug.slice(end) };
  }
  return { status: "unknown" };
}
