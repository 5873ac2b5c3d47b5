import type * as z from "zod";
import { parseInput } from "../article/parse.ts";
import {
  type Definition,
  type DefinitionInput,
  definitionSchema,
  type Site,
  type SiteInput,
  siteSchema,
} from "./definition.ts";

/**
 * What is published: the masthead and every feed's definition, by slug. What is not for everybody stands apart, so that
 * nothing made for everybody finds it.
 */
export interface Catalog {
  site: Site;
  /** The public feeds. */
  definitions: Map<string, Definition>;
  /** Slugs that public feeds had formerly, each with the slug that its feed has now. */
  moved: Map<string, string>;
  /** Slugs of public feeds that have ended. */
  retired: Set<string>;
  /** The feeds that have a partner, in the same way. Of a retired one its partner is still told. */
  partner: {
    definitions: Map<string, Definition>;
    moved: Map<string, string>;
    retired: Map<string, Definition>;
  };
  /** Public and partner feeds: what the publisher composes and the desk sees. */
  all: Map<string, Definition>;
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
    partner: { definitions: new Map(), moved: new Map(), retired: new Map() },
    all: new Map(),
  };
  const taken = new Set<string>();
  for (const input of definitions) {
    const definition = parse(definitionSchema, input, `"${input.slug}"`);
    if (taken.has(definition.slug)) throw new Error(`feeds: two feeds have the slug "${definition.slug}"`);
    taken.add(definition.slug);
    if (definition.profile === "apple" && !REGION.test(definition.language ?? catalog.site.language))
      throw new Error(`feeds: "${definition.slug}": language: Apple News asks for one with its region, as en-GB`);
    enter(catalog, definition);
  }
  for (const slug of [...catalog.moved.keys(), ...catalog.partner.moved.keys()])
    if (taken.has(slug)) throw new Error(`feeds: "${slug}" is a feed, and another's former slug`);
  return catalog;
}

/** RFC 5646 §2.2.4. */
const REGION = /-([A-Za-z]{2}|\d{3})(?=-|$)/;

function enter(catalog: Catalog, definition: Definition): void {
  const { slug, access, formerly = [] } = definition;
  const side = access === "partner" ? catalog.partner : catalog;
  for (const former of formerly) side.moved.set(former, slug);
  if (!definition.retired) {
    side.definitions.set(slug, definition);
    catalog.all.set(slug, definition);
  } else if (access === "partner") catalog.partner.retired.set(slug, definition);
  else catalog.retired.add(slug);
}

function parse<T extends z.ZodType>(schema: T, input: unknown, name: string): z.output<T> {
  const parsed = parseInput(schema, input);
  if (parsed.status === "parsed") return parsed.data;
  const faults = parsed.problems.map(
    ({ path, detail }) => `${path.slice(1).replaceAll("/", ".") || "definition"}: ${detail}`,
  );
  throw new Error(`feeds: ${name}: ${faults.join("; ")}`);
}
