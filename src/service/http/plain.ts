import { NO_STORE } from "./no-store.ts";

/** Seconds until it is worth asking again for what is not to be had now (RFC 9110 §10.2.3). */
const RETRY_AFTER = "5";

/** An answer without a document, in one line for people. */
export const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", ...NO_STORE, ...headers },
  });

/** A 503: what is asked for cannot be had now, and may be had soon. */
export const unavailable = (text: string): Response => plain(503, text, { "retry-after": RETRY_AFTER });
