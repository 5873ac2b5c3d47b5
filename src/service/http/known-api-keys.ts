import { timingSafeEqual } from "node:crypto";
import { millisecondsInMinute } from "date-fns/constants";
import { apiKeyId } from "../../people/api-key.ts";
import { hashSecret } from "../../people/secret.ts";
import { BoundedMap } from "../bounded-map.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { STORE_PATIENCE, within } from "../patience.ts";
import { type ApiKey, findApiKey, noteApiKeyUse } from "../store/api-keys.ts";

/**
 * For so long an instance goes by what the store said of a key: one that was revoked opens nothing, anywhere, after this many
 * milliseconds at the latest, a store that is down included.
 */
export const API_KEY_MEMORY = 2_000;

/** Keys an instance holds, some 500 bytes each. */
const MAX_HELD = 1_000;

type StoredKey = ApiKey & { hash: string };

interface Held {
  key: StoredKey;
  /** When the store was asked for it, as `elapsed` has it. */
  confirmedAt: number;
}

/** The systems' keys that an instance has seen. */
export class KnownApiKeys {
  readonly #home: Pick<Home, "db" | "afterAnswer">;
  readonly #held = new BoundedMap<Held>(MAX_HELD);

  constructor(home: Pick<Home, "db" | "afterAnswer">) {
    this.#home = home;
  }

  /**
   * The key that a secret is, and notes its use.
   *
   * @returns null where it is none, or not good now
   * @throws StoreFault where the store does not say
   */
  async find(secret: string, now: number): Promise<ApiKey | null> {
    const id = apiKeyId(secret);
    const key = id === null ? null : await this.#look(id);
    // It is compared all the same, so that time tells nothing of which ids there are.
    const isRight = timingSafeEqual(fromHex(hashSecret(secret)), fromHex(key?.hash ?? NO_HASH));
    if (!key || !isRight || key.revoked_at !== null || (key.expires_at !== null && key.expires_at <= now)) return null;
    this.#note(key, now);
    return key;
  }

  async #look(id: string): Promise<StoredKey | null> {
    const now = elapsed();
    const held = this.#held.get(id);
    if (held && now - held.confirmedAt < API_KEY_MEMORY) return held.key;
    const key = await within(STORE_PATIENCE, findApiKey(this.#home.db, id));
    if (key) this.#held.renew(id, { key, confirmedAt: now });
    else this.#held.delete(id);
    return key;
  }

  /** Once a minute, whatever many instances see of it. */
  #note(key: StoredKey, now: number): void {
    const since = now - millisecondsInMinute;
    if (key.used_at !== null && key.used_at > since) return;
    key.used_at = now;
    this.#home.afterAnswer(noteApiKeyUse(this.#home.db, key.id, now, since));
  }
}

/** No key has it: a SHA-256 of nothing but zeros is not to be found. */
const NO_HASH = "0".repeat(64);

const fromHex = (hex: string): Uint8Array => Buffer.from(hex, "hex");
