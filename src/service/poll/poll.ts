import type { Format } from "../../feed/feed.ts";
import { MEDIA_TYPES } from "../../feed/media-types.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { weakTag } from "../http/conditional.ts";
import { OPEN_TO_PAGES } from "../http/open-to-pages.ts";
import { unavailable } from "../http/problem.ts";
import { CONFIRMED_FOR, copyHeaders } from "../shared-copies.ts";
import type { Coding } from "../store/codings.ts";
import { cacheTag } from "../store/shelf-key.ts";
import type { Validators } from "../store/validators.ts";
import type { Account } from "./account.ts";
import { Asked } from "./asked.ts";
import { decide, type PollDecision } from "./decide.ts";
import type { Editions } from "./editions.ts";
import { type HeldEdition, sizeOf } from "./memory.ts";
import { forBrowser, isOpened } from "./opened.ts";
import type { Shelf } from "./shelf.ts";

/** A request for a document, by whoever routed it. */
export interface Poll {
  request: Request;
  shelf: Shelf;
  format: Format;
  /** How readers may keep the answer: directives of Cache-Control. */
  keep: string;
  /** What `Link` says of it: its hub and itself (WebSub §4). Absent: nobody can subscribe to it. */
  links?: string;
  /** Only for whoever asks: no shared cache keeps the answer, no other site's page may read it (RFC 9111 §5.2.2.7). */
  private?: boolean;
  /** Absent: nobody keeps account of this poll. */
  account?: Account;
}

/** The request headers on which an answer depends (RFC 9110 §12.5.5). */
const VARY = "accept-encoding, a-im, sec-fetch-dest";

/** Answers polls of documents, from memory and store. */
export class Poller {
  readonly #home: Home;
  readonly #editions: Editions;
  readonly #asked: Asked;

  constructor(home: Home, editions: Editions) {
    this.#home = home;
    this.#editions = editions;
    this.#asked = new Asked(home);
  }

  /**
   * A 304, a delta, or the stored bytes. Null: there is nothing on this shelf. Where the store is down, what is in memory is
   * served.
   */
  async answer(poll: Poll): Promise<Response | null> {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const current = await this.#editions.current(poll.shelf);
      if (current.status === "none") return null;
      if (current.status === "unavailable") break;
      const { held, isConfirmed } = current;
      const validators = held.edition.validators[poll.format];
      const accepted = this.#home.acceptEncodingOf(poll.request);
      const decision = decide(poll.request.headers, accepted, validators, poll.shelf);
      const answer = await this.#answerFrom(poll, held, decision, isConfirmed);
      if (answer) {
        this.#asked.note(poll.shelf, { format: poll.format, coding: decision.coding });
        return settle(poll, answer, { held, coding: decision.coding });
      }
      // The edition has been replaced since it was looked up, or the store is down: ask again which one is current.
      held.trustedUntil = LONG_AGO;
    }
    return settle(poll, unavailable("This feed is not available now."));
  }

  async #answerFrom(
    poll: Poll,
    held: HeldEdition,
    { status, coding }: PollDecision,
    isConfirmed: boolean,
  ): Promise<Response | null> {
    const { shelf, format } = poll;
    // Of an edition from memory it is not known whether it is current still: a copy would make it live on.
    const headers = () =>
      cacheHeaders(poll, held.edition.validators[format], isConfirmed && elapsed() - held.confirmedAt < CONFIRMED_FOR);
    if (status === 304) return new Response(null, { status: 304, headers: headers() });
    const variant = { format, coding };
    const delta = status === 226 && (await this.#editions.delta(shelf, held, variant, poll.request.headers));
    if (delta) return this.#respond(poll, { status, coding }, delta, { ...headers(), ...deltaHeaders(poll) });
    if (isForBrowser(poll)) {
      const shown = await this.#editions.opened(shelf, held, variant, (document) => forBrowser(document, pageOf(poll)));
      if (shown) return this.#respond(poll, { status: 200, coding }, shown, headers());
    }
    const bytes = await this.#editions.bytes(shelf, held, variant);
    if (bytes) return this.#respond(poll, { status: 200, coding }, bytes, headers());
    const unpacked = this.#editions.unpacked(shelf, held, format);
    return unpacked ? this.#respond(poll, { status: 200, coding: "identity" }, unpacked, headers()) : null;
  }

  #respond(poll: Poll, { status, coding }: PollDecision, bytes: Uint8Array, headers: Record<string, string>): Response {
    const { request, format } = poll;
    const opened = isOpened(request) && format !== "json";
    headers["content-type"] = `${opened ? "application/xml" : MEDIA_TYPES[format]}; charset=utf-8`;
    if (opened) headers["content-security-policy"] = "default-src 'none'; style-src 'self'";
    headers["content-length"] = String(bytes.byteLength);
    headers["x-content-type-options"] = "nosniff";
    if (coding !== "identity") headers["content-encoding"] = coding;
    return this.#home.encoded(request.method === "HEAD" ? null : bytes, { status, headers });
  }
}

/**
 * What a 304 repeats of its 200 (RFC 9110 §15.4.5).
 *
 * @param isConfirmed whether the store has said just now that this is current
 */
function cacheHeaders(poll: Poll, { etag, modified }: Validators, isConfirmed: boolean): Record<string, string> {
  const { request, shelf } = poll;
  // A query means nothing here, and must not fill the caches in front with copies.
  // What is opened in a browser has another type, which they must not hand to readers.
  const isUsual = !request.url.includes("?") && !isOpened(request);
  const headers = {
    etag: weakTag(etag),
    "last-modified": new Date(modified).toUTCString(),
    ...(poll.links !== undefined && { link: poll.links }),
    ...copyHeaders(poll.keep, isConfirmed && isUsual && !poll.private),
  };
  return poll.private
    ? { ...headers, vary: `${VARY}, authorization` }
    : { ...headers, vary: VARY, ...OPEN_TO_PAGES, "cache-tag": cacheTag(shelf.key) };
}

/** Partners' feeds have no page for people. */
const isForBrowser = ({ request, format, private: isPrivate }: Poll): boolean =>
  isOpened(request) && format !== "json" && !isPrivate;

/** The page for people stands beside the document, without its ending. */
const pageOf = ({ request, format }: Poll): string =>
  `./${new URL(request.url).pathname.split("/").at(-1)?.slice(0, -`.${format}`.length)}`;

/** RFC 3229 §10.5.1 and §10.5.5: a delta is named so, and is no document that caches could hand on. */
const deltaHeaders = (poll: Poll): Record<string, string> => ({
  im: "feed",
  "cache-control": poll.private ? "private, no-store, im" : "no-store, im",
  "cloudflare-cdn-cache-control": "no-store",
});

/**
 * Lets the account have the last word on an answer.
 *
 * @param from what the answer was made of; absent: there was nothing to be had
 */
function settle(
  { account, request, shelf, format }: Poll,
  answer: Response,
  from?: { held: HeldEdition; coding: Coding },
): Response | Promise<Response> {
  if (!account) return answer;
  const { status, headers } = answer;
  const answered = {
    ...{ request, feed: shelf.key, format, status },
    sent: status === 200 || status === 226 ? Number(headers.get("content-length")) : 0,
    whole: from && (status === 304 || status === 226) ? sizeOf(from.held, { format, coding: from.coding }) : 0,
    edition: from?.held.edition.number ?? 0,
  };
  return account.settle(answered, answer);
}
