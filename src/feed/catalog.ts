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
import { type Family, type FamilyInput, familySchema } from "./family.ts";
import { redirectsFault } from "./redirects/faults.ts";
import { toRedirects } from "./redirects/rules.ts";
import { type Facets, selects } from "./select.ts";
import { type Source, type SourceInput, sourceSchema } from "./source.ts";

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
  /** Families of feeds, public and partners', by the path that their feeds share. Retired ones are among them. */
  families: Map<string, Family>;
  /** Paths that families had formerly, each with the path that its family has now. */
  movedFamilies: Map<string, string>;
  /** Where articles come from that stay in another system, by name. */
  sources: Map<string, Source>;
}

/** The feeds with a definition of their own that an article belongs to, in the catalog's order. */
export const feedsOf = ({ all, site }: Catalog, article: Facets): Definition[] =>
  [...all.values()].filter((definition) => selects(definition, article, site.language));

/** The families that are served, in the order of their definitions. */
export const servedFamilies = ({ families }: Pick<Catalog, "families">): Family[] =>
  [...families.values()].filter(({ retired }) => !retired);

/** The partners that something is published for, be it a feed or a family of feeds; each once, in order. */
export const partnersWithFeeds = (catalog: Pick<Catalog, "partner" | "families">): string[] => {
  const all = [...catalog.partner.definitions.values(), ...servedFamilies(catalog)];
  return [...new Set(all.flatMap(({ partner }) => partner ?? []))].sort();
};

/** What a file of `feeds/` defines: a feed, or a family of them. */
export type FeedInput = DefinitionInput | FamilyInput;

/**
 * Parses `feeds/`.
 *
 * @param base replaces the site's own base URL, where the service runs elsewhere than the file says
 * @throws one line that names the file's fault: an unknown key, a bad value, a slug used twice
 */
export function parseCatalog(
  site: SiteInput,
  definitions: FeedInput[],
  base?: string,
  sources: SourceInput[] = [],
): Catalog {
  const catalog: Catalog = {
    site: parse(siteSchema, base ? { ...site, base } : site, "site"),
    definitions: new Map(),
    moved: new Map(),
    retired: new Set(),
    partner: { definitions: new Map(), moved: new Map(), retired: new Map() },
    all: new Map(),
    families: new Map(),
    movedFamilies: new Map(),
    sources: new Map(),
  };
  for (const input of definitions) {
    if ("by" in input) enterFamily(catalog, parse(familySchema, input, `"${input.slug}"`));
    else enterFeed(catalog, parse(definitionSchema, input, `"${input.slug}"`));
  }
  for (const input of sources) enterSource(catalog, parse(sourceSchema, input, `source "${input.name}"`));
  const fault = clash(catalog);
  if (fault !== null) throw new Error(`feeds: ${fault}`);
  const astray = redirectsFault(toRedirects(catalog.site.redirects), catalog);
  if (astray !== null) throw new Error(`feeds: site: redirects: ${astray}`);
  return catalog;
}

/** @throws where another source has its name */
function enterSource({ sources }: Catalog, source: Source): void {
  if (sources.has(source.name)) throw new Error(`feeds: two sources have the name "${source.name}"`);
  sources.set(source.name, source);
}

/** RFC 5646 §2.2.4. */
const REGION = /-([A-Za-z]{2}|\d{3})(?=-|$)/;

/** @throws where the slug is another feed's, or the definition does not fit its site */
function enterFeed(catalog: Catalog, definition: Definition): void {
  const { slug, access, formerly = [] } = definition;
  const side = access === "partner" ? catalog.partner : catalog;
  if (catalog.all.has(slug) || catalog.retired.has(slug) || catalog.partner.retired.has(slug))
    throw new Error(`feeds: two feeds have the slug "${slug}"`);
  checkRegion(definition, definition.language ?? catalog.site.language);
  for (const former of formerly) side.moved.set(former, slug);
  if (!definition.retired) {
    side.definitions.set(slug, definition);
    catalog.all.set(slug, definition);
  } else if (access === "partner") catalog.partner.retired.set(slug, definition);
  else catalog.retired.add(slug);
}

/** @throws where another family has its path, or the definition does not fit its site */
function enterFamily(catalog: Catalog, family: Family): void {
  const { slug, by, formerly = [] } = family;
  if (catalog.families.has(slug)) throw new Error(`feeds: two families have the slug "${slug}/{value}"`);
  if (!by.includes("language")) checkRegion(family, family.language ?? catalog.site.language);
  for (const former of formerly) catalog.movedFamilies.set(former, slug);
  catalog.families.set(slug, family);
}

function checkRegion({ slug, profile }: Pick<Definition, "slug" | "profile">, language: string): void {
  if (profile === "apple" && !REGION.test(language))
    throw new Error(`feeds: "${slug}": language: Apple News asks for one with its region, as en-GB`);
}

/** What two definitions cannot both have; null: nothing. */
function clash({ all, retired, moved, partner, families, movedFamilies }: Catalog): string | null {
  const feeds = new Set([...all.keys(), ...retired, ...partner.retired.keys()]);
  for (const slug of [...moved.keys(), ...partner.moved.keys()])
    if (feeds.has(slug)) return `"${slug}" is a feed, and another's former slug`;
  const paths = [...families.keys(), ...movedFamilies.keys()];
  for (const [index, path] of paths.entries()) {
    if (feeds.has(path)) return `"${path}" is a feed, and the path of a family's`;
    const other = paths.find((one, at) => at !== index && `${one}/`.startsWith(`${path}/`));
    if (other !== undefined) return `the families "${path}/{value}" and "${other}/{value}" share addresses`;
  }
  return null;
}

function parse<T extends z.ZodType>(schema: T, input: unknown, name: string): z.output<T> {
  const parsed = parseInput(schema, input);
  if (parsed.status === "parsed") return parsed.data;
  const faults = parsed.problems.map(
    ({ path, detail }) => `${path.slice(1).replaceAll("/", ".") || "definition"}: ${detail}`,
  );
  throw new Error(`feeds: ${name}: ${faults.join("; ")}`);
}
