import { gunzipSync } from "node:zlib";
import type { Database } from "../../home.ts";
import { SizedMap } from "../../sized-map.ts";
import { findCurrentPage, findPageDocument } from "../../store/archives.ts";
import { findDocument } from "../../store/documents.ts";
import { findCurrentEdition } from "../../store/editions.ts";
import { archiveKey } from "../../store/shelf-key.ts";
import type { FeedItem } from "./items.ts";

/**
 * UTF-16 units of documents whose items an instance holds, which is two feeds of the longest and forty of the usual ones. An
 * isolate of Cloudflare's has 128 MB, and what is made of a text takes as much again.
 */
const MAX_HELD_TEXT = 8_000_000;

interface Held {
  edition: number;
  items: FeedItem[];
}

/**
 * The items of current editions, which people see as readers get them. They are read once an edition, and what pages make of
 * them lives as long: eight people who read a long story do not make it eight times. Those looked at least recently give way.
 */
export class HeldItems {
  readonly #db: Database;
  readonly #held: SizedMap<Held>;

  constructor(db: Database, room = MAX_HELD_TEXT) {
    this.#db = db;
    this.#held = new SizedMap(room);
  }

  /** The items of a feed's current edition; none where there is no edition. */
  async ofFeed(slug: string): Promise<FeedItem[]> {
    const current = await findCurrentEdition(this.#db, slug);
    if (!current) return [];
    const which = { slug, edition: current.number, format: "json", coding: "identity" } as const;
    const items = await this.#itemsOf(slug, current.number, async () => {
      const bytes = await findDocument(this.#db, which);
      return bytes && new TextDecoder().decode(bytes);
    });
    return items ?? [];
  }

  /** The items of a page of a feed's archive; null where there is no such page. */
  async ofArchivePage(slug: string, page: number): Promise<FeedItem[] | null> {
    const current = await findCurrentPage(this.#db, slug, page);
    if (!current) return null;
    return this.#itemsOf(archiveKey(slug, page), current.number, async () => {
      const packed = await findPageDocument(this.#db, { slug, page, version: current.number, format: "json" });
      return packed && gunzipSync(Buffer.from(packed, "base64")).toString();
    });
  }

  async #itemsOf(key: string, edition: number, read: () => Promise<string | null>): Promise<FeedItem[] | null> {
    const held = this.#find(key, edition);
    if (held) return held;
    const text = await read();
    // Race: somebody else has read it meanwhile, and made something of it.
    return text === null ? null : (this.#find(key, edition) ?? this.#hold(key, edition, text));
  }

  #find(key: string, edition: number): FeedItem[] | undefined {
    const held = this.#held.get(key);
    return held?.edition === edition ? held.items : undefined;
  }

  #hold(key: string, edition: number, text: string): FeedItem[] {
    const { items } = JSON.parse(text) as { items: FeedItem[] };
    this.#held.set(key, { edition, items }, text.length);
    return items;
  }
}
