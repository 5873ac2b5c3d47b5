import type { Article } from "../article/article.ts";
import { isLicensed } from "../article/syndication.ts";
import type { Condition, Definition } from "./definition.ts";

/** What a definition can select by. */
export type Facets = Pick<Article, "section" | "tags" | "authors" | "credit" | "language" | "syndication">;

/** @param siteLanguage the language of an article that names none */
export function selects(
  { select = {}, partner }: Pick<Definition, "select" | "partner">,
  article: Facets,
  siteLanguage: string,
): boolean {
  if (partner !== undefined && !isLicensed(article, partner)) return false;
  const holds = (condition: Condition) => meets(article, condition, siteLanguage);
  return (
    (select.any?.some(holds) ?? true) && (select.all?.every(holds) ?? true) && !(select.none?.some(holds) ?? false)
  );
}

function meets(article: Facets, condition: Condition, siteLanguage: string): boolean {
  if ("section" in condition) return same(article.section, condition.section);
  if ("tag" in condition) return article.tags.some((tag) => same(tag, condition.tag));
  if ("author" in condition) return article.authors.some((author) => same(author.name, condition.author));
  if ("credit" in condition) return same(article.credit?.name, condition.credit);
  return inLanguage(article.language ?? siteLanguage, condition.language);
}

/** Newsrooms write "Politics" and "politics" for one section. */
const same = (a: string | undefined, b: string): boolean =>
  a?.normalize().toLowerCase() === b.normalize().toLowerCase();

/** RFC 4647 §3.3.1: `pt` selects `pt-BR`. */
const inLanguage = (language: string, range: string): boolean =>
  `${language.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`);
