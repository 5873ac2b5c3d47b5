import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

export interface TokenEnv {
  /** The newsroom's secret for `/api`. Without one, nobody gets in. */
  PUBLISH_TOKEN?: string;
}

/** `Authorization: Bearer $PUBLISH_TOKEN` (RFC 6750 §2.1). */
export const authorize: MiddlewareHandler<{ Bindings: TokenEnv }> = async (c, next) => {
  const given = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (given && c.env.PUBLISH_TOKEN && (await equal(given, c.env.PUBLISH_TOKEN))) return next();
  const challenge = given ? 'Bearer realm="wireproof", error="invalid_token"' : 'Bearer realm="wireproof"';
  return problem(401, "Send the publish token: Authorization: Bearer …", undefined, { "www-authenticate": challenge });
};

/** Digests have one length, so the comparison's time tells nothing of the secret, its length included. */
export async function equal(a: string, b: string): Promise<boolean> {
  const [digestA, digestB] = await Promise.all(
    [a, b].map((text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))),
  );
  return crypto.subtle.timingSafeEqual(digestA as ArrayBuffer, digestB as ArrayBuffer);
}
