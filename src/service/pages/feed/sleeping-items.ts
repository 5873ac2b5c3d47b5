import { contain } from "../../../article/contain.ts";
import { toFeed } from "../../../feed/compose.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { StoredArticle } from "../../../feed/entry.ts";
import type { Database } from "../../home.ts";
import { logThrown } from "../../log.ts";
import { listPage } from "../../store/archives.ts";
import { HeldArticles } from "../../store/held-articles.ts";
import { listNewest } from "../../store/newest.ts";
import { type FeedItem, toItem } from "./items.ts";

/**
 * The items that a feed's next edition will have, for a feed that is asleep: people who look at its page, and the machines that look at
 * all pages, do not wake it.
 */
export class SleepingItems {
  readonly #db: Database;
  readonly #site: Site;
  readonly #held = new HeldArticles();

  constructor(db: Database, site: Site) {
    this.#db = db;
    this.#site = site;
  }

  async ofFeed(definition: Definition, now: number): Promise<FeedItem[]> {
    return this.#itemsOf(definition, await listNewest(this.#db, definition, now, this.#held));
  }

  async ofArchivePage(definition: Definition, page: number, now: number): Promise<FeedItem[]> {
    return this.#itemsOf(definition, await listPage(this.#db, definition.slug, page, now));
  }

  #itemsOf(definition: Definition, articles: StoredArticle[]): FeedItem[] {
    return articles.flatMap((article) =>
      contain<FeedItem[]>(
        () => toFeed(this.#site, definition, [article]).entries.map(toItem),
        (fault) => {
          logThrown("story not shown", fault, { slug: definition.slug, article: article.article.id });
          return [];
        },
      ),
    );
  }
}
