import type { Format } from "../../feed/feed.ts";
import type { KeyRecord } from "../../partner/check-key.ts";
import {
  countAnswer,
  countRequest,
  dayNumberOf,
  isBeyondDay,
  isSane,
  isWithin,
  noUsage,
  type Usage,
  untilNextDay,
  untilNextWindow,
} from "../../partner/limits.ts";
import { DEFAULT_REQUESTS_PER_MINUTE } from "../../partner/partner.ts";
import { NOTE_INTERVAL, provesPossession } from "../../partner/receipts.ts";
import { BoundedMap } from "../bounded-map.ts";
import { elapsed, LONG_AGO } from "../elapsed.ts";
import type { Home, PollRequest } from "../home.ts";
import { plain } from "../http/plain.ts";
import { logThrown } from "../log.ts";
import { STORE_PATIENCE, within } from "../patience.ts";
import type { AnsweredPoll } from "../poll/account.ts";
import { type PollNote, savePollNote } from "../store/receipts.ts";

/** Keys and feeds an instance remembers, some hundred bytes each. One that gave way is noted again from its next poll. */
const MAX_REMEMBERED = 5_000;

/** Bytes are noted before so many are unknown to the store: a tenth of the day's allowance. */
const NOTE_SHARE = 10;

/** After a note that failed, the next polls do not wait for the store again so soon. Milliseconds. */
const RETRY_NOTE = 5_000;

/** A poll with a good key, that may read what it asks for. */
export interface KeyedPoll {
  key: KeyRecord;
  request: PollRequest;
  /** The path alone: adding a query must not reset the polling pace. */
  url: string;
  format: Format;
  /** Absent for a page of an archive. */
  feed?: string;
  now: number;
}

/** What was last noted of a partner and a feed, or of a key. */
interface LastNote {
  /** As `elapsed` has it. */
  at: number;
  /** Not before this is a note that failed tried again. As `elapsed` has it. */
  retryAt: number;
  /** The newest edition of the feed that its partner has a receipt for. */
  edition: number;
}

/** How much a poll may be answered with, as far as its key's requests a minute go. */
export type Admission = "full" | "unchanged only" | "refused";

/** What partners have used and been served, as one instance knows it; the store learns of it once an edition or once an hour. */
export class Ledger {
  readonly #home: Pick<Home, "db" | "limiter">;
  readonly #usage = new BoundedMap<Usage>(MAX_REMEMBERED);
  readonly #noted = new BoundedMap<LastNote>(MAX_REMEMBERED);

  constructor(home: Pick<Home, "db" | "limiter">) {
    this.#home = home;
  }

