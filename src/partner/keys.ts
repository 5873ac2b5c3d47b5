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

/** The credentials that a request brings. */
export interface Presented {
  /** Empty where a header was sent that holds none. */
  secret: string;
  inUrl: boolean;
}

/**
 * The credentials of a request: `Basic` with the key as its password (RFC 7617 §2), whatever the user's name; `Bearer` (RFC
 * 6750 §2.1); else `?key=`, which only some partners may use. A header decides alone where there is one.
 */
export function presented(authorization: string | null, url: string): Presented | null {
  if (authorization !== null) {
    const [, scheme = "", value = ""] = /^(Basic|Bearer) +([A-Za-z0-9+/=._~-]+) *$/i.exec(authorization) ?? [];
    const secret = scheme.toLowerCase() === "basic" ? password(value) : value;
    return { secret, inUrl: false };
  }
  const query = url.indexOf("?");
  if (query < 0) return null;
  const secret = new URLSearchParams(url.slice(query)).get("key");
  return secret === null ? null : { secret, inUrl: true };
}

/** The password in a Basic header's value. Empty where that is no base64, which is no key either. */
function password(value: string): string {
  try {
    const text = atob(value);
    return text.slice(text.indexOf(":") + 1);
  } catch {
    return "";
  }
}
