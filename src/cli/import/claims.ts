import { createHash } from "node:crypto";
import { copied } from "../../import/copied.ts";
import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { inSource } from "./grouped.ts";

interface Claim {
  /** Who has it, for people: `“First boat” in content/first-boat.md`. */
  label: string;
  digest: string;
}

/** What the articles of one run are called and where they stand, so that none takes another's place. It holds names, and no texts. */
export class Claims {
  readonly #ids = new Map<string, Claim>();
  readonly #guids = new Map<string, string>();
  readonly #urls = new Map<string, string>();

  /**
   * Why an item is not to be stored: another of this run has its id, or is it.
   *
   * @throws what cannot be written as JSON
   */
  take(item: ReadItem, source: string): Skip | null {
    const { where, article } = item;
    const digest = digestOf(item);
    const label = labelOf(where, source);
    const { id, guid } = article;
    if (typeof id !== "string") return null;
    const before = this.#ids.get(id);
    if (before?.digest === digest) return { where, reason: `it is the same as ${before.label}`, isNoStory: true };
    if (before) return { where, reason: `it has the same id as ${before.label}` };
    const owner = typeof guid === "string" ? this.#guids.get(guid) : undefined;
    if (owner !== undefined) return { where, reason: `it has the same guid as ${owner}` };
    this.#ids.set(copied(id), { label, digest });
    if (typeof guid === "string") this.#guids.set(copied(guid), label);
    return null;
  }

  /** Another article of this run that is stored, or would be, with an article's URL: its label. */
  at({ article: { url, status } }: ReadItem): string | undefined {
    return typeof url !== "string" || status === "canceled" ? undefined : this.#urls.get(url);
  }

  /** Notes where an article stands that is stored, or would be. */
  stand({ where, article: { url, status } }: ReadItem, source: string): void {
    if (typeof url === "string" && status !== "canceled" && !this.#urls.has(url))
      this.#urls.set(copied(url), labelOf(where, source));
  }
}

const labelOf = (where: string, source: string): string => copied(inSource(where, source));

/** The date of an item without one is not its own. */
const digestOf = ({ article, undated }: ReadItem): string =>
  createHash("sha256")
    .update(JSON.stringify(undated === undefined ? article : { ...article, published_at: undefined }))
    .digest("base64url")
    .slice(0, 22);
