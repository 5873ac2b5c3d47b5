import type { CurrentEdition } from "../store/editions.ts";

/**
 * How long an edition is served from memory before the store is asked whether it is still current, in milliseconds. The
 * isolate that publishes an edition knows of it at once; the others serve the one before for this long at most.
 */
export const CHECK_INTERVAL = 2_000;

/** A worker has 128 MB; documents take at most this much of it, in bytes. */
export const MAX_MEMORY_BYTES = 32_000_000;

/** Feeds and archive pages of which an isolate keeps the validators: some 500 bytes each. */
const MAX_HELD = 5_000;

/** An edition that an isolate has served. */
export interface Held {
  edition: CurrentEdition;
  /** When the store last said that it is current. Milliseconds. */
  confirmedAt: number;
  /** Somebody is asking the store, since then. Milliseconds. */
  askingSince: number;
  /** By format, coding and, for deltas, base. */
  bodies: Map<string, Uint8Array>;
  /** By format and coding, or 304: the headers of answers already given. */
  sent: Map<string, Headers>;
  bytes: number;
}

/** The editions an isolate holds: the least recently polled give way. */
export class Memory {
  readonly #held = new Map<string, Held>();
  #bytes = 0;

  get(slug: string): Held | undefined {
    const held = this.#held.get(slug);
    // A map keeps the order of insertion: whoever is polled goes to its end.
    if (held) this.#held.delete(slug);
    if (held) this.#held.set(slug, held);
    return held;
  }

  /**
   * An edition that is newer than the one held drops its bodies. Race: of two polls that ask the store at once, the one that
   * asked first may be answered last, with an edition that is older than the other's.
   *
   * @param now when the store was asked
   */
  confirm(slug: string, edition: CurrentEdition, now: number): Held {
    const old = this.#held.get(slug);
    if (old && old.edition.number === edition.number) return Object.assign(old, { confirmedAt: now, askingSince: 0 });
    if (old && old.confirmedAt >= now && edition.number < old.edition.number) return old;
    this.drop(slug);
    const held: Held = { edition, confirmedAt: now, askingSince: 0, bodies: new Map(), sent: new Map(), bytes: 0 };
    this.#held.set(slug, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.drop(oldest);
    return held;
  }

  drop(slug: string): void {
    this.#bytes -= this.#held.get(slug)?.bytes ?? 0;
    this.#held.delete(slug);
  }

  /** Keeps a body of the edition held, if it still is. */
  keep(slug: string, held: Held, key: string, body: Uint8Array): void {
    if (this.#held.get(slug) !== held || held.bodies.has(key) || body.byteLength > MAX_MEMORY_BYTES / 4) return;
    // Its own other bodies too, at last: deltas from many bases are many bodies of one edition.
    this.get(slug);
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes + body.byteLength <= MAX_MEMORY_BYTES) break;
      if (bytes > 0) this.#forgetBodies(oldest);
    }
    held.bodies.set(key, body);
    held.bytes += body.byteLength;
    this.#bytes += body.byteLength;
  }

  /** The validators stay: they are small, and answer most polls. */
  #forgetBodies(slug: string): void {
    const held = this.#held.get(slug);
    if (!held) return;
    this.#bytes -= held.bytes;
    held.bodies.clear();
    held.bytes = 0;
  }
}
