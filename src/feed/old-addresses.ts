import type { Catalog } from "./catalog.ts";
import type { Condition, Definition } from "./definition.ts";
import { type Family, keyOf } from "./family.ts";
import type { Format } from "./feed.ts";
import { locate } from "./locate.ts";
import { type Address, addressText } from "./redirects/address.ts";
import type { Ended, OldFacet, OldFeed, OldValue } from "./redirects/old-feed.ts";
import { GONE, match, type Redirects, toRedirects, VALUE } from "./redirects/rules.ts";
import { isServed } from "./redirects/served.ts";
import { SET_NAMES, SETS } from "./redirects/sets.ts";
import { hashedSlug, valueSlug } from "./value-slug.ts";

/** A feed that may hold what an old one held. */
export interface Successor {
  slug: string;
  /** A feed of this family's, if there is one: the store knows. Absent: the feed has a definition of its own, and is there. */
  family?: Family;
  /** What the feed has to be of: its address alone does not tell. */
  label?: string;
}

/** What has become of the feed at an old address. */
export type OldAddress =
  /** The first of these that there is, unless there is a story at the path of `comments`: then it was of the comments on it. */
  | { status: "moved"; successors: Successor[]; format: Format; comments?: string[] }
  | { status: "gone"; what: Ended | null }
  /** No rule knows it, or something of ours is there. */
  | { status: "unknown" };

/** Tells what has become of old addresses, as far as the definitions say. */
export function oldAddresses(catalog: Catalog): (address: Address) => OldAddress {
  const redirects = toRedirects(catalog.site.redirects);
  return (address) => (isServed(catalog, address) ? UNKNOWN : follow(catalog, redirects, address));
}

const UNKNOWN = { status: "unknown" } as const;

/**
 * What to put into the masthead's list of redirects for an address that leads nowhere: the name of a set that knows it, or the address with
 * the likeliest feed. A person has to look at it: what the feed was of, the address may not say.
 */
export function suggestRedirect(catalog: Catalog, address: Address): string {
  const named = catalog.site.redirects ?? [];
  const readings = SET_NAMES.flatMap((name) => {
    const old = SETS[name](address);
    return old ? [{ name, old, found: ofSet(catalog, old, []) }] : [];
  });
  const set = readings.find(({ name, found }) => !named.includes(name) && leadsOn(found));
  if (set) return JSON.stringify(set.name);
  const [first] = readings.flatMap(({ found }) => (found.status === "moved" ? (found.successors[0] ?? []) : []));
  const isOfPart = readings.some(({ old }) => old.of !== "everything");
  const slug = first?.slug ?? (isOfPart ? undefined : wholeFeeds(catalog)[0]?.slug);
  const target = slug === undefined ? GONE : `${slug}.${formatOf(address)}`;
  return `{ ${JSON.stringify(addressText(address))}: ${JSON.stringify(target)} }`;
}

const leadsOn = (old: OldAddress): boolean =>
  old.status !== "unknown" && (old.status === "gone" || old.successors.length > 0);

/** What a feed's format is by its address, where that says so. */
function formatOf(address: Address): Format {
  const said = /\b(atom|json)\b/.exec(addressText(address).replaceAll("_", " "))?.[1];
  return said === "atom" || said === "json" ? said : "rss";
}

function follow(catalog: Catalog, { rules, sets }: Redirects, address: Address): OldAddress {
  for (const rule of rules) {
    const found = match(rule, address);
    const { target } = rule;
    if (!found || !target) continue;
    if (target.to === "gone") return { status: "gone", what: null };
    if (target.to === "feed") return ofOwn(catalog, target, found.value);
    const old = found.rest && SETS[target.set](found.rest);
    if (old) return ofSet(catalog, old, rule.address.segments);
  }
  for (const name of sets) {
    const old = SETS[name](address);
    if (old) return ofSet(catalog, old, []);
  }
  return UNKNOWN;
}

function ofOwn(
  catalog: Catalog,
  { slug, format }: { slug: string; format: Format },
  value: string | undefined,
): OldAddress {
  const end = value === undefined ? null : valueSlug(value);
  if (slug.includes(VALUE) && end === null) return UNKNOWN;
  const own = slug.replace(VALUE, end ?? "");
  const located = locate(catalog, own, "public");
  if (located.status !== "feed") return UNKNOWN;
  return { status: "moved", successors: [{ slug: own, family: located.family }], format };
}

/** @param folder where the old site was, which the paths of its stories begin with */
function ofSet(catalog: Catalog, old: OldFeed, folder: string[]): OldAddress {
  switch (old.of) {
    case "nothing":
      return { status: "gone", what: old.what };
    case "everything":
      return moved(wholeFeeds(catalog), old.format);
    case "value":
      return moved(valueFeeds(catalog, old), old.format);
    case "page": {
      const successors = old.otherwise ? valueFeeds(catalog, old.otherwise) : [];
      return { ...moved(successors, old.otherwise?.format ?? "rss"), comments: [...folder, ...old.path] };
    }
  }
}

const moved = (successors: Successor[], format: Format) => ({ status: "moved", successors, format }) as const;

/** The public feeds of every story, those for people and of whole stories first. */
function wholeFeeds({ definitions }: Catalog): Successor[] {
  const order: Definition["content"][] = ["full", "summary", "headline"];
  const rank = ({ kind, content }: Definition) => (kind === "wire" ? order.length : 0) + order.indexOf(content);
  return [...definitions.values()]
    .filter(({ select }) => conditionsOf(select) === 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ slug }) => ({ slug }));
}

/** The public feeds of a value, and of nothing less: what else a definition selects by would leave stories out. */
function valueFeeds(catalog: Catalog, old: OldValue): Successor[] {
  return old.facets.flatMap((facet) => [
    ...[...catalog.families.values()]
      .filter(
        ({ access, retired, by, select }) =>
          access === "public" && !retired && by.length === 1 && by[0] === facet && conditionsOf(select) === 0,
      )
      .flatMap((family) => membersFor(family, old)),
    ...[...catalog.definitions.values()]
      .filter(
        ({ select }) =>
          conditionsOf(select) === 1 && isOf([...(select?.any ?? []), ...(select?.all ?? [])][0], facet, old),
      )
      .map(({ slug }) => ({ slug })),
  ]);
}

/** A name may share what stands for it in addresses with another: then it is looked at. */
function membersFor(family: Family, { value, isLabel }: OldValue): Successor[] {
  const plain = valueSlug(value);
  const ends = isLabel ? [plain, hashedSlug(value, keyOf([value]))] : [plain];
  return ends.flatMap((end) =>
    end === null ? [] : [{ slug: `${family.slug}/${end}`, family, ...(isLabel && { label: value }) }],
  );
}

function isOf(condition: Condition | undefined, facet: OldFacet, { value, isLabel }: OldValue): boolean {
  const named = condition && (condition as Partial<Record<OldFacet, string>>)[facet];
  if (named === undefined) return false;
  return isLabel ? keyOf([named]) === keyOf([value]) : valueSlug(named) === valueSlug(value);
}

const conditionsOf = ({ any = [], all = [], none = [] }: Definition["select"] & object = {}): number =>
  any.length + all.length + none.length;
