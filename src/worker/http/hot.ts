import type { Format } from "../../feed/feed.ts";
import { chooseFeedCoding, clientCodings } from "./coding.ts";
import { isNotModified } from "./conditional.ts";
import { wantsDelta } from "./delta.ts";
import type { Isolate } from "./isolate.ts";
import { CHECK_INTERVAL, type Held, type Memory } from "./memory.ts";
import { isOpened } from "./poll.ts";

/**
 * Answers the poll that comes all day with the headers that `poll` made for one like it: no promise, no text put together.
 * Null: let `poll` answer.
 */
export function answerHot(
  { memory, counts }: Isolate,
  slug: string,
  format: Format,
  request: Request,
): Response | null {
  const held = memory.get(slug);
  if (!held || Date.now() - held.confirmedAt >= CHECK_INTERVAL || !isPlain(request)) return null;
  const validators = held.edition.validators[format];
  const count = (answer: Response) => counts.add({ request, feed: slug, format }, answer, validators);
  if (isNotModified(request.headers, validators)) {
    const headers = held.sent.get(`${format} 304`);
    return headers ? count(new Response(null, { status: 304, headers })) : null;
  }
  if (wantsDelta(request.headers)) return null;
  const key = `${format} ${chooseFeedCoding(clientCodings(request))}`;
  const headers = held.sent.get(key);
  const body = held.bodies.get(key);
  return headers && body ? count(new Response(body, { headers, encodeBody: "manual" })) : null;
}

/** Keeps the headers of an answer for those that come after, while its edition is held. */
export function rememberSent(memory: Memory, slug: string, format: Format, request: Request, answer: Response): void {
  const held = memory.get(slug);
  if (!held || !isPlain(request) || !isOf(held, format, answer)) return;
  if (answer.status === 304) held.sent.set(`${format} 304`, new Headers(answer.headers));
  if (answer.status !== 200) return;
  held.sent.set(`${format} ${answer.headers.get("content-encoding") ?? "identity"}`, new Headers(answer.headers));
}

/** A query and a browser that opens the document have headers of their own, and HEAD no body. */
const isPlain = (request: Request): boolean =>
  request.method === "GET" && !request.url.includes("?") && !isOpened(request);

/** Race: the edition may have been replaced while the answer was made. */
const isOf = (held: Held, format: Format, answer: Response): boolean =>
  answer.headers.get("etag") === `W/"${held.edition.validators[format].etag}"`;
