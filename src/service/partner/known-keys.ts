import { isGood, isSecretOf, type KeyRecord } from "../../partner/check-key.ts";
import type { Presented } from "../../partner/credentials.ts";
import { isSameKey, keyId } from "../../partner/key-format.ts";
import { BoundedMap } from "../bounded-map.ts";
import type { Database } from "../home.ts";
import { logStoreFault } from "../log.ts";
import { STORE_PATIENCE, within } from "../patience.ts";
import { findKey } from "../store/partners.ts";

/**
 * A key that was looked up longer ago is looked up again, by one request; requests that come meanwhile go by what is held.
 * Milliseconds.
 */
const KEY_CHECK_INTERVAL = 1_000;

/**
 * No key is taken that the store has not confirmed since: what the desk revokes, suspends or changes holds everywhere after
 * this many milliseconds at the latest, a store that is down included.
 */
export const KEY_MEMORY = 2_000;

/** Keys an instance holds, some 500 bytes each. Unknown ids are held too: a wrong key costs one read, not one a poll. */
const MAX_KEYS = 5_000;

interface HeldKey {
  record: KeyRecord | null;
  /** The key itself, once its hash was found to be the record's. It is never written anywhere. */
  proven?: string;
  /** When the store was asked for it. Milliseconds. */
  confirmedAt: number;
  /** Since when a request has been asking the store; 0: none is. Milliseconds. */
  askingSince: number;
}

/** `refused`: it is no key, or not good now. `unavailable`: the store does not say. */
export type KeyCheck = { status: "good"; key: KeyRecord } | { status: "refused" } | { status: "unavailable" };

/** The partners' keys that an instance has seen: those looked up longest ago give way. */
export class KnownKeys {
  readonly #db: Database;
  readonly #held = new BoundedMap<HeldKey>(MAX_KEYS);

  constructor(db: Database) {
    this.#db = db;
  }

  /** The key of a poll, where nothing has to be looked up or hashed; null: `check` says. */
  known(credentials: Presented, now: number): KeyRecord | null {
    const held = this.#held.get(keyId(credentials.secret) ?? "");
    if (!held?.record || held.proven === undefined || now - held.confirmedAt >= KEY_CHECK_INTERVAL) return null;
    const isKnown = isSameKey(credentials.secret, held.proven) && isGood(held.record, credentials, now);
    return isKnown ? held.record : null;
  }

  /** Checks a key against the store, or against what it said a moment ago. */
  async check(credentials: Presented, now: number): Promise<KeyCheck> {
    const id = keyId(credentials.secret);
    if (id === null) return { status: "refused" };
    const held = await this.#find(id, now);
    if (held === "unavailable") return { status: "unavailable" };
    const { record } = held;
    // A hash costs more than all else a hot poll does: it is made once for a key that was looked up.
    const known = held.proven !== undefined && isSameKey(credentials.secret, held.proven);
    if (!known && !isSecretOf(record, credentials.secret)) return { status: "refused" };
    held.proven = credentials.secret;
    return record && isGood(record, credentials, now) ? { status: "good", key: record } : { status: "refused" };
  }

  async #find(id: string, now: number): Promise<HeldKey | "unavailable"> {
    const held = this.#held.get(id);
    const age = held ? now - held.confirmedAt : Number.POSITIVE_INFINITY;
    if (held && age < KEY_CHECK_INTERVAL) return held;
    if (held && age < KEY_MEMORY && now - held.askingSince < STORE_PATIENCE) return held;
    if (held) held.askingSince = now;
    try {
      return this.#keep(id, await within(STORE_PATIENCE, findKey(this.#db, id)), now);
    } catch (error) {
      logStoreFault("store unavailable", error, { key: id });
      return held && age < KEY_MEMORY ? held : "unavailable";
    }
  }

  /** Race: of two requests that look a key up, the one that asked first may be answered last; the later asked one stands. */
  #keep(id: string, record: KeyRecord | null, now: number): HeldKey {
    const old = this.#held.get(id);
    if (old && old.confirmedAt > now) return old;
    // The key stays proven while the hash that it was proven by is the same.
    const proven = record !== null && record.hash === old?.record?.hash ? old.proven : undefined;
    const held = { record, proven, confirmedAt: now, askingSince: 0 };
    this.#held.renew(id, held);
    return held;
  }
}
