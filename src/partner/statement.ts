import canonicalize from "canonicalize";
import type { ReceiptReport } from "./receipt-report.ts";

/** A public key as a JSON Web Key (RFC 8037 §2). */
export interface PublicKey {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  /** Its thumbprint (RFC 7638). */
  kid: string;
  use: "sig";
  alg: "EdDSA";
  /** Since when it signs; absent: for as long as anything is known. Seconds since 1970 (RFC 7519 §2). */
  nbf?: number;
  /** Until when it did; absent: it still does. Seconds since 1970. */
  exp?: number;
}

export interface SigningKey {
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  publicKey: PublicKey;
}

/** What the newsroom states of an article's way to its partners. */
export interface Statement extends ReceiptReport {
  issuer: string;
  issued_at: string;
  url: string;
}

/** A statement and its detached signature (RFC 7515 Appendix F) over its canonical form (RFC 8785). */
export interface SignedStatement {
  statement: Statement;
  /** `header..signature`. */
  jws: string;
}

const ALGORITHM = { name: "Ed25519" };

/** A private key in PKCS #8: PEM, or its base64 alone. Null: it is none. */
export async function readSigningKey(text: string): Promise<SigningKey | null> {
  const bytes = Buffer.from(text.replace(/-----[A-Z ]+-----|\s+/g, ""), "base64");
  try {
    const key = await crypto.subtle.importKey("pkcs8", new Uint8Array(bytes), ALGORITHM, true, ["sign"]);
    const { x = "" } = (await crypto.subtle.exportKey("jwk", key)) as { x?: string };
    const publicKey = publicKeyOf(x, await thumbprint(x));
    return {
      sign: async (message) => new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, message)),
      publicKey,
    };
  } catch {
    return null;
  }
}

/** @param kid its thumbprint */
export const publicKeyOf = (x: string, kid: string): PublicKey => ({
  ...{ kty: "OKP", crv: "Ed25519", x, kid, use: "sig", alg: "EdDSA" },
});

export async function signStatement(statement: Statement, key: SigningKey): Promise<SignedStatement> {
  const header = base64url(encode(JSON.stringify({ alg: "EdDSA", kid: key.publicKey.kid })));
  const signature = await key.sign(encode(`${header}.${base64url(encode(canonicalJson(statement)))}`));
  return { statement, jws: `${header}..${base64url(signature)}` };
}

/**
 * RFC 8785 §3.2. A field that is `undefined` is absent.
 *
 * @throws where there is no such form: of a lone surrogate, or of a number that is not finite
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("no JSON can say it");
  return text;
}

/** RFC 7638 §3, with the members of RFC 8037 §2. */
async function thumbprint(x: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encode(JSON.stringify({ crv: "Ed25519", kty: "OKP", x })));
  return base64url(new Uint8Array(digest));
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
