import type { Format } from "../../feed/feed.ts";
import type { KeyRecord } from "../../partner/access.ts";
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
import { plain } from "../http/plain.ts";
import { STORE_PATIENCE, within } from "../poll/editions.ts";
import { type Note, saveNote } from "../store/receipts.ts";

export interface LimitEnv {
  /** Cloudflare's rate limiter, set to `DEFAULT_REQUESTS_PER_MINUTE`: it counts for all isolates of a place. */
  PARTNER_LIMIT?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

/** Keys and feeds an isolate remembers, some hundred bytes each. */
const MAX_REMEMBERED = 5_000;

/** Bytes are noted before so many are unknown to the store: a tenth of the day's allowance. */
const NOTE_SHARE = 10;

/** After a note that failed, the next polls do not wait for the store again so soon. Milliseconds. */
const RETRY_NOTE = 5_000;

/** A poll with a good key, that may read what it asks for. */
export interface KeyedPoll {
  key: KeyRecord;
  request: Request;
  /** Its path: a query makes no other URL of it. */
  url: string;
  format: Format;
  /** Absent for a page of an archive. */
  feed?: string;
  now: number;
}

interface Noted {
  at: number;
  retryAt: number;
  /** Of a feed: the newest edition that its partner has a receipt for. */
  edition: number;
}

/** What partners have used and been served, as one isolate knows it; the store learns of it once an edition or once an hour. */
export class Ledger {
  readonly #usage = new Map<string, Usage>();
  readonly #noted = new Map<string, Noted>();

  /** Whether a poll goes beyond its key's requests a minute. One at a sane pace may still be told that nothing has changed. */
  async admit(env: LimitEnv, poll: KeyedPoll): Promise<Admission> {
    const usage = remembered(this.#usage, poll.key.id, noUsage);
    countRequest(usage, poll.now);
    if (!(await isOver(env, poll.key, usage))) return "full";
    return isSane(usage, poll.url, poll.request.headers, poll.now) ? "unchanged only" : "refused";
  }

  /** The last word on an answer: a full document that is beyond the limits is refused; what is served leaves its receipt. */
  async settle(
    db: D1Database,
    poll: KeyedPoll,
    admission: Admission,
    answer: Response,
    edition: number,
  ): Promise<Response> {
    const { key, now } = poll;
    const usage = remembered(this.#usage, key.id, noUsage);
    const full = answer.status === 200 && poll.request.method === "GET";
    const bytes = full ? Number(answer.headers.get("content-length") ?? 0) : 0;
    if (answer.status === 200 && admission !== "full") return tooMany(untilNextWindow(now));
    if (full && isBeyondDay(usage, key, bytes, now)) return tooMany(untilNextDay(now));
    countAnswer(usage, poll.url, bytes, now);
    await this.#note(db, poll, usage, answer, edition);
    return answer;
  }

  /**
   * The same for a poll that stays within all limits, of an edition that its partner has a receipt for: it is counted. False:
   * it is not such a one, and `admit` and `settle` are to say.
   *
   * @param bytes of a full document; of a 304, none
   */
  settleHot(poll: KeyedPoll, bytes: number, edition: number): boolean {
    const { key, url, now } = poll;
    const usage = this.#usage.get(key.id);
    const noted = this.#noted.get(notedOf(poll));
    if (!usage || !noted || noted.edition < edition || isDue(noted, usage, key, now)) return false;
    if (!isWithin(usage, key, now) || isBeyondDay(usage, key, bytes, now)) return false;
    countRequest(usage, now);
    countAnswer(usage, url, bytes, now);
    return true;
  }

  /**
   * Written before the answer goes out, so that a crash loses no receipt. A store that is down loses nothing either: the
   * partner's next poll proves what it has.
   */
  async #note(db: D1Database, poll: KeyedPoll, usage: Usage, answer: Response, edition: number): Promise<void> {
    const { key, feed } = poll;
    const partner = key.partner.slug;
    const noted = remembered(this.#noted, notedOf(poll), () => ({ at: 0, retryAt: 0, edition: 0 }));
    // The edition was looked up since the poll began: a receipt is not older than what it is for.
    const now = Date.now();
    const isFirst = feed !== undefined && edition > noted.edition && served(poll.request, answer);
    if ((!isFirst && !isDue(noted, usage, key, now)) || now < noted.retryAt) return;
    const bytes = usage.bytes;
    const note: Note = {
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
      await within(STORE_PATIENCE, saveNote(db, note, now));
      noted.at = now;
      if (isFirst) noted.edition = edition;
      key.bytes = key.day === note.day ? key.bytes + bytes : bytes;
      key.day = note.day;
    } catch (error) {
      usage.bytes += bytes;
      noted.retryAt = now + RETRY_NOTE;
      console.error(JSON.stringify({ event: "receipt not written", partner, feed, edition, error: String(error) }));
    }
  }
}

export type Admission = "full" | "unchanged only" | "refused";

const notedOf = ({ key, feed }: KeyedPoll): string =>
  feed === undefined ? `key ${key.id}` : `${key.partner.slug} ${feed}`;

const isDue = (noted: Noted, usage: Usage, { partner }: KeyRecord, now: number): boolean =>
  now - noted.at >= NOTE_INTERVAL || usage.bytes * NOTE_SHARE > partner.bytes_per_day;

/** RFC 6585 §4, RFC 9110 §10.2.3. */
export const tooMany = (seconds: number): Response =>
  plain(429, "This key has asked for too much; ask conditionally, and less often.", { "retry-after": String(seconds) });

async function isOver(env: LimitEnv, key: KeyRecord, usage: Usage): Promise<boolean> {
  if (usage.requests > key.partner.requests_per_minute) return true;
  return asksBinding(env, key) && !(await env.PARTNER_LIMIT.limit({ key: key.id })).success;
}

/** The binding has one limit for all: a partner with one of its own is counted here. */
export const asksBinding = (env: LimitEnv, { partner }: KeyRecord): env is Required<LimitEnv> =>
  env.PARTNER_LIMIT !== undefined && partner.requests_per_minute === DEFAULT_REQUESTS_PER_MINUTE;

/** Whether an answer leaves its client with the edition. */
const served = (request: Request, { status, headers }: Response): boolean =>
  status === 304
    ? provesPossession(request.headers, headers)
    : request.method === "GET" && (status === 200 || status === 226);

/** The longest known gives way: what it has not noted yet is noted again from its next poll. */
function remembered<T>(map: Map<string, T>, key: string, create: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const [oldest] = map.keys();
  if (map.size >= MAX_REMEMBERED && oldest !== undefined) map.delete(oldest);
  const fresh = create();
  map.set(key, fresh);
  return fresh;
}
