import type { MiddlewareHandler } from "hono";
import { elapsed } from "../elapsed.ts";
import { CONFIRMED_FOR, copyHeaders } from "../shared-copies.ts";

/**
 * Middleware that lets shared caches have what is `public` for seconds, as long as it was read from the store in this very request and
 * sent soon. What never changes under its address is left as it is.
 */
export const shareBriefly: MiddlewareHandler = async (c, next) => {
  const began = elapsed();
  await next();
  const [, keep] = /^public, (.+)$/.exec(c.res.headers.get("cache-control") ?? "") ?? [];
  if (keep === undefined || keep.endsWith("immutable")) return;
  const headers = copyHeaders(keep, elapsed() - began < CONFIRMED_FOR);
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
};
