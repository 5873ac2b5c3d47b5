import type { Format } from "../../feed/feed.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import type { Counts } from "../audience/counts.ts";
import { chooseCoding, chooseFeedCoding, clientCodings } from "../http/coding.ts";
import { isNotModified } from "../http/conditional.ts";
import { plain } from "../http/plain.ts";
import { cacheTag } from "../jobs/copies.ts";
import type { Coding } from "../store/codings.ts";
import type { CurrentEdition, Validators } from "../store/editions.ts";
import { deltaBytes, wantsDelta } from "./delta.ts";
import { currentEdition, documentBytes, type Shelf } from "./editions.ts";
import type { Held, Memory } from "./memory.ts";

export interface Poll {
  memory: Memory;
  db: D1Database;
  request: Request;
  shelf: Shelf;
  format: Format;
  cacheControl: string;
  /** Whether RFC 3229 deltas are to be had: the slug they are made of. */
  deltasOf?: string;
  /** For whom only: kept by no shared cache, shown to no other site's page (RFC 9111 §5.2.2.7). */
  private?: boolean;
  /** Has the last word on an answer before it is sent: it may put another in its place. */
  settle?: (answer: Response, edition: CurrentEdition) => Promise<Response>;
  /** Counts the answer, for the audience. */
  counts?: Counts;
}

/** Seconds until a poll without an answer is worth repeating. */
const RETRY_AFTER = "5";

/** Everything an answer depends on but the URL. */
const VARY = "accept-encoding, a-im, sec-fetch-dest";

/**
 * Answers a poll: 304, a delta, or the stored bytes. Null: there is nothing on this shelf. The store being down serves
 * what is in memory.
 */
export async function poll(ask: Poll): Promise<Response | null> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const current = await currentEdition(ask.memory, ask.db, ask.shelf);
    if (current.status === "none") return null;
    if (current.status === "unavailable") break;
    const answer = await answerFrom(ask, current.held);
    if (answer && ask.settle) return ask.settle(answer, current.held.edition);
    if (answer) return counted(ask, answer, current.held);
    // The edition has been replaced since it was looked up, or the store is down: ask again which one is current.
    current.held.confirmedAt = 0;
  }
  return counted(ask, plain(503, "This feed is not available now.", { "retry-after": RETRY_AFTER }));
}

function counted({ counts, request, shelf, format }: Poll, answer: Response, held?: Held): Response {
  const { status, headers } = answer;
  const sizes = held?.edition.validators[format].sizes;
  counts?.add({
    ...{ request, feed: shelf.key, format, status },
    sent: status === 200 || status === 226 ? Number(headers.get("content-length")) : 0,
    whole: status === 304 || status === 226 ? sizes?.[chooseFeedCoding(clientCodings(request))] : 0,
  });
  return answer;
}

async function answerFrom(ask: Poll, held: Held): Promise<Response | null> {
  const { memory, db, request, shelf, format } = ask;
  const validators = held.edition.validators[format];
  const headers = cacheHeaders(ask, validators);
  if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers });
  const coding = chooseCoding(clientCodings(request), shelf.codings);
  if (ask.deltasOf !== undefined && wantsDelta(request.headers)) {
    const delta = await deltaBytes(memory, db, ask.deltasOf, held, format, coding, request.headers);
    if (delta)
      return respond(ask, 226, delta, coding, {
        ...headers,
        im: "feed",
        "cache-control": ask.private ? "private, no-store, im" : "no-store, im",
      });
  }
  const bytes = await documentBytes(memory, db, shelf, held, format, coding);
  if (bytes) return respond(ask, 200, bytes, coding, headers);
  const unpacked = held.bodies.get(`${format} identity`);
  return unpacked ? respond(ask, 200, unpacked, "identity", headers) : null;
}

/** What a 304 repeats of its 200 (RFC 9110 §15.4.5). One weak tag for all codings (RFC 9110 §8.8.3.3). */
function cacheHeaders(ask: Poll, { etag, modified }: Validators): Record<string, string> {
  const { request, shelf, cacheControl } = ask;
  const headers: Record<string, string> = {
    etag: `W/"${etag}"`,
    "last-modified": new Date(modified).toUTCString(),
    "cache-control": cacheControl,
    vary: VARY,
  };
  if (ask.private) return { ...headers, vary: `${VARY}, authorization`, "cloudflare-cdn-cache-control": "no-store" };
  headers["cache-tag"] = cacheTag(shelf.key);
  // A query means nothing here, and must not fill the cache in front with copies.
  // What is opened in a browser has another type, which the cache in front must not hand to readers.
  if (request.url.includes("?") || isOpened(request)) headers["cloudflare-cdn-cache-control"] = "no-store";
  return headers;
}

/**
 * A person opens the document itself in a browser (Fetch Metadata §2.1; no feed reader says so). Chromium shows RSS and Atom
 * under their own types as plain text, and with the style sheet that they name only as XML.
 */
export const isOpened = (request: Request): boolean => request.headers.get("sec-fetch-dest") === "document";

function respond(
  { request, format, private: isPrivate }: Poll,
  status: number,
  bytes: Uint8Array,
  coding: Coding,
  headers: Record<string, string>,
): Response {
  const opened = isOpened(request) && format !== "json";
  headers["content-type"] = `${opened ? "application/xml" : MEDIA_TYPES[format]}; charset=utf-8`;
  if (opened) headers["content-security-policy"] = "default-src 'none'; style-src 'self'";
  headers["content-length"] = String(bytes.byteLength);
  headers["x-content-type-options"] = "nosniff";
  if (!isPrivate) headers["access-control-allow-origin"] = "*";
  if (coding !== "identity") headers["content-encoding"] = coding;
  return new Response(request.method === "HEAD" ? null : bytes, { status, headers, encodeBody: "manual" });
}
