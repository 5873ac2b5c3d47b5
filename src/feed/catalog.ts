import type { z } from "zod";
import {
  type Definition,
  type DefinitionInput,
  definitionSchema,
  type Site,
  type SiteInput,
  siteSchema,
} from "./definition.ts";

/** What is published: the masthead and every feed's definition, by slug. */
export interface Catalog {
  site: Site;
  definitions: Map<string, Definition>;
  /** Slugs that feeds had formerly, and theirs now. */
  moved: Map<string, string>;
  /** Slugs of feeds that have ended. */
  retired: Set<string>;
}

/**
 * Parses `feeds/`.
 *
 * @param base replaces the site's own base URL, where the service runs elsewhere than the file says
 * @throws one line that names the file's fault: an unknown key, a bad value, a slug used twice
 */
export function parseCatalog(site: SiteInput, definitions: DefinitionInput[], base?: string): Catalog {
  const catalog: Catalog = {
    site: parse(siteSchema, base ? { ...site, base } : site, "site"),
    definitions: new Map(),
    moved: new Map(),
    retired: new Set(),
  };
  for (const input of definitions) {
    const definition = parse(definitionSchema, input, `"${input.slug}"`);
    if (catalog.definitions.has(definition.slug) || catalog.retired.has(definition.slug))
      throw new Error(`feeds: two feeds have the slug "${definition.slug}"`);
    if (definition.retired) catalog.retired.add(definition.slug);
    else catalog.definitions.set(definition.slug, definition);
    for (const slug of definition.formerly ?? []) catalog.moved.set(slug, definition.slug);
  }
  for (const slug of catalog.moved.keys())
    if (catalog.definitions.has(slug) || catalog.retired.has(slug))
      throw new Error(`feeds: "${slug}" is a feed, and another's former slug`);
  return catalog;
}

function parse<T extends z.ZodType>(schema: T, input: unknown, name: string): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || "definition"}: ${issue.message}`);
  throw new Error(`feeds: ${name}: ${faults.join("; ")}`);
}
