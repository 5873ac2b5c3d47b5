import * as base64url from "jose/base64url";
import { flattenedVerify } from "jose/jws/flattened/verify";
import { canonicalJson, type PublicKey, type SignedStatement } from "./statement.ts";

/**
 * Whether a statement is as one of these keys signed it. Reading a JWS is left to a library, for whoever reads one has to be
 * harder to deceive than whoever writes one; the service only signs, so that none of it is in the deployed bundle.
 */
export async function isSignedBy({ statement, jws }: SignedStatement, keys: PublicKey[]): Promise<boolean> {
  const [header = "", payload, signature = "", ...more] = jws.split(".");
  if (payload !== "" || more.length > 0) return false;
  try {
    const attached = { protected: header, payload: base64url.encode(canonicalJson(statement)), signature };
    await flattenedVerify(attached, ({ kid }: { kid?: string }) => keyOf(keys, kid), { algorithms: ["EdDSA"] });
    return true;
  } catch {
    // A header that is no JSON, another algorithm, another signature, a statement without a canonical form.
    return false;
  }
}

function keyOf(keys: PublicKey[], kid: string | undefined): PublicKey {
  const key = keys.find((one) => one.kid === kid);
  if (!key) throw new Error("none of these keys");
  return key;
}
