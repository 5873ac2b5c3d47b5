import type { Answer, CacheRequest, Next } from "./answer.ts";
import { PurgeRate } from "./purge-rate.ts";
import { Tier } from "./tier.ts";

/** The most tags of a purge (cache/how-to/purge-cache, "Availability and limits": operations a request). */
export const MAX_PURGED_TAGS = 100;

/** What `cache.purge` resolves to: a refusal throws nothing (workers/cache/purge, "Return value"). */
export interface PurgeResult {
  success: boolean;
  errors: { code: number; message: string }[];
}

/**
 * Workers Cache as its documentation has it (developers.cloudflare.com/workers/cache): a tier near each of the readers, one above them,
 * and below them all the worker. It goes by `Date` and `setTimeout`. Where the documentation leaves something open, whatever keeps an
 * answer for longer is assumed: a tier counts an answer's age from when it got it, and an answer that was on its way while a purge took
 * effect is stored after it.
 */
export class EdgeCache {
  readonly rate = new PurgeRate();
  readonly #worker: Next;
  readonly #sent = new WeakMap<Headers, Headers>();
  readonly #upper: Tier;
  readonly #lower: Tier[];
  readonly #purgeDelay: (tier: string) => number;

  /** @param purgeDelay how long a purge takes to come to a tier, in milliseconds */
  constructor(worker: Next, purgeDelay: (tier: string) => number, places = ["east", "west"]) {
    this.#worker = worker;
    this.#purgeDelay = purgeDelay;
    this.#upper = new Tier("upper", worker);
    this.#lower = places.map((place) => new Tier(place, (request) => this.#upper.fetch(request)));
  }

  /** @param place which of the data centres the reader is near */
  async fetch(place: number, { method, path, headers }: CacheRequest): Promise<Answer> {
    const lower = this.#lower[place];
    if (!lower) throw new RangeError(`There is no place ${place}.`);
    if (method !== "GET" && method !== "HEAD") return this.#worker({ method, path, headers });
    // HEAD is made a GET, so that the whole answer is there to be stored; a tier answers conditions by itself.
    const answer = await lower.fetch({ method: "GET", path, headers }).catch(broken);
    return {
      ...answer,
      headers: this.#toSend(answer.headers),
      body: method === "HEAD" ? new Uint8Array() : answer.body,
    };
  }

  /** Without what is Cloudflare's own: the same object for all answers of a copy. */
  #toSend(headers: Headers): Headers {
    const known = this.#sent.get(headers);
    if (known) return known;
    const sent = new Headers(headers);
    for (const name of ["cloudflare-cdn-cache-control", "cache-tag"]) sent.delete(name);
    this.#sent.set(headers, sent);
    return sent;
  }

  /** All copies that somebody may be sent, though nobody says that they are right still. */
  *living(): Generator<{ body: Uint8Array; headers: Headers }> {
    for (const tier of [this.#upper, ...this.#lower]) yield* tier.living();
  }

  /** As the `purge` of Workers Cache. One that is granted takes effect a little later, in each tier by itself. */
  async purge({ tags }: { tags: string[] }): Promise<PurgeResult> {
    if (tags.length > MAX_PURGED_TAGS) return refused(400, `At most ${MAX_PURGED_TAGS} tags can be purged at once.`);
    if (!this.rate.take()) return refused(429, "Rate limit reached.");
    const purged = new Set(tags.map((tag) => tag.toLowerCase()));
    for (const tier of [this.#upper, ...this.#lower]) setTimeout(() => tier.drop(purged), this.#purgeDelay(tier.name));
    return { success: true, errors: [] };
  }
}

/** What is sent where the worker broke, and there is no copy to send. */
const broken = (): Answer => ({
  status: 500,
  headers: new Headers(),
  body: new TextEncoder().encode("error code: 1101"),
  from: "edge",
  cacheStatus: "BYPASS",
});

/** Which codes there are is not said. */
const refused = (code: number, message: string): PurgeResult => ({ success: false, errors: [{ code, message }] });
