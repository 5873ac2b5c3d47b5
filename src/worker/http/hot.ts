import type { Format } from "../../feed/feed.ts";
import { chooseFeedCoding, clientCodings } from "./coding.ts";
import { isNotModified } from "./conditional.ts";
import { wantsDelta } from "./delta.ts";
import type { Isolate } from "./isolate.ts";
import { CHECK_INTERVAL, type Held } from "./memory.ts";
import { isOpened } from "./poll.ts";

/** Of a feed, one of its documents. */
export interface Polled {
  slug: string;
  format: Format;
}

/** A feed has three URLs on each host, of some 200 bytes here. */
export const MAX_POLLED = 5_000;

/**
 * Answers the poll that comes all day before anything is routed, with the headers that `poll` made for one like it: no
 * promise, no text put together. Null: let the routes answer.
 */
export function answerHot({ memory, counts, polled }: Isolate, request: Request): Response | null {
  const target = polled.get(request.url);
  const held = target && memory.get(target.slug);
  if (!held || Date.now() - held.confirmedAt >= CHECK_INTERVAL || !isPlain(request) || counts.isDue()) return null;
  const { slug, format } = target;
  const validators = held.edition.validators[format];
  const coding = chooseFeedCoding(clientCodings(request));
  if (isNotModified(request.headers, validators)) {
    const headers = held.sent.get(`${format} 304`);
    if (!headers) return null;
    counts.add({ request, feed: slug, format, status: 304, whole: validators.sizes?.[coding] });
    return new Response(null, { status: 304, headers });
  }
  const key = `${format} ${coding}`;
  const headers = held.sent.get(key);
  const body = held.bodies.get(key);
  if (!headers || !body || wantsDelta(request.headers)) return null;
  counts.add({ request, feed: slug, format, status: 200, sent: body.byteLength });
  return new Response(body, { headers, encodeBody: "manual" });
}

/** Keeps the headers of an answer for those that come after, while its edition is held. */
export function rememberSent({ memory, polled }: Isolate, target: Polled, request: Request, answer: Response): void {
  const { slug, format } = target;
  const held = memory.get(slug);
  if (!held || request.url.includes("?") || !isPlain(request) || !isOf(held, format, answer)) return;
  const [oldest] = polled.size < MAX_POLLED ? [] : polled.keys();
  if (oldest !== undefined) polled.delete(oldest);
  polled.set(request.url, target);
  if (answer.status === 304) held.sent.set(`${format} 304`, new Headers(answer.headers));
  if (answer.status !== 200) return;
  held.sent.set(`${format} ${answer.headers.get("content-encoding") ?? "identity"}`, new Headers(answer.headers));
}

/** A browser that opens the document has headers of its own, and HEAD no body. */
const isPlain = (request: Request): boolean => request.method === "GET" && !isOpened(request);

/** Race: the edition may have been replaced while the answer was made. */
const isOf = (held: Held, format: Format, answer: Response): boolean =>
  answer.headers.get("etag") === `W/"${held.edition.validators[format].etag}"`;
