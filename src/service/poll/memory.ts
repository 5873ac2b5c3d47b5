import { LONG_AGO } from "../elapsed.ts";
import { MEMORY_BOUND } from "../shared-copies.ts";
import type { Variant } from "../store/polled.ts";
import type { CurrentEdition } from "../store/validators.ts";

/**
 * How long an edition is served from memory before the store is asked whether it is still current, in milliseconds. The
 * instance that publishes an edition knows of it at once; the others serve the one before for this long at most.
 */
export const CHECK_INTERVAL = MEMORY_BOUND / 2;

/** A worker of Cloudflare's has 128 MB, and holds documents twice (`edge/home.ts`); they are at most so many bytes. */
export const MAX_MEMORY_BYTES = 24_000_000;

/** Feeds and archive pages of which an instance keeps the validators: some 500 bytes each. */
const MAX_HELD = 5_000;

/** An edition that an instance has served. */
export interface HeldEdition {
  /** The key of its shelf. */
  key: string;
  edition: CurrentEdition;
  /** When the store last said that it is current, as `elapsed` has it. */
  confirmedAt: number;
  /** Until when it is served without asking the store, as `elapsed` has it. */
  trustedUntil: number;
  /** Whether the store could not be asked the last time: what is held is served then, however old it is. */
  isStoreDown: boolean;
  /** Since when somebody has been asking the store, as `elapsed` has it. */
  askingSince: number;
  /** Its bodies so far, by `bodyKey`; a delta's name goes on with the tag that it starts from, and what a browser is given with `opened`. */
  bodies: Map<string, Uint8Array>;
  /** The headers of answers already given, by `bodyKey`; of 304s by format alone. */
  sent: Map<string, Headers>;
  /** Of all its bodies. */
  bytes: number;
}

/** The name of one of an edition's bodies. */
export const bodyKey = ({ format, coding }: Variant): string => `${format} ${coding}`;

/** Bytes of one of an edition's bodies, as far as they are known: 0 where they are not. */
export const sizeOf = ({ edition, bodies }: HeldEdition, variant: Variant): number =>
  edition.validators[variant.format].sizes?.[variant.coding] ?? bodies.get(bodyKey(variant))?.byteLength ?? 0;

const confirmedNow = (now: number) => ({
  confirmedAt: now,
  trustedUntil: now + CHECK_INTERVAL,
  askingSince: LONG_AGO,
  isStoreDown: false,
});

/** The editions an instance holds: the least recently polled give way. */
export class Memory {
  readonly #held = new Map<string, HeldEdition>();
  #bytes = 0;

  /** The edition of a shelf, which becomes the most recently polled one. */
  get(key: string): HeldEdition | undefined {
    const held = this.#held.get(key);
    // A map keeps the order of insertion: whoever is polled goes to its end.
    if (held) this.#held.delete(key);
    if (held) this.#held.set(key, held);
    return held;
  }

  /**
   * Holds the edition that the store says is current; one that is newer than the one held drops its bodies. Race: of two polls
   * that ask the store at once, the one that asked first may be answered last, with an edition that is older than the other's.
   *
   * @param now when the store was asked, as `elapsed` has it
   */
  confirm(key: string, edition: CurrentEdition, now: number): HeldEdition {
    const old = this.#held.get(key);
    if (old && old.edition.number === edition.number) return Object.assign(old, confirmedNow(now));
    if (old && old.confirmedAt >= now && edition.number < old.edition.number) return old;
    this.drop(key);
    const held = {
      key,
      edition,
      ...confirmedNow(now),
      bodies: new Map(),
      sent: new Map(),
      bytes: 0,
    };
    this.#held.set(key, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.drop(oldest);
    return held;
  }

  /** The store did not say whether an edition is current. It is asked again after the interval, not by every poll of one that is down. */
  doubt(held: HeldEdition, now: number, isStoreDown: boolean): void {
    held.isStoreDown ||= isStoreDown;
    const latest = held.isStoreDown ? Number.POSITIVE_INFINITY : held.confirmedAt + MEMORY_BOUND;
    held.trustedUntil = Math.min(now + CHECK_INTERVAL, latest);
  }

  /** Forgets a shelf's edition. */
  drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes ?? 0;
    this.#held.delete(key);
  }

  /** Keeps a body of an edition, if that edition is held still. */
  keep(held: HeldEdition, name: string, body: Uint8Array): void {
    if (this.#held.get(held.key) !== held || held.bodies.has(name) || body.byteLength > MAX_MEMORY_BYTES / 4) return;
    // Moves this edition to the end, so that its own bodies are forgotten last: deltas from many tags are many bodies.
    this.get(held.key);
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes + body.byteLength <= MAX_MEMORY_BYTES) break;
      if (bytes > 0) this.#forgetBodies(oldest);
    }
    held.bodies.set(name, body);
    held.bytes += body.byteLength;
    this.#bytes += body.byteLength;
  }

  /** The validators stay: they are small, and answer most polls. */
  #forgetBodies(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#bytes -= held.bytes;
    held.bodies.clear();
    held.bytes = 0;
  }
}
