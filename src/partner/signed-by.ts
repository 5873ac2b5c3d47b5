import * as base64url from "jose/base64url";
import { flattenedVerify } from "jose/jws/flattened/verify";
import { canonicalJson, type PublicKey, type SignedStatement } from "./statement.ts";

/**
 * Which of these keys has signed a statement as it is; null: none of them. Reading a JWS is left to a library, for whoever reads one
 * has to be harder to deceive than whoever writes one; the service only signs, so that none of it is in the deployed bundle.
 */
export async function signerOf({ statement, jws }: SignedStatement, keys: PublicKey[]): Promise<PublicKey | null> {
  const [header = "", payload, signature = "", ...more] = jws.split(".");
  if (payload !== "" || more.length > 0) return null;
  try {
    if (!isExact(header) || !isExact(signature)) return null;
    const attached = { protected: header, payload: base64url.encode(canonicalJson(statement)), signature };
    const { protectedHeader } = await flattenedVerify(attached, ({ kid }: { kid?: string }) => keyOf(keys, kid), {
      algorithms: ["EdDSA"],
    });
    return keyOf(keys, protectedHeader?.kid);
  } catch {
    // A header that is no JSON, another algorithm, another signature, a statement without a canonical form.
    return null;
  }
}

/** Whether a key was in use when a statement says that it was issued. */
export function isOfItsTime(issuedAt: string, { nbf = Number.NEGATIVE_INFINITY, exp }: PublicKey): boolean {
  const seconds = Date.parse(issuedAt) / 1000;
  return seconds >= nbf && seconds <= (exp ?? Number.POSITIVE_INFINITY);
}

/** Whether a text is the only one that says its bytes: decoders pass over what is no base64url, and over bits to spare (RFC 4648 §3.5). */
const isExact = (text: string): boolean => base64url.encode(base64url.decode(text)) === text;

function keyOf(keys: PublicKey[], kid: string | undefined): PublicKey {
  const key = keys.find((one) => one.kid === kid);
  if (!key) throw new Error("none of these keys");
  return key;
}
