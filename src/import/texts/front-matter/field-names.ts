import { isObject } from "../../values/json.ts";
import type { Fields } from "./parse-fields.ts";
import { readTruth } from "./truth.ts";

/**
 * What an article's fields are called by generators and newsrooms, as `plainKey` has it. Of several that a file has, the first in
 * its list counts.
 */
const NAMES: Record<string, string> = {
  id: "id",
  guid: "guid",
  title: "title headline",
  slug: "slug",
  published_at:
    "publishedat date pubdate pubdatetime published publisheddate publicationdate datepublished publishedon publishdate " +
    "createdat created datecreated creationdate createdtime posted dateposted postdate",
  updated_at:
    "updatedat updated updateddate dateupdated lastmod lastmodified lastmodifiedat modified modifiedat modifieddate " +
    "datemodified moddatetime lastupdated lastupdate lasteditedtime lastedited",
  summary: "summary description excerpt abstract standfirst dek subtitle",
  section: "section category",
  url: "url permalink canonicalurl canonical path",
  link: "link",
  authors: "authors author byline writer creator",
  language: "language lang locale",
  images:
    "images image cover coverimage featuredimage featureimage featuredimg heroimage hero header banner bannerimage ogimage " +
    "socialimage headerimage photo picture img thumbnail thumb",
  dateline: "dateline",
  credit: "credit",
  rights: "rights copyright",
  attachments: "attachments",
  corrections: "corrections",
  reason: "reason",
  aliases: "aliases alias redirectfrom redirectsfrom",
};
/** Put together, not chosen from. */
const TAG_NAMES = new Set(["tags", "tag", "keywords", "categories", "topics"]);
/** Where generators keep what is not theirs (Hugo's params, Zola's taxonomies and extra, Grav's taxonomy): the file's own fields come before it. */
const GROUPS = new Set(["params", "extra", "taxonomies", "taxonomy"]);

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(" ").map((name, rank) => [name, { field, rank }] as const),
  ),
);

/** A field's name without what writers take liberties with: `publish_date`, `publish-date` and `publishDate` are one. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[-_ "'“”„‘’«»]/g, "");

/** The fields of a file, those in groups among them. */
export const flatten = (fields: Fields): [key: string, value: unknown][] => [
  ...Object.entries(fields).filter(([key, value]) => !isGroup(key, value)),
  ...Object.entries(fields).flatMap(([key, value]) => (isGroup(key, value) ? Object.entries(value as Fields) : [])),
];

/** What a file says of its article, under the names that an article's fields have. */
export interface NamedFields {
  fields: Fields;
  /** One value for each time that tags, keywords or categories were given, with its plain name. */
  tags: [name: string, value: unknown][];
}

/** @param isKnown whether somebody else reads a field of this plain name; nobody's is noted */
export function nameFields(fields: Fields, isKnown: (name: string) => boolean, notes: string[]): NamedFields {
  const best = new Map<string, { rank: number; value: unknown }>();
  const tags: [string, unknown][] = [];
  for (const [key, value] of flatten(fields)) {
    const name = plainKey(key);
    const known = FIELD_OF.get(name);
    if (TAG_NAMES.has(name)) tags.push([name, value]);
    // `published: true` is no date.
    else if (known && (isBlank(value) || (known.field === "published_at" && readTruth(value) !== undefined))) continue;
    else if (known) {
      const before = best.get(known.field);
      if (!before || known.rank < before.rank) best.set(known.field, { rank: known.rank, value });
    } else if (!isKnown(name)) notes.push(`${key} is left out: an article has no such field`);
  }
  return { fields: Object.fromEntries([...best].map(([field, { value }]) => [field, value])), tags };
}

/** A field without a value says nothing. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const isGroup = (key: string, value: unknown): boolean => GROUPS.has(key.toLowerCase()) && isObject(value);
