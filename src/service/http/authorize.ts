import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

/** `Authorization: Bearer …` with one of these tokens (RFC 6750 §2.1). Without a token, nobody gets in. */
export const authorize =
  (...tokens: (string | undefined)[]): MiddlewareHandler =>
  async (c, next) => {
    const given = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (given && tokens.some((token) => token && isSameSecret(given, token))) return next();
    const challenge = given ? 'Bearer realm="wireproof", error="invalid_token"' : 'Bearer realm="wireproof"';
    const headers = { "www-authenticate": challenge };
    return problem(401, "Send the publish token: Authorization: Bearer …", undefined, headers);
  };

/** Compares digests, which have one length: the time it takes tells nothing of either secret, its length included. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Uint8Array => createHash("sha256").update(text).digest();
