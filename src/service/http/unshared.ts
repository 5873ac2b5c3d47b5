import type { MiddlewareHandler } from "hono";
import { NO_STORE } from "./no-store.ts";

/** Without a referrer of its own pages, browsers would not tell a form's origin. */
export const ownReferrer: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("referrer-policy", "same-origin");
};

/** Keeps what only some may see out of caches and indexes, and its forms tell their origin. */
export const unshared: MiddlewareHandler = async (c, next) => {
  await ownReferrer(c, next);
  c.header("cache-control", NO_STORE["cache-control"]);
  c.header("x-robots-tag", "noindex, nofollow");
};
