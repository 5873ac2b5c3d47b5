import { TZDate } from "@date-fns/tz";
import { firstWords } from "../../article/text.ts";
import { toSlug } from "../decide/slug.ts";
import type { SiteRules } from "../site-rules.ts";
import type { ImportSource } from "../source.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { isObject, trimmed } from "../values/json.ts";
import type { Fields } from "./front-matter/parse-fields.ts";
import { readTruth } from "./front-matter/truth.ts";
import type { ContentPath } from "./sites/content-path.ts";
import { literalAddress, pathAddress, sharedPlace } from "./sites/path-address.ts";
import { fillPermalink, isTemplate } from "./sites/permalink.ts";
import type { PermalinkFacts } from "./sites/permalink-facts.ts";

/** What a file's address is made of. */
export interface AddressFacts {
  /** Within its site. */
  path: string;
  place: ContentPath;
  fields: Fields;
  title: string;
  categories: string[];
  /** RFC 3339. */
  published?: string;
  zone?: string;
  /** Of the site. */
  home?: string;
}

/** Jekyll's and Hexo's own permalinks, for a site that has set none. */
const OF_POSTS = { jekyll: "date", hexo: ":year/:month/:day/:title/" };
const OF_COLLECTIONS = "/:collection/:path:output_ext";

/** The address of a file's page, absolute; undefined where nothing says at which home it is. */
export function chooseFileAddress(
  facts: AddressFacts,
  rules: SiteRules,
  source: ImportSource,
  notes: string[],
): string | undefined {
  const written = addressField(facts.fields, facts.home, notes);
  if (written !== undefined && !isTemplate(written)) return atHome(ended(written, rules), facts.home, rules, source);
  const permalinks = permalinkFacts(facts, rules);
  if (written !== undefined) {
    const filled = fillPermalink(written, permalinks);
    if (filled !== undefined) return atHome(filled, facts.home, rules, source);
    notes.push(`permalink “${firstWords(written, 60)}” is not resolved here: its address is made of its file's`);
  }
  if (source.url !== undefined) return source.url;
  return belowHome(addressByRules(facts, permalinks, rules, source, notes), facts.home);
}

/** What a file says itself: of Eleventy's objects, the address that is built. A link to another host is what it is about. */
function addressField({ url, link }: Fields, home: string | undefined, notes: string[]): string | undefined {
  const written = isObject(url) ? url.build : url;
  if (typeof written === "string" && written.trim() !== "" && readTruth(written) === undefined) return written.trim();
  if (typeof link !== "string") return undefined;
  const isOwn = home === undefined || URL.parse(link, home)?.host === URL.parse(home)?.host;
  if (!isOwn) notes.push("a link to another site is left out: it is not the story's own address");
  return isOwn ? link.trim() : undefined;
}

function addressByRules(
  facts: AddressFacts,
  permalinks: PermalinkFacts,
  rules: SiteRules,
  source: ImportSource,
  notes: string[],
): string {
  const template = templateOf(facts.place, rules);
  // What a permalink has of a story's own fields tells such files apart.
  const isShared = template === undefined || !/:(?:slugified_)?categor/.test(template) || facts.categories.length === 0;
  if (
    isShared &&
    permalinks.slug === undefined &&
    (rules.owners[sharedPlace(facts.place, rules)] ?? facts.path) !== facts.path
  ) {
    notes.push("another file has its address, by the site's rules: it got its file's whole name");
    return literalAddress(facts.path);
  }
  const filled = template === undefined ? undefined : fillPermalink(template, permalinks);
  if (filled !== undefined) return filled;
  if (template !== undefined)
    notes.push(
      `its site's permalink “${firstWords(template, 60)}” is not resolved here: its address is made of its file's`,
    );
  // Only a slug that the generator knows takes the place of a name.
  const slug =
    rules.generator === "eleventy" || rules.generator === "hexo"
      ? undefined
      : (permalinks.slug ?? (source.site ? undefined : spareName(facts, rules)));
  return slug?.startsWith("/") ? slug : pathAddress(facts.place, rules, slug);
}

/** A name without a letter makes no address of its own. */
const spareName = ({ place, title }: AddressFacts, { generator }: SiteRules): string | undefined =>
  generator === undefined && place.name !== "" && toSlug(place.name) === "" ? toSlug(title) || undefined : undefined;

function templateOf(
  { folders, isPost, collection }: ContentPath,
  { generator, permalinks }: SiteRules,
): string | undefined {
  // A folder may be called as what every object has: `constructor`.
  const of = (name: string): string | undefined => (Object.hasOwn(permalinks, name) ? permalinks[name] : undefined);
  if (generator === "hugo") return of(folders[0] ?? "") ?? of(folders[0] === undefined ? "/" : "");
  if (collection !== undefined) return of(collection) ?? OF_COLLECTIONS;
  if (!isPost || (generator !== "jekyll" && generator !== "hexo")) return undefined;
  return of("") ?? OF_POSTS[generator];
}

function permalinkFacts(
  { fields, place, title, categories, published, zone }: AddressFacts,
  { generator }: SiteRules,
): PermalinkFacts {
  const { folders, name } = place;
  return {
    title,
    slug: trimmed(fields.slug),
    // A bundle is named by its folder.
    name: name || folders.at(-1) || "",
    folders: name === "" ? folders.slice(0, -1) : folders,
    isTitlePath: generator === "hexo",
    categories,
    collection: place.collection,
    date: published === undefined ? undefined : wallTime(fields.published_at, published, zone),
    fields,
  };
}

/** The day that a newsroom calls it: where it is written with a zone, and the site has none, that one's. */
function wallTime(written: unknown, published: string, zone: string | undefined): Date {
  const offset = /([+-]\d{2}):?(\d{2})$/.exec(String(written).trim());
  return new TZDate(Date.parse(published), zone ?? (offset ? `${offset[1]}:${offset[2]}` : "UTC"));
}

/** Hugo makes a folder of an address without an extension. */
const ended = (address: string, { generator, ending }: SiteRules): string =>
  generator === "hugo" && ending === undefined && !absoluteUrl(address) && !/(?:\/|\.\w+)$/.test(address)
    ? `${address}/`
    : address;

/** An address as a file writes it: from the root of the home that a site's settings name, of which its path is a part. */
function atHome(
  address: string,
  home: string | undefined,
  rules: SiteRules,
  { base }: ImportSource,
): string | undefined {
  if (absoluteUrl(address)) return absoluteUrl(address);
  if (base === undefined && rules.home !== undefined) return belowHome(address, home);
  return home === undefined ? undefined : absoluteUrl(address, home.replace(/\/?$/, "/"));
}

const belowHome = (address: string, home: string | undefined): string | undefined =>
  home === undefined ? undefined : absoluteUrl(`./${address.replace(/^\/+/, "")}`, home.replace(/\/?$/, "/"));
