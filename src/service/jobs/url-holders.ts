import type { Article } from "../../article/article.ts";
import type { Problem } from "../../article/parse.ts";
import type { Site } from "../../feed/definition.ts";

/** What of an article says whether it has a URL in the feeds. */
type Held = Pick<Article, "id" | "url" | "status">;

/** Whether an article has the URL that it had: whoever had one first may keep it. */
export const keepsUrl = (old: Held | undefined, article: Held): boolean =>
  old !== undefined && old.url === article.url && old.status !== "canceled";

/** Whether an article comes to a URL that must be its alone. */
export const takesUrl = ({ unique_urls }: Site, old: Held | undefined, article: Held): boolean =>
  unique_urls === true && article.status !== "canceled" && !keepsUrl(old, article);

/** Which articles have which URL: of those that are stored, and of those that are being saved. */
export class UrlHolders {
  readonly #stored: Map<string, string>;
  readonly #inHand = new Map<string, Set<string>>();

  /** @param stored ids by URL, of articles that are not in hand */
  constructor(stored: Map<string, string>) {
    this.#stored = stored;
  }

  /** Notes an article that has its URL once it is saved. One that was taken back has none: its notice stands for itself. */
  hold({ id, url, status }: Held): void {
    if (status === "canceled") return;
    const ids = this.#inHand.get(url) ?? new Set();
    this.#inHand.set(url, ids.add(id));
  }

  /** The id of another article with an article's URL; undefined where there is none. */
  otherOf({ id, url, status }: Held): string | undefined {
    if (status === "canceled") return undefined;
    return this.#stored.get(url) ?? [...(this.#inHand.get(url) ?? [])].find((other) => other !== id);
  }

  /** What whoever saves an article should know, though it was saved. */
  noticesOf(article: Held): Problem[] {
    const other = this.otherOf(article);
    return other === undefined
      ? []
      : [{ path: "/url", detail: `the article ${other} has this URL, too: feeds show both` }];
  }
}
