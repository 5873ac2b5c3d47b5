import type { CurrentEdition } from "../store/editions.ts";

/**
 * How long an edition is served from memory before the store is asked whether it is still current, in milliseconds. With
 * the publisher's own time this keeps a change's way to a hot isolate under two seconds.
 */
export const CHECK_INTERVAL = 1_500;

/** A worker has 128 MB; documents take at most this much of it, in bytes. */
export const MAX_MEMORY_BYTES = 32_000_000;

/** An edition that an isolate has served. */
export interface Held {
  edition: CurrentEdition;
  /** When the store last said that it is current. Milliseconds. */
  confirmedAt: number;
  /** Somebody is asking the store, since then. Milliseconds. */
  askingSince: number;
  /** By format, coding and, for deltas, base. */
  bodies: Map<string, Uint8Array>;
  bytes: number;
}

/** The editions an isolate holds: the least recently polled give way. */
export class Memory {
  readonly #held = new Map<string, Held>();
  #bytes = 0;

  get(slug: string): Held | undefined {
    return this.#held.get(slug);
  }

  /** An edition that is newer than the one held drops its bodies. */
  confirm(slug: string, edition: CurrentEdition, now: number): Held {
    const old = this.#held.get(slug);
    if (old && old.edition.number === edition.number) return Object.assign(old, { confirmedAt: now, askingSince: 0 });
    this.drop(slug);
    const held: Held = { edition, confirmedAt: now, askingSince: 0, bodies: new Map(), bytes: 0 };
    this.#held.set(slug, held);
    return held;
  }

  drop(slug: string): void {
    this.#bytes -= this.#held.get(slug)?.bytes ?? 0;
    this.#held.delete(slug);
  }

  /** Keeps a body of the edition held, if it still is. */
  keep(slug: string, held: Held, key: string, body: Uint8Array): void {
    if (this.#held.get(slug) !== held || held.bodies.has(key) || body.byteLength > MAX_MEMORY_BYTES / 4) return;
    held.bodies.set(key, body);
    held.bytes += body.byteLength;
    this.#bytes += body.byteLength;
    this.#held.delete(slug);
    this.#held.set(slug, held);
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes <= MAX_MEMORY_BYTES) break;
      if (oldest !== slug && bytes > 0) this.#forgetBodies(oldest);
    }
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