  /**
   * Counts a request, and says whether it goes beyond its key's requests a minute. One at a sane pace may still be told that
   * nothing has changed.
   */
  async admit({ key, url, request, now }: KeyedPoll): Promise<Admission> {
    const usage = this.#usage.getOrMake(key.id, noUsage);
    const isInTime = isWithin(usage, key, now);
    countRequest(usage, now);
    if (isInTime && !(await this.#isOverElsewhere(key))) return "full";
    return isSane(usage, url, request.headers, now) ? "unchanged only" : "refused";
  }

  /** The last word on an answer: a full document that is beyond the limits is refused; what is served leaves its receipt. */
  async settle(
    poll: KeyedPoll,
    admission: Admission,
    { edition, sent }: AnsweredPoll,
    answer: Response,
  ): Promise<Response> {
    const { key, now } = poll;
    const usage = this.#usage.getOrMake(key.id, noUsage);
    const full = answer.status === 200 && poll.request.method === "GET";
    const bytes = full ? sent : 0;
    if (answer.status === 200 && admission !== "full") return tooMany(untilNextWindow(now));
    if (full && isBeyondDay(usage, key, bytes, now)) return tooMany(untilNextDay(now));
    countAnswer(usage, poll.url, bytes, now);
    await this.#note(poll, usage, answer, edition);
    return answer;
  }

  /**
   * Admits and settles a poll that stays within all limits, of an edition that its partner has a receipt for.
   *
   * @param bytes of a full document; of a 304, none
   * @returns false where it is not such a poll: nothing is counted, and `admit` and `settle` are to say
   */
  settleHot(poll: KeyedPoll, bytes: number, edition: number): boolean {
    const { key, url, now } = poll;
    const usage = this.#usage.get(key.id);
    const noted = this.#noted.get(notedKey(poll));
    if (!usage || !noted || noted.edition < edition || isDue(noted, usage, key)) return false;
    if (this.#asksLimiter(key) || !isWithin(usage, key, now) || isBeyondDay(usage, key, bytes, now)) return false;
    countRequest(usage, now);
    countAnswer(usage, url, bytes, now);
    return true;
  }

  async #isOverElsewhere(key: KeyRecord): Promise<boolean> {
    return this.#asksLimiter(key) && !((await this.#home.limiter?.(key.id)) ?? true);
  }

  /** The limiter has one limit for all: a partner with one of its own is counted here alone. */
  #asksLimiter({ partner }: KeyRecord): boolean {
    return this.#home.limiter !== undefined && partner.requests_per_minute === DEFAULT_REQUESTS_PER_MINUTE;
  }

  /**
   * Written before the answer goes out, so that a crash loses no receipt. A store that is down loses nothing either: the
   * partner's next poll proves what it has.
   */
  async #note(poll: KeyedPoll, usage: Usage, answer: Response, edition: number): Promise<void> {
    const { key, feed } = poll;
    const partner = key.partner.slug;
    const noted = this.#noted.getOrMake(notedKey(poll), () => ({ at: LONG_AGO, retryAt: LONG_AGO, edition: 0 }));
    // The edition was looked up since the poll began: a receipt is not older than what it is for.
    const now = Date.now();
    const began = elapsed();
    const isFirst = feed !== undefined && edition > noted.edition && isServed(poll.request, answer);
    if ((!isFirst && !isDue(noted, usage, key)) || began < noted.retryAt) return;
    const bytes = usage.bytes;
    const note: PollNote = {
      keyId: key.id,
      day: dayNumberOf(now),
      bytes,
      poll: feed === undefined ? undefined : { feed, partner },
      receipt: isFirst
        ? { feed, partner, edition, key_id: key.id, format: poll.format, status: answer.status }
        : undefined,
    };
    usage.bytes = 0;
    try {
      await within(STORE_PATIENCE, savePollNote(this.#home.db, note, now));
      noted.at = began;
      if (isFirst) noted.edition = edition;
      key.bytes = key.day === note.day ? key.bytes + bytes : bytes;
      key.day = note.day;
    } catch (error) {
      usage.bytes += bytes;
      noted.retryAt = began + RETRY_NOTE;
      logThrown("receipt not written", error, { partner, feed, edition });
    }
  }
}

/** The name under which a poll's last note is remembered. Pages of archives bring no receipt: they are noted by key alone. */
const notedKey = ({ key, feed }: KeyedPoll): string =>
  feed === undefined ? `key ${key.id}` : `${key.partner.slug} ${feed}`;

/** Whether it is time to note what a key has used, though there is no receipt to write. */
const isDue = (noted: LastNote, usage: Usage, { partner }: KeyRecord): boolean =>
  elapsed() - noted.at >= NOTE_INTERVAL || usage.bytes * NOTE_SHARE > partner.bytes_per_day;

/**
 * A 429 (RFC 6585 §4).
 *
 * @param seconds until it is worth asking again (RFC 9110 §10.2.3)
 */
export const tooMany = (seconds: number): Response =>
  plain(429, "This key has asked for too much; ask conditionally, and less often.", { "retry-after": String(seconds) });

/** Whether an answer leaves its client with the edition. */
const isServed = (request: PollRequest, { status, headers }: Response): boolean =>
  status === 304
    ? provesPossession(request.headers, headers)
    : request.method === "GET" && (status === 200 || status === 226);
