import { isGood, isSecretOf, type KeyRecord } from "../../partner/check-key.ts";
import type { Presented } from "../../partner/credentials.ts";
import { isSameKey, keyId } from "../../partner/key-format.ts";
import { windowOf } from "../../partner/limits.ts";
import { BoundedMap } from "../bounded-map.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Database } from "../home.ts";
import { logThrown } from "../log.ts";
import { STORE_PATIENCE, within } from "../patience.ts";
import { findKey } from "../store/partners.ts";
import { KeyIds } from "./key-ids.ts";

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

/** Keys an instance holds, some 500 bytes each. */
const MAX_KEYS = 5_000;

/** Ids an instance holds that no key has: a wrong key costs one read, not one a poll. They push no key out. */
const MAX_UNKNOWN = 1_000;

/**
 * Unknown ids that are looked up one by one in a minute: partners' own mistakes stay far below. Beyond it keys are guessed at, by
 * whomever, and `KeyIds` says which ids there are. So guesses cost the store a read a second at most, and yet shut nobody out: a good
 * key that this instance has never seen is found in that list, and looked up.
 */
const MAX_MISSES = 60;

interface HeldKey {
  record: KeyRecord | null;
  /** The key itself, once its hash was found to be the record's. It is never written anywhere. */
  proven?: string;
  /** When the store was asked for it, as `elapsed` has it. */
  confirmedAt: number;
  /** Since when a request has been asking the store, as `elapsed` has it. */
  askingSince: number;
}

/** `refused`: it is no key, or not good now. `unavailable`: the store does not say. */
export type KeyCheck =
  | { status: "good"; key: KeyRecord }
  | {
      status: "refused";
      /** The key that it was, where it is one that is good no more: whoever has it may be told. */
      former?: KeyRecord;
    }
  | { status: "unavailable" };

/** The partners' keys that an instance has seen: those looked up longest ago give way. */
export class KnownKeys {
  readonly #db: Database;
  readonly #held = new BoundedMap<HeldKey>(MAX_KEYS);
  readonly #unknown = new BoundedMap<HeldKey>(MAX_UNKNOWN);
  readonly #ids: KeyIds;
  #misses = 0;
  /** The minute of `#misses`, as `elapsed` has it. */
  #window = LONG_AGO;

  constructor(db: Database) {
    this.#db = db;
    this.#ids = new KeyIds(db);
  }

  /** The key of a poll, where nothing has to be looked up or hashed; null: `check` says. */
  known(credentials: Presented, now: number): KeyRecord | null {
    const held = this.#held.get(keyId(credentials.secret) ?? "");
    if (!held?.record || held.proven === undefined || elapsed() - held.confirmedAt >= KEY_CHECK_INTERVAL) return null;
    const isKnown = isSameKey(credentials.secret, held.proven) && isGood(held.record, credentials, now);
    return isKnown ? held.record : null;
  }

  /** Checks a key against the store, or against what it said a moment ago. */
  async check(credentials: Presented, now: number): Promise<KeyCheck> {
    const id = keyId(credentials.secret);
    if (id === null) return { status: "refused" };
    const held = await this.#find(id);
    if (held === "unavailable") return { status: "unavailable" };
    const { record } = held;
    // A hash costs more than all else a hot poll does: it is made once for a key that was looked up.
    const known = held.proven !== undefined && isSameKey(credentials.secret, held.proven);
    if (!known && !isSecretOf(record, credentials.secret)) return { status: "refused" };
    held.proven = credentials.secret;
    return record && isGood(record, credentials, now)
      ? { status: "good", key: record }
      : { status: "refused", former: record ?? undefined };
  }

  async #find(id: string): Promise<HeldKey | "unavailable"> {
    const now = elapsed();
    const held = this.#held.get(id) ?? this.#unknown.get(id);
    const age = held ? now - held.confirmedAt : Number.POSITIVE_INFINITY;
    if (held && age < KEY_CHECK_INTERVAL) return held;
    if (held && age < KEY_MEMORY && now - held.askingSince < STORE_PATIENCE) return held;
    if (held) held.askingSince = now;
    if (!held?.record && this.#areGuessed(now) && !(await this.#ids.mayHave(id)))
      return { record: null, confirmedAt: now, askingSince: LONG_AGO };
    try {
      return this.#keep(id, await within(STORE_PATIENCE, findKey(this.#db, id)), now);
    } catch (error) {
      logThrown("store unavailable", error, { key: id });
      return held && age < KEY_MEMORY ? held : "unavailable";
    }
  }

  /** Race: of two requests that look a key up, the one that asked first may be answered last; the later asked one stands. */
  #keep(id: string, record: KeyRecord | null, now: number): HeldKey {
    const old = this.#held.get(id);
    if (old && old.confirmedAt > now) return old;
    // The key stays proven while the hash that it was proven by is the same.
    const proven = record !== null && record.hash === old?.record?.hash ? old.proven : undefined;
    const held = { record, proven, confirmedAt: now, askingSince: LONG_AGO };
    if (record || old) this.#held.renew(id, held);
    else this.#miss(id, held);
    return held;
  }

  /** Holds an id that no key has. */
  #miss(id: string, held: HeldKey): void {
    this.#unknown.renew(id, held);
    const window = windowOf(held.confirmedAt);
    this.#misses = this.#window === window ? this.#misses + 1 : 1;
    this.#window = window;
  }

  #areGuessed(now: number): boolean {
    return this.#window === windowOf(now) && this.#misses >= MAX_MISSES;
  }
}
