import { type Answer, asking, type CacheRequest, type CacheStatus, type Next, unlessKnown } from "./answer.ts";
import { type Policy, policyOf } from "./policy.ts";

interface Copy {
  status: number;
  headers: Headers;
  body: Uint8Array;
  policy: Policy;
  /** When this tier got it, or it was last confirmed: what it had aged elsewhere does not count. Milliseconds. */
  since: number;
  /** The values of the request headers that its Vary names. */
  chosenBy: [string, string | null][];
}

interface Filled {
  answer: Answer;
  /** Absent: nothing was stored. */
  copy?: Copy;
}

/** One tier of the cache: its copies, and the requests that wait for one. */
export class Tier {
  readonly name: string;
  readonly #next: Next;
  /** By path and query: one for each variant. */
  readonly #copies = new Map<string, Copy[]>();
  readonly #fills = new Map<string, Promise<Filled>>();

  constructor(name: string, next: Next) {
    this.name = name;
    this.#next = next;
  }

  /** The answer to a GET. */
  async fetch(request: CacheRequest): Promise<Answer> {
    return unlessKnown(request, await this.#answer(request));
  }

  /** Takes out what carries one of these tags, with all the variants of its URL. What is on its way is stored all the same. */
  drop(tags: Set<string>): void {
    for (const [path, copies] of this.#copies)
      if (copies.some(({ headers }) => tagsOf(headers).some((tag) => tags.has(tag)))) this.#copies.delete(path);
  }

  /** The copies that may be sent, though nobody says that they are right still. */
  *living(): Generator<Copy> {
    for (const copies of this.#copies.values())
      yield* copies.filter((copy) => ageOf(copy) < Math.max(refreshedUntil(copy), lastResort(copy)));
  }

  async #answer(request: CacheRequest): Promise<Answer> {
    for (;;) {
      const copy = this.#find(request);
      if (copy && ageOf(copy) < copy.policy.fresh) return this.#send(copy, "HIT");
      if (copy && ageOf(copy) < refreshedUntil(copy)) {
        if (!this.#fills.has(request.path)) this.#lock(request, copy).catch(() => undefined);
        return this.#send(copy, "UPDATING");
      }
      const lock = this.#fills.get(request.path);
      if (!lock) return (await this.#lock(request, copy)).answer;
      const filled = await lock.catch(() => undefined);
      // "If the Worker's response is uncacheable, each request gets its own invocation."
      if (!filled?.copy) return (await this.#fill(request, copy)).answer;
      if (isFor(filled.copy, request)) return this.#send(filled.copy, "HIT");
      // It was another variant that came.
    }
  }

  /** Fills while others who ask for the same key wait ("cache lock, per cache key, per data center"). */
  #lock(request: CacheRequest, stale: Copy | undefined): Promise<Filled> {
    const fill = this.#fill(request, stale).finally(() => this.#fills.delete(request.path));
    this.#fills.set(request.path, fill);
    return fill;
  }

  async #fill(request: CacheRequest, stale: Copy | undefined): Promise<Filled> {
    const answer = await this.#ask(request, stale);
    if (stale && (answer instanceof Failed || answer.status >= 500) && ageOf(stale) < lastResort(stale))
      return { answer: this.#send(stale, "STALE") };
    if (answer instanceof Failed) throw answer.error;
    if (stale && answer.status === 304) return this.#confirm(request, stale, answer);
    const copy = this.#store(request, answer);
    return { answer: { ...answer, cacheStatus: copy ? (stale ? "EXPIRED" : "MISS") : "BYPASS" }, copy };
  }

  #ask(request: CacheRequest, stale: Copy | undefined): Promise<Answer | Failed> {
    return this.#next(asking(request, stale?.headers.get("etag"))).catch((error: unknown) => new Failed(error));
  }

  /** A 304 keeps the body, and its headers take the place of the stored ones (RFC 9111 §4.3.4). */
  #confirm(request: CacheRequest, stale: Copy, { headers }: Answer): Filled {
    const confirmed = new Headers(stale.headers);
    for (const [name, value] of headers) confirmed.set(name, value);
    const answer = { ...this.#send(stale, "REVALIDATED"), headers: confirmed };
    // What may not be stored leaves the copy as it was: stale.
    return { answer, copy: this.#store(request, answer) };
  }

  #store(request: CacheRequest, { status, headers, body }: Answer): Copy | undefined {
    const policy = policyOf(status, headers, request.headers.has("authorization"));
    if (!policy.isStored) return;
    const chosenBy = namesIn(headers.get("vary")).map((name): [string, string | null] => [
      name,
      request.headers.get(name),
    ]);
    const copy = { status, headers, body, policy, since: Date.now(), chosenBy };
    const others = (this.#copies.get(request.path) ?? []).filter((one) => !isFor(one, request));
    this.#copies.set(request.path, [...others, copy]);
    return copy;
  }

  #find(request: CacheRequest): Copy | undefined {
    return this.#copies.get(request.path)?.find((copy) => isFor(copy, request));
  }

  #send({ status, headers, body }: Copy, cacheStatus: CacheStatus): Answer {
    return { status, headers, body, from: this.name, cacheStatus };
  }
}

/** The worker threw, or its answer was lost. */
class Failed {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** The most of a tag, and of tags of an answer; others are dropped without a word (workers/cache/configuration, "Cache-Tag"). */
const MAX_TAG = 1024;
const MAX_TAGS = 1000;

/** An answer's tags; case says nothing. */
const tagsOf = (headers: Headers): string[] =>
  namesIn(headers.get("cache-tag"))
    .filter((tag) => /^[\x21-\x7e]+$/.test(tag) && tag.length <= MAX_TAG)
    .slice(0, MAX_TAGS);

const namesIn = (list: string | null): string[] =>
  (list ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Values are compared as they were sent: `gzip, br` is another variant than `br, gzip`. */
const isFor = ({ chosenBy }: Copy, { headers }: CacheRequest): boolean =>
  chosenBy.every(([name, value]) => headers.get(name) === value);

/** Seconds. */
const ageOf = ({ since }: Copy): number => (Date.now() - since) / 1000;

/** Until when a copy is sent while the next is fetched. Seconds. */
const refreshedUntil = ({ policy }: Copy): number => policy.fresh + policy.staleWhileRevalidate;

/** Until when a copy is sent rather than an error. Seconds. */
const lastResort = ({ policy }: Copy): number => policy.fresh + policy.staleIfError;
