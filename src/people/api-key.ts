import { createHash, randomBytes } from "node:crypto";
import { hashSecret } from "./secret.ts";

/**
 * `wpa_` + 12 characters by which a key is recognised + 32 random bytes + 6 characters of a sum over all of these. With the sum, a key
 * that was cut or mistyped costs no look into the store, and whoever looks for keys in published code finds no false ones.
 */
const API_KEY = /^(wpa_([0-9a-f]{12})_[A-Za-z0-9_-]{43})([0-9a-f]{6})$/;

/** The characters of the sum: one mistyped key in sixteen million passes. */
const SUM_CHARACTERS = 6;

/** A new key of a system. It is shown once; `hash` is what is kept. */
export function mintApiKey(): { id: string; key: string; hash: string } {
  const id = randomBytes(6).toString("hex");
  const body = `wpa_${id}_${randomBytes(32).toString("base64url")}`;
  const key = body + sumOf(body);
  return { id, key, hash: hashSecret(key) };
}

/** The part of a key that may be seen; null for what is no key. */
export function apiKeyId(key: string): string | null {
  const [, body = "", id = "", sum] = API_KEY.exec(key) ?? [];
  return body !== "" && sumOf(body) === sum ? id : null;
}

const sumOf = (body: string): string => createHash("sha256").update(body).digest("hex").slice(0, SUM_CHARACTERS);
