import type { Problem } from "../../article/parse.ts";
import { NO_STORE } from "./no-store.ts";

/** RFC 9457 §3.1.4: the title of a status, which is always the same. */
const TITLES = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  408: "Request timeout",
  409: "Conflict",
  410: "Gone",
  412: "Precondition failed",
  413: "Too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
} as const;

/**
 * An answer of `application/problem+json` (RFC 9457).
 *
 * @param detail one sentence for people
 * @param problems every problem of the input, each with its JSON path
 */
export function problem(
  status: keyof typeof TITLES,
  detail: string,
  problems?: Problem[],
  headers?: Record<string, string>,
): Response {
  const body = { type: "about:blank", title: TITLES[status], status, detail, problems };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...NO_STORE, ...headers },
  });
}

/** Seconds until it is worth asking again for what is not to be had now (RFC 9110 §10.2.3): a lock or a lost connection is over by then. */
export const RETRY_LATER = { "retry-after": "5" };

/** A 503: what is asked for cannot be had now, and may be had soon. */
export const unavailable = (detail: string): Response => problem(503, detail, undefined, RETRY_LATER);
