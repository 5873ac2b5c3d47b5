import type { Format } from "../../feed/feed.ts";
import { elapsed } from "../elapsed.ts";
import type { Database } from "../home.ts";
import { ownTags } from "../http/conditional.ts";
import { logThrown } from "../log.ts";
import { COLD_PATIENCE, STORE_PATIENCE, within } from "../patience.ts";
import { MEMORY_BOUND } from "../shared-copies.ts";
import { decompress, encode } from "../store/codings.ts";
import type { Variant } from "../store/polled.ts";
import type { CurrentEdition } from "../store/validators.ts";
import { StoreFault } from "../store-fault.ts";
import { cutDelta } from "./cut-delta.ts";
import { bodyKey, type HeldEdition, Memory } from "./memory.ts";
import type { Shelf } from "./shelf.ts";

/**
 * What is known of a shelf. `isConfirmed`: the store was asked for it, and said that this is current. `unavailable`: nothing is held, and
 * the store does not answer.
 */
export type Current =
  | { status: "held"; held: HeldEdition; isConfirmed: boolean }
  | { status: "none" }
  | { status: "unavailable" };

/** Tags of an If-None-Match that are looked up. Each costs a read: a list of thousands must not become thousands of reads. */
const MAX_BASES = 5;

/** The editions that polls are answered from: in memory what is polled, in the store all that is current. */
export class Editions {
  readonly #db: Database;
  readonly #memory: Memory;

  constructor(db: Database, memory = new Memory()) {
    this.#db = db;
    this.#memory = memory;
  }

  /** The edition in memory, however long ago the store said that it is current. */
  held(key: string): HeldEdition | undefined {
    return this.#memory.get(key);
  }

  /** Takes up an edition that has just become current. */
  confirm(key: string, edition: CurrentEdition): void {
    this.#memory.confirm(key, edition, elapsed());
  }

  /**
   * The edition that is current, from memory, asking the store every `CHECK_INTERVAL`. Race: polls that come while one asks are
   * served what is held, for on Cloudflare requests must not wait for one another's I/O.
   */
  async current(shelf: Shelf): Promise<Current> {
    const held = this.#memory.get(shelf.key);
    const now = elapsed();
    if (held && now < held.trustedUntil) return { status: "held", held, isConfirmed: false };
    const isRecent = held !== undefined && (held.isStoreDown || now - held.confirmedAt < MEMORY_BOUND);
    if (isRecent && now - held.askingSince < STORE_PATIENCE) return { status: "held", held, isConfirmed: false };
    if (held) held.askingSince = now;
    try {
      const edition = await within(isRecent ? STORE_PATIENCE : COLD_PATIENCE, shelf.findCurrent(this.#db));
      if (edition) return { status: "held", held: this.#memory.confirm(shelf.key, edition, now), isConfirmed: true };
      this.#memory.drop(shelf.key);
      return { status: "none" };
    } catch (error) {
      logThrown("store unavailable", error, { shelf: shelf.key });
      if (!held) return { status: "unavailable" };
      this.#memory.doubt(held, elapsed(), !isRecent || !isSlow(error));
      return { status: "held", held, isConfirmed: false };
    }
  }

  /** A document's bytes in a coding; null where the store no longer or not now has them. */
  async bytes(shelf: Shelf, held: HeldEdition, variant: Variant): Promise<Uint8Array | null> {
    const name = bodyKey(variant);
    const known = held.bodies.get(name);
    if (known) return known;
    const found = shelf.findBytes(this.#db, held.edition.number, variant);
    const bytes = await within(COLD_PATIENCE, found).catch(() => null);
    if (bytes) this.#memory.keep(held, name, bytes);
    return bytes;
  }

  /** A document without a coding, of what is in memory in any; null where none is. */
  unpacked(shelf: Shelf, held: HeldEdition, format: Format): Uint8Array | null {
    const coding = shelf.codings.find((one) => held.bodies.has(bodyKey({ format, coding: one })));
    const body = coding && held.bodies.get(bodyKey({ format, coding }));
    if (!body) return null;
    const bytes = decompress(body, coding);
    this.#memory.keep(held, bodyKey({ format, coding: "identity" }), bytes);
    return bytes;
  }

  /**
   * A document as a browser that opens it is given it, which is made once; null where the store no longer or not now has it.
   *
   * @param forBrowser makes it of the document
   */
  async opened(
    shelf: Shelf,
    held: HeldEdition,
    variant: Variant,
    forBrowser: (document: string) => string,
  ): Promise<Uint8Array | null> {
    const name = `${bodyKey(variant)} opened`;
    const known = held.bodies.get(name);
    if (known) return known;
    const whole = await this.bytes(shelf, held, { format: variant.format, coding: "identity" });
    if (!whole) return null;
    const bytes = await encode(forBrowser(new TextDecoder().decode(whole)), variant.coding);
    this.#memory.keep(held, name, bytes);
    return bytes;
  }

  /**
   * A complete feed of just the entries that changed since an edition that the reader has, by the tags of its
   * If-None-Match (RFC 3229 §10.5.3). Null where no kept edition had one of them, and where the store fails or is slow: then
   * the whole document does as well.
   */
  async delta(shelf: Shelf, held: HeldEdition, variant: Variant, headers: Headers): Promise<Uint8Array | null> {
    const { format, coding } = variant;
    for (const etag of ownTags(headers.get("if-none-match") ?? "").slice(0, MAX_BASES)) {
      const name = `${bodyKey(variant)} since ${etag}`;
      const known = held.bodies.get(name);
      if (known) return known;
      const asked = shelf.findDelta?.(this.#db, held.edition.number, format, etag) ?? Promise.resolve(null);
      const source = await within(STORE_PATIENCE, asked).catch(() => "unavailable" as const);
      if (source === "unavailable") return null;
      const whole = source && (await this.bytes(shelf, held, { format, coding: "identity" }));
      if (!source || !whole) continue;
      const text = cutDelta(new TextDecoder().decode(whole), source, format);
      const bytes = await encode(text, coding);
      this.#memory.keep(held, name, bytes);
      return bytes;
    }
    return null;
  }
}

const isSlow = (error: unknown): boolean => error instanceof StoreFault && error.trouble === "slow";
