import type { Format } from "../../feed/feed.ts";
import { isEntitled } from "../../partner/access.ts";
import { presented } from "../../partner/keys.ts";
import { chooseFeedCoding, clientCodings } from "../http/coding.ts";
import { isNotModified } from "../http/conditional.ts";
import type { Isolate, Polled } from "../kept.ts";
import { asksBinding, type LimitEnv } from "../partner/ledger.ts";
import { wantsDelta } from "./delta.ts";
import { CHECK_INTERVAL, type Held } from "./memory.ts";
import { isOpened } from "./poll.ts";

/** A feed has three URLs on each host, of some 200 bytes here. */
export const MAX_POLLED = 5_000;

interface Hot {
  status: 200 | 304;
  headers: Headers;
  body: Uint8Array | null;
  /** Bytes of the whole document, where it is not sent. */
  whole?: number;
}

/**
 * Answers the poll that comes all day before anything is routed, with the headers that `poll` made for one like it: no
 * promise, no text put together. Null: let the routes answer.
 */
export function answerHot(isolate: Isolate, env: LimitEnv, request: Request): Response | null {
  const target = isolate.polled.get(request.url);
  const held = target && isolate.memory.get(target.slug);
  const now = Date.now();
  if (!held || now - held.confirmedAt >= CHECK_INTERVAL || !isPlain(request)) return null;
  const hot = find(held, target.format, request);
  if (!hot) return null;
  const isTaken = target.partner
    ? settle(isolate, env, target, held, request, hot, now)
    : count(isolate, target, request, hot);
  if (!isTaken) return null;
  const { status, headers, body } = hot;
  return new Response(body, body ? { headers, encodeBody: "manual" } : { status, headers });
}

/** Keeps the headers of an answer for those that come after, while its edition is held. */
export function rememberSent({ memory, polled }: Isolate, target: Polled, request: Request, answer: Response): void {
  const { slug, format } = target;
  const held = memory.get(slug);
  if (!held || request.url.includes("?") || !isPlain(request) || !isOf(held, format, answer)) return;
  const isFull = polled.size >= MAX_POLLED && !polled.has(request.url);
  const [oldest] = isFull ? polled.keys() : [];
  if (oldest !== undefined) polled.delete(oldest);
  polled.set(request.url, target);
  if (answer.status === 304) held.sent.set(`${format} 304`, new Headers(answer.headers));
  if (answer.status !== 200) return;
  held.sent.set(`${format} ${answer.headers.get("content-encoding") ?? "identity"}`, new Headers(answer.headers));
}

function find(held: Held, format: Format, request: Request): Hot | null {
  const validators = held.edition.validators[format];
  const coding = chooseFeedCoding(clientCodings(request));
  if (isNotModified(request.headers, validators)) {
    const headers = held.sent.get(`${format} 304`);
    return headers ? { status: 304, headers, body: null, whole: validators.sizes?.[coding] } : null;
  }
  const key = `${format} ${coding}`;
  const headers = held.sent.get(key);
  const body = held.bodies.get(key);
  return headers && body && !wantsDelta(request.headers) ? { status: 200, headers, body } : null;
}

function count({ counts }: Isolate, { slug, format }: Polled, request: Request, { status, body, whole }: Hot): boolean {
  if (counts.isDue()) return false;
  counts.add({ request, feed: slug, format, status, sent: body?.byteLength, whole });
  return true;
}

/** A key that was found good, at a pace that is within its limits, and an edition that its partner has a receipt for. */
function settle(
  { keys, ledger }: Isolate,
  env: LimitEnv,
  { slug, format, partner }: Polled,
  { edition }: Held,
  request: Request,
  { body }: Hot,
  now: number,
): boolean {
  const credentials = presented(request.headers.get("authorization"), request.url);
  const key = credentials && keys.known(credentials, now);
  if (!key || !partner || !isEntitled(key, partner.definition) || asksBinding(env, key)) return false;
  const poll = { key, request, url: partner.path, format, feed: slug, now };
  return ledger.settleHot(poll, body?.byteLength ?? 0, edition.number);
}

/** A browser that opens the document has headers of its own, and HEAD no body. */
const isPlain = (request: Request): boolean => request.method === "GET" && !isOpened(request);

/** Race: the edition may have been replaced while the answer was made. */
const isOf = (held: Held, format: Format, answer: Response): boolean =>
  answer.headers.get("etag") === `W/"${held.edition.validators[format].etag}"`;
