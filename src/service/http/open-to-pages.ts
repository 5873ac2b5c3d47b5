import type { MiddlewareHandler } from "hono";

/**
 * A reader that runs in a browser may see the answer, with these of its headers beside those that every page sees, as Last-Modified
 * (Fetch §3.3.3, §2.2.2).
 */
export const OPEN_TO_PAGES = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, im, link, retry-after",
};

/** Lets the pages of other sites read whatever is answered. */
export const openToPages: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(OPEN_TO_PAGES)) c.res.headers.set(name, value);
};

/** A day: browsers keep it for two hours at most, or for as long as they like. Seconds. */
const PREFLIGHT_AGE = "86400";

/**
 * The answer to OPTIONS (RFC 9110 §9.3.7), which is also what browsers ask before a page may send a condition (Fetch §3.3.2).
 *
 * @param allow the methods that there are
 */
export const preflight = (allow: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow,
      "access-control-allow-methods": allow,
      "access-control-allow-headers": "if-none-match, if-modified-since, a-im, accept, cache-control",
      "access-control-max-age": PREFLIGHT_AGE,
    },
  });
