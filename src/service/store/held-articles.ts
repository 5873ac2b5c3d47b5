import { isDeepStrictEqual } from "node:util";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Database } from "../home.ts";
import { SizedMap } from "../sized-map.ts";

/**
 * Bytes of articles that are held: some eight hundred usual ones. What editions make of one lives as long, and takes several
 * times its size; an isolate of Cloudflare's has 128 MB.
 */
const MAX_HELD_BYTES = 4_000_000;

/** An article of a feed, as it is read. */
export interface StoredRow {
  entry_id: string;
  revision: number;
  published: number;
  updated: number;
  body: string;
}

export const toStored = ({ entry_id, body, ...dates }: StoredRow): StoredArticle => ({
  entryId: entry_id,
  article: JSON.parse(body),
  ...dates,
});

/** A revision of an article in a feed, without its text but for that one's size in bytes. */
export type Standing = Omit<StoredRow, "body"> & { id: string; size: number };

interface Held {
  standing: Standing;
  article: StoredArticle;
}

/**
 * Articles as they stand in feeds. One that is the same as before is not read again, and is the same object: what is made of it once
 * is made for all feeds and editions.
 */
export class HeldArticles {
  readonly #held: SizedMap<Held>;

  constructor(room = MAX_HELD_BYTES) {
    this.#held = new SizedMap(room);
  }

  /** These, in the same order; those that are not held are read. */
  async read(db: Database, standing: Standing[]): Promise<StoredArticle[]> {
    const known = standing.map((one) => this.#find(one));
    const missing = standing.filter((_, index) => known[index] === undefined);
    const read = missing.length === 0 ? [] : await this.#readAll(db, missing);
    return known.map((one) => one ?? (read.shift() as StoredArticle));
  }

  #find(standing: Standing): StoredArticle | undefined {
    const held = this.#held.get(standing.id);
    return held && isDeepStrictEqual(held.standing, standing) ? held.article : undefined;
  }

  async #readAll(db: Database, missing: Standing[]): Promise<StoredArticle[]> {
    const wanted = JSON.stringify(missing.map(({ id, revision }) => [id, revision]));
    const { results } = await db
      .prepare(
        `SELECT r.article_id AS id, r.body FROM json_each(?) w
         JOIN revision r ON r.article_id = w.value ->> 0 AND r.revision = w.value ->> 1`,
      )
      .bind(wanted)
      .all<{ id: string; body: string }>();
    const bodies = new Map(results.map(({ id, body }) => [id, body]));
    return missing.map((standing) => {
      const { id, size, ...row } = standing;
      const body = bodies.get(id);
      if (body === undefined) throw new Error(`revision ${row.revision} of ${id} is gone`);
      const article = toStored({ ...row, body });
      this.#held.set(id, { standing, article }, size);
      return article;
    });
  }
}
