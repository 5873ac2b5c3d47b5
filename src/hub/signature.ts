import { createHmac } from "node:crypto";

/** How what is sent is signed (WebSub §7.1). SHA-1 is for subscribers that know nothing else. */
export type SigningAlgorithm = "sha256" | "sha1";

/** The value of `X-Hub-Signature`, over exactly these bytes (WebSub §7.1). */
export const hubSignature = (body: Uint8Array, secret: string, algorithm: SigningAlgorithm): string =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
