import type { Element } from "../../element.ts";
import { clip } from "../../forms/form.ts";
import type { XmlRule } from "../../rule.ts";
import { CATEGORIES, FORMER_CATEGORIES } from "./categories.ts";
import { podcastDocument } from "./examples.ts";
import { ITUNES } from "./namespace.ts";

const categoryDocument = (markup: string): string => podcastDocument("rss", { feed: markup });

const BASE = {
  formats: ["rss", "rdf", "atom", "entry"],
  element: "itunes:category text",
  section: "Apple Podcasts categories",
  url: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
  on: { names: [`${ITUNES}category`] },
} satisfies Partial<XmlRule>;

/** What a category stands in, if that is one, too. */
const above = ({ parent, name }: Element): string | undefined =>
  parent?.name === name ? (parent.attributes.get("text") ?? "") : undefined;

function standing(element: Element): "current" | "former" | "unknown" | undefined {
  const text = element.attributes.get("text");
  if (text === undefined) return undefined;
  const parent = above(element);
  const among = (all: Map<string, readonly string[]>): boolean =>
    parent === undefined ? all.has(text) : (all.get(parent)?.includes(text) ?? false);
  // Of what is in a category that nobody knows, nothing can be told.
  if (parent !== undefined && !CATEGORIES.has(parent) && !FORMER_CATEGORIES.has(parent)) return undefined;
  return among(CATEGORIES) ? "current" : among(FORMER_CATEGORIES) ? "former" : "unknown";
}

const named = (element: Element): string => {
  const parent = above(element);
  return `"${clip(element.attributes.get("text") ?? "")}"${parent === undefined ? "" : ` in "${clip(parent)}"`}`;
};

export const ITUNES_CATEGORY_RULES: readonly XmlRule[] = [
  {
    ...BASE,
    name: "itunes/category-known",
    severity: "error",
    says: "A category is one of Apple’s list, and a subcategory one of its category’s",
    mend: "Take a category from Apple’s list, letter by letter (an ampersand is written &amp; in XML).",
    readers: "Apple Podcasts refuses a feed, or shows it in no category, whose category it does not know.",
    check: (element) =>
      standing(element) === "unknown" ? `${named(element)} is none of Apple’s categories` : undefined,
    fails: categoryDocument('<itunes:category text="Ships"/>'),
    passes: categoryDocument('<itunes:category text="News"><itunes:category text="Daily News"/></itunes:category>'),
  },
  {
    ...BASE,
    name: "itunes/category-former",
    severity: "warning",
    says: "A category is one of Apple’s list of today, not of the one it had until 2019",
    mend: "Take a category from the list of today.",
    check: (element) =>
      standing(element) === "former" ? `${named(element)} is a category that Apple no longer has` : undefined,
    fails: categoryDocument('<itunes:category text="Travel"/>'),
    passes: categoryDocument(
      '<itunes:category text="Society &amp; Culture"><itunes:category text="Places &amp; Travel"/></itunes:category>',
    ),
  },
];
