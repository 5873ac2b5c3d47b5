import type { Format } from "../../feed/feed.ts";
import type { Database } from "../home.ts";
import { cutDelta } from "../poll/cut-delta.ts";
import { SizedMap } from "../sized-map.ts";
import { findDeltaSource } from "../store/delta-source.ts";
import { findDocument } from "../store/documents.ts";

/** What is sent to many is held: some twenty feeds of a newsroom in two formats, each with a delta or two. Bytes. */
const ROOM = 16_000_000;

export interface PushedKey {
  feed: string;
  edition: number;
  format: Format;
}

export interface PushedDocument {
  bytes: Uint8Array;
  isDelta: boolean;
}

/** The documents that are sent: read and cut once, however many subscribers get them. */
export class PushedDocuments {
  readonly #db: Database;
  readonly #held = new SizedMap<Uint8Array>(ROOM);
  /** What is being made, so that all who begin at once wait for one. */
  readonly #making = new Map<string, Promise<Uint8Array | null>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** The whole document; null where this edition is no longer kept. */
  whole(key: PushedKey): Promise<Uint8Array | null> {
    const { feed: slug, edition, format } = key;
    return this.#get(nameOf(key), () => findDocument(this.#db, { slug, edition, format, coding: "identity" }));
  }

  /** A whole document of just the entries that changed since an edition; null where none can be cut. */
  since(key: PushedKey, base: number): Promise<Uint8Array | null> {
    const { feed: slug, edition, format } = key;
    return this.#get(`${nameOf(key)} since ${base}`, async () => {
      const source = await findDeltaSource(this.#db, { slug, edition, format, from: { edition: base } });
      const whole = source && (await this.whole(key));
      return whole && new TextEncoder().encode(cutDelta(new TextDecoder().decode(whole), source, format));
    });
  }

  async #get(name: string, make: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
    const held = this.#held.get(name);
    if (held) return held;
    const making = this.#making.get(name);
    if (making) return making;
    const made = make().finally(() => this.#making.delete(name));
    this.#making.set(name, made);
    const bytes = await made;
    if (bytes) this.#held.set(name, bytes, bytes.byteLength);
    return bytes;
  }
}

const nameOf = ({ feed, edition, format }: PushedKey): string => `${feed} ${edition} ${format}`;
