import * as z from "zod";
import { checkFields, type Definition, definitionFields, line, type Site } from "./definition.ts";
import { type Facets, selects } from "./select.ts";

/** By what there can be families of feeds. */
export const FACETS = ["section", "tag", "author", "credit", "language"] as const;
export type Facet = (typeof FACETS)[number];

const facet = z.enum(FACETS);

/** Where a family's feeds are: `tag/{value}`. */
const FAMILY_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*\/\{value\}$/;

const path = z
  .string()
  .regex(FAMILY_SLUG, 'must be a path that ends with the value: "tag/{value}"')
  .transform((text) => text.slice(0, -"/{value}".length));

export const familySchema = z
  .strictObject({
    /** What its feeds are of: one facet, or the pairs of two. */
    by: z
      .union([facet, z.tuple([facet, facet])], {
        error: `must be one of ${FACETS.map((name) => `"${name}"`).join(", ")}, or two of them`,
      })
      .transform((by): Facet[] => (typeof by === "string" ? [by] : by))
      .refine((by) => new Set(by).size === by.length, "has one of them twice"),
    slug: path,
    /** Slugs that its feeds had before: their URLs lead to the new ones for good (301). */
    formerly: z.array(path).min(1).optional(),
    ...definitionFields,
    /** Stories before there is a feed of a value. */
    least: z.int().min(1).max(1_000).default(1),
    /** Values that have no feed. */
    except: z.array(line).default([]),
  })
  .superRefine((family, context) => {
    checkFields(family, context);
    const names = ["site", "value", ...family.by];
    for (const field of TEMPLATES)
      for (const [, name = ""] of family[field].matchAll(PLACEHOLDER))
        if (!names.includes(name))
          context.addIssue({
            code: "custom",
            path: [field],
            message: `may name ${names.map((one) => `{${one}}`).join(", ")}`,
          });
  });

/** What may name the value. */
const TEMPLATES = ["title", "description"] as const;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A definition of many feeds, one of each value. `slug` is the path that they share. */
export type Family = z.infer<typeof familySchema>;
/** What a file in `feeds/` says: defaults may be left out. */
export type FamilyInput = z.input<typeof familySchema>;

/** Types a definition; it is parsed when the catalog is made. */
export const defineFamily = (family: FamilyInput): FamilyInput => family;

/** What one feed of a family is of. */
export interface FamilyValue {
  /** The family's slug. */
  family: string;
  /** Spellings that differ in case have one. */
  key: string;
  /** As the article has it, by each facet of the family. */
  labels: string[];
}

/** The values of a family that an article has. */
export function valuesOf(family: Family, article: Facets, site: Site): FamilyValue[] {
  if (!selects(family, article, site.language)) return [];
  const excepted = new Set(family.except.map(toKey));
  const [first = [], second = [""]] = family.by.map((by) => labelsOf(by, article, site));
  const values = first.flatMap((one) => second.map((other) => (other === "" ? [one] : [one, other])));
  const byKey = new Map(
    values
      .filter((labels) => !labels.some((label) => excepted.has(toKey(label))))
      .map((labels) => [keyOf(labels), labels]),
  );
  return [...byKey].map(([key, labels]) => ({ family: family.slug, key, labels }));
}

/** What tells a value from its family's others, by its labels. */
export const keyOf = (labels: string[]): string => labels.map(toKey).join("\n");

const toKey = (label: string): string => label.normalize().toLowerCase();

function labelsOf(by: Facet, article: Facets, site: Site): string[] {
  const found: Record<Facet, (string | undefined)[]> = {
    section: [article.section],
    tag: article.tags,
    author: article.authors.map(({ name }) => name),
    credit: [article.credit?.name],
    language: [article.language ?? site.language],
  };
  return found[by].filter((label) => label !== undefined);
}

/** The definition of a value's feed. */
export function memberOf(family: Family, slug: string, labels: string[], site: Site): Definition {
  const { by, least: _, except: __, formerly, ...fields } = family;
  const language = by.indexOf("language");
  const names: Record<string, string | undefined> = {
    site: site.title,
    value: labels.join(", "),
    ...Object.fromEntries(by.map((facet, index) => [facet, labels[index]])),
  };
  const fill = (template: string): string => template.replace(PLACEHOLDER, (whole, name) => names[name] ?? whole);
  return {
    ...fields,
    slug,
    formerly: formerly?.map((path) => path + slug.slice(family.slug.length)),
    title: fill(family.title),
    description: fill(family.description),
    language: family.language ?? labels[language],
  };
}
