import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * `wp_` + 12 characters by which a key is recognised + 32 random bytes. So much chance needs no slow hash: one SHA-256 cannot
 * be guessed back.
 */
const KEY = /^wp_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** A new key. It is shown to the desk once; `hash` is what is kept. */
export function mintKey(): { id: string; key: string; hash: string } {
  const id = randomBytes(6).toString("hex");
  const key = `wp_${id}_${randomBytes(32).toString("base64url")}`;
  return { id, key, hash: hashKey(key) };
}

export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The part of a key that may be seen; null for what is no key. */
export const keyId = (key: string): string | null => KEY.exec(key)?.[1] ?? null;

/** Whether a hash is a key's. Hashes have one length, so the time this takes tells nothing. */
export const isKey = (key: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashKey(key), "hex"), Buffer.from(hash, "hex"));

/**
 * Whether two keys are one, without the cost of a hash. Every character is looked at, whatever the first ones are, so that the
 * time this takes tells of the length alone, which all keys share.
 */
export function isSameKey(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
