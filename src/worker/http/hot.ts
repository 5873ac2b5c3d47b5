import type { Format } from "../../feed/feed.ts";
import { chooseFeedCoding, clientCodings } from "./coding.ts";
import { isNotModified } from "./conditional.ts";
import { wantsDelta } from "./delta.ts";
import { CHECK_INTERVAL, type Held, type Memory } from "./memory.ts";

/**
 * Answers the poll that comes all day with the headers that `poll` made for one like it: no promise, no text put together.
 * Null: let `poll` answer.
 */
export function answerHot(memory: Memory, slug: string, format: Format, request: Request): Response | null {
  const held = memory.get(slug);
  if (!held || Date.now() - held.confirmedAt >= CHECK_INTERVAL || !isPlain(request)) return null;
  if (isNotModified(request.headers, held.edition.validators[format])) {
    const headers = held.sent.get(`${format} 304`);
    return headers ? new Response(null, { status: 304, headers }) : null;
  }
  if (wantsDelta(request.headers)) return null;
  const key = `${format} ${chooseFeedCoding(clientCodings(request))}`;
  const headers = held.sent.get(key);
  const body = held.bodies.get(key);
  return headers && body ? new Response(body, { headers, encodeBody: "manual" }) : null;
}

/** Keeps the headers of an answer for those that come after, while its edition is held. */
export function rememberSent(memory: Memory, slug: string, format: Format, request: Request, answer: Response): void {
  const held = memory.get(slug);
  if (!held || !isPlain(request) || !isOf(held, format, answer)) return;
  if (answer.status === 304) held.sent.set(`${format} 304`, new Headers(answer.headers));
  if (answer.status !== 200) return;
  held.sent.set(`${format} ${answer.headers.get("content-encoding") ?? "identity"}`, new Headers(answer.headers));
}

/** A query has headers of its own, and HEAD no body. */
const isPlain = (request: Request): boolean => request.method === "GET" && !request.url.includes("?");

/** Race: the edition may have been replaced while the answer was made. */
const isOf = (held: Held, format: Format, answer: Response): boolean =>
  answer.headers.get("etag") === `W/"${held.edition.validators[format].etag}"`;
