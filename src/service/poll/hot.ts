import type { Format } from "../../feed/feed.ts";
import { BoundedMap } from "../bounded-map.ts";
import { elapsed } from "../elapsed.ts";
import type { Home, PollRequest } from "../home.ts";
import { weakTag } from "../http/conditional.ts";
import { copyHeaders } from "../shared-copies.ts";
import type { Coding } from "../store/codings.ts";
import type { HotAccount } from "./account.ts";
import { decide } from "./decide.ts";
import type { Editions } from "./editions.ts";
import { bodyKey, type HeldEdition, sizeOf } from "./memory.ts";
import { isOpened } from "./opened.ts";
import type { Shelf } from "./shelf.ts";

/** URLs that are remembered, of some 200 bytes each. A feed has three on each host. */
export const MAX_POLLED = 5_000;

/** What is polled at a URL, and by whom. */
export interface Polled {
  shelf: Shelf;
  format: Format;
  /** How readers may keep the answer: directives of Cache-Control. */
  keep: string;
  account: HotAccount;
}

/** An answer, settled: it is to be sent as it is. */
export interface HotAnswer {
  status: 200 | 304;
  /** The same object for every such answer of an edition. */
  headers: Headers;
  /** In the coding that the headers name. */
  body: Uint8Array | null;
  /** Bytes of the whole document, where it is not sent. */
  whole: number;
}

/**
 * Answers the poll that comes all day before anything is routed, with the headers that `Poller` made for one like it: no
 * promise, no text put together.
 */
export class HotPolls {
  readonly #home: Home;
  readonly #editions: Editions;
  readonly #polled = new BoundedMap<Polled>(MAX_POLLED);

  constructor(home: Home, editions: Editions) {
    this.#home = home;
    this.#editions = editions;
  }

  /** Null: let the routes answer. */
  answer(request: PollRequest): Response | null {
    const hot = this.find(request);
    if (!hot) return null;
    const { status, headers, body } = hot;
    return body ? this.#home.encoded(body, { headers }) : new Response(null, { status, headers });
  }

  /** The same, for a home that sends answers without making a `Response`. */
  find(request: PollRequest): HotAnswer | null {
    const polled = this.#polled.get(request.url);
    const held = polled && this.#editions.held(polled.shelf.key);
    if (!held || elapsed() >= held.trustedUntil || !isPlain(request)) return null;
    const hot = this.#choose(polled, held, request);
    if (!hot) return null;
    const { status, body, whole } = hot;
    const { number: edition } = held.edition;
    const { shelf, format } = polled;
    const answered = { request, feed: shelf.key, format, status, sent: body?.byteLength ?? 0, whole, edition };
    return polled.account.settleHot(answered) ? hot : null;
  }

  /** Keeps the headers of an answer for polls that come after, while its edition is held. */
  remember(polled: Polled, request: PollRequest, answer: Response): void {
    const { shelf, format, keep } = polled;
    const held = this.#editions.held(shelf.key);
    if (!held || request.url.includes("?") || !isPlain(request) || !isOf(held, format, answer)) return;
    this.#polled.set(request.url, polled);
    const { status, headers } = answer;
    if (status !== 304 && status !== 200) return;
    const coding = (headers.get("content-encoding") ?? "identity") as Coding;
    // What comes from memory was not confirmed just now, and goes into no shared cache.
    const sent = new Headers({ ...Object.fromEntries(headers), ...copyHeaders(keep, false) });
    held.sent.set(status === 304 ? unchangedKey(format) : bodyKey({ format, coding }), sent);
  }

  /** How many URLs are remembered, and whether one is. */
  get size(): number {
    return this.#polled.size;
  }

  has(url: string): boolean {
    return this.#polled.has(url);
  }

  #choose({ shelf, format }: Polled, held: HeldEdition, request: PollRequest): HotAnswer | null {
    const validators = held.edition.validators[format];
    const accepted = this.#home.acceptEncodingOf(request);
    const { status, coding } = decide(request.headers, accepted, validators, shelf);
    if (status === 226) return null;
    if (status === 304) {
      const headers = held.sent.get(unchangedKey(format));
      return headers ? { status, headers, body: null, whole: sizeOf(held, { format, coding }) } : null;
    }
    const key = bodyKey({ format, coding });
    const headers = held.sent.get(key);
    const body = held.bodies.get(key);
    return headers && body ? { status, headers, body, whole: 0 } : null;
  }
}

/** The name under which the headers of 304s are kept: they are the same for all codings. */
const unchangedKey = (format: Format): string => `${format} 304`;

/** Whether the usual headers and body answer a request: HEAD has no body, and a browser that opens a document other headers. */
const isPlain = (request: PollRequest): boolean => request.method === "GET" && !isOpened(request);

/** Whether an answer was made of the edition that is held. Race: it may have been replaced while the answer was made. */
const isOf = (held: HeldEdition, format: Format, answer: Response): boolean =>
  answer.headers.get("etag") === weakTag(held.edition.validators[format].etag);
