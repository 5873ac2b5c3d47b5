import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** What a hash costs: 16 MiB and five rounds, of OWASP's choices the one with little memory, for an isolate of the edge has 128 MB. */
interface Cost {
  /** The logarithm of N. */
  ln: number;
  r: number;
  p: number;
}
const COST: Cost = { ln: 14, r: 8, p: 5 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** `$scrypt$ln=14,r=8,p=5$salt$hash`, in base64 without padding (github.com/P-H-C/phc-string-format). */
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** What is kept of a password. It takes some hundred milliseconds, and not of this thread's time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return toPhc(COST, salt, await derive(password, salt, COST));
}

/**
 * Whether a password is the one that was kept.
 *
 * @param kept null where nobody is called so: it is hashed all the same, so that time does not tell which names there are
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, ln, r, p, salt = "", hash = ""] = PHC.exec(kept ?? NOBODYS) ?? [];
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, "base64"), cost);
  return timingSafeEqual(derived, Buffer.from(hash, "base64")) && kept !== null;
}

/** Whether a hash was made at another cost than today's: then the password is hashed anew when it is next shown. */
export const isOutdated = (kept: string): boolean => !kept.startsWith(prefixOf(COST));

/** Composed alike, however a keyboard does it (NIST SP 800-63B-4 §3.1.1.2). */
function derive(password: string, salt: Uint8Array, { ln, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, { N: 2 ** ln, r, p }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

const prefixOf = ({ ln, r, p }: Cost): string => `$scrypt$ln=${ln},r=${r},p=${p}$`;

const toPhc = (cost: Cost, salt: Buffer, hash: Buffer): string =>
  `${prefixOf(cost)}${unpadded(salt)}$${unpadded(hash)}`;

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

/** Of no password: a hash of nothing but zeros is not to be found. */
const NOBODYS = `${prefixOf(COST)}${"A".repeat(22)}$${"A".repeat(43)}`;
