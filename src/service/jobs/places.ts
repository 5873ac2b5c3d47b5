import type { Article } from "../../article/article.ts";
import { contain } from "../../article/contain.ts";
import { type Catalog, feedsOf, servedFamilies } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { type FamilyValue, memberOf, valuesOf } from "../../feed/family.ts";
import type { Database } from "../home.ts";
import { findSlugs, type NamedValue, nameOf } from "../store/values.ts";

/** The feeds that articles belong to, families' among them. */
export class FoundPlaces {
  readonly #catalog: Catalog;
  readonly #values: Map<string, NamedValue>;

  /** @param values by `nameOf` */
  constructor(catalog: Catalog, values: Map<string, NamedValue>) {
    this.#catalog = catalog;
    this.#values = values;
  }

  /** The definitions of an article's feeds. */
  of(article: Article): Definition[] {
    return [...feedsOf(this.#catalog, article), ...this.inFamilies(article)];
  }

  /** Those of them that are families'. */
  inFamilies(article: Article): Definition[] {
    const { families, site } = this.#catalog;
    return this.#named(article).flatMap(({ family, slug, labels }) => {
      const defined = families.get(family);
      return defined ? [memberOf(defined, slug, labels, site)] : [];
    });
  }

  /** The values of articles that have no feed yet. */
  newIn(articles: Article[]): NamedValue[] {
    const named = articles.flatMap((article) => this.#named(article)).filter(({ isNew }) => isNew);
    return [...new Map(named.map((value) => [value.slug, value])).values()];
  }

  #named(article: Article): NamedValue[] {
    return allValuesOf(this.#catalog, article).flatMap((value) => this.#values.get(nameOf(value)) ?? []);
  }
}

/** @param articles those whose places are asked for */
export async function findPlaces(db: Database, catalog: Catalog, articles: Article[]): Promise<FoundPlaces> {
  const values = articles.flatMap((article) =>
    // Whoever asks for the article's places is told what is wrong with it.
    contain<FamilyValue[]>(
      () => allValuesOf(catalog, article),
      () => [],
    ),
  );
  return new FoundPlaces(catalog, await findSlugs(db, values));
}

const allValuesOf = (catalog: Catalog, article: Article): FamilyValue[] =>
  servedFamilies(catalog).flatMap((family) => valuesOf(family, article, catalog.site));
