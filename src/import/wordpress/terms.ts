import { oneLine } from "../../article/text.ts";
import { looksLikeHtml } from "../values/looks-like-html.ts";
import { toLine } from "../values/text.ts";

/** A term of a post: a category, a tag, or one of a taxonomy that a plugin made. */
export interface Term {
  taxonomy: string;
  slug: string;
  /** As it is written: WordPress keeps names escaped. */
  name: string;
  id?: string;
}

export interface Sections {
  section?: string;
  tags: string[];
}

/**
 * Categories are sections, and a story has one: the one that its editor made the first, else the one that stands first. The other
 * categories and the tags are its tags.
 *
 * @param primary the id or the slug of the category that its editor made the first
 */
export function sectionsOf(terms: Term[], primary: string | undefined): Sections {
  const named = terms.filter(({ name }) => plainName(name) !== "");
  const categories = named.filter(({ taxonomy, slug, name }) => taxonomy === "category" && !isNone(slug, name));
  const first =
    categories.find(({ id, slug }) => primary !== undefined && (primary === id || primary === slug)) ?? categories[0];
  const tags = named.filter(({ taxonomy }) => taxonomy === "post_tag");
  return {
    section: first && plainName(first.name),
    tags: [
      ...new Set([...categories.filter((category) => category !== first), ...tags].map(({ name }) => plainName(name))),
    ],
  };
}

/** What the terms of other taxonomies are, which a plugin made for its own ends: editors' own among them, so they are no tags. */
export const otherTaxonomies = (terms: Term[]): string[] => [
  ...new Set(terms.map(({ taxonomy }) => taxonomy).filter((taxonomy) => !KNOWN.has(taxonomy))),
];

/** A name as people read it. */
export const plainName = (name: string): string =>
  looksLikeHtml(name) ? toLine({ type: "html", value: name }) : oneLine(name);

/** `language` is Polylang's; a format says how a theme shows a post. */
const KNOWN = new Set(["category", "post_tag", "post_format", "author", "language", "post_translations", "nav_menu"]);

/** WordPress's default category, which says that nobody chose one, in the languages of its installers. */
const isNone = (slug: string, name: string): boolean => NONE.has(slug.toLowerCase()) || NONE.has(name.toLowerCase());

const NONE = new Set([
  ..."uncategorized uncategorised allgemein non-classe senza-categoria sin-categoria sem-categoria geen-categorie".split(
    " ",
  ),
  ..."okategoriserade ikke-kategoriseret ukategorisert bez-kategorii nezarazene luokittelematon".split(" "),
  ...["non classé", "sin categoría", "без рубрики", "未分類", "未分类", "미분류", "غير مصنف"],
]);
