import { millisecondsInSecond } from "date-fns/constants";
import { collectBytes, TooManyBytes } from "../../article/collect-bytes.ts";
import { MAX_URL } from "../../article/limits.ts";
import { type SiteAnswer, SiteFault } from "../../import/sites/site-reader.ts";
import { isPrivateHost } from "../../partner/address.ts";
import type { AskedHop } from "../examination.ts";
import type { Home, Reach } from "../home.ts";
import { secondsUntil } from "../http/retry-after.ts";
import { reachOf, userAgentOf } from "../http/toward-others.ts";
import { whyNoAnswer } from "../http/why-no-answer.ts";

/** What a round of questions may take. */
export interface AskingLimits {
  /** How long a site is waited for, its whole answer. Milliseconds. */
  patience: number;
  /** How long all of the round may take. Milliseconds; absent: as long as its requests do. */
  round?: number;
  /** Bytes of an answer. */
  bytes: number;
  /** Requests in all. */
  requests: number;
}

const SOURCE_LIMITS: AskingLimits = {
  patience: 30_000,
  // Ten times the largest feed of a newsroom that we know, and what an isolate of Cloudflare's still has room for.
  bytes: 10_000_000,
  // Twenty thousand posts by hundreds twice over, and half of what a worker of Cloudflare's may make.
  requests: 500,
};

/** Redirects that are followed from one address: browsers follow twenty, and who sets up a site needs two. */
const MAX_HOPS = 5;

/** How many seconds one may be told to wait: a misplaced hint is no reason to stay away for longer. */
const MAX_PAUSE = 86_400;

/** What a site answered in the end, and what led there. */
export interface LedAnswer extends SiteAnswer {
  hops: AskedHop[];
}

/** One round of questions to a site: bounded in size, time and number, and to public addresses alone, unless the service itself is local and the newsroom asks. */
export class Asking {
  /** Where the first address said that it has moved for good (RFC 9110 §15.4.2, §15.4.9); undefined: it did not. */
  movedTo: string | undefined;
  /** The last answer's status; undefined: there was none. */
  status: number | undefined;
  /** Seconds for which the site asked to be left alone. */
  pause = 0;
  /** What the site's own clock said when it was first asked, in milliseconds; undefined: it did not say. */
  clock: number | undefined;
  readonly #home: Pick<Home, "fetchOut">;
  readonly #base: string;
  readonly #limits: AskingLimits;
  readonly #isLocal: boolean;
  readonly #end: AbortSignal | undefined;
  #requests = 0;

  /**
   * @param base the service's own address, by which it makes itself known
   * @param reach `public` for whoever is no part of the newsroom: a service that is local may be reached by others all the same
   */
  constructor(home: Pick<Home, "fetchOut">, base: string, limits = SOURCE_LIMITS, reach: Reach = "any") {
    this.#home = home;
    this.#base = base;
    this.#limits = limits;
    this.#end = limits.round === undefined ? undefined : AbortSignal.timeout(limits.round);
    this.#isLocal = reach === "any" && reachOf(base) === "any";
  }

  /** As `AskSite`. */
  readonly ask = async (first: string, headers: Record<string, string> = {}): Promise<LedAnswer> => {
    const hops: AskedHop[] = [];
    let url = first;
    for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
      const answer = await this.#askOnce(
        url,
        new URL(url).origin === new URL(first).origin ? headers : unsigned(headers),
      );
      const location = answer.headers.get("location");
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === null) return { ...answer, hops };
      hops.push({ url, status: answer.status });
      const next = nextAddress(location, url);
      const isForGood = answer.status === 301 || answer.status === 308;
      // One that moves for a while only leads nowhere for good.
      if (isForGood && (hop === 0 || this.movedTo === url)) this.movedTo = next;
      url = next;
    }
    throw new SiteFault(`it leads from address to address, more than ${MAX_HOPS} times`);
  };

  async #askOnce(url: string, headers: Record<string, string>): Promise<SiteAnswer> {
    const { protocol, hostname, host } = new URL(url);
    if (!/^https?:$/.test(protocol)) throw new SiteFault(`${protocol} is no address of the web`);
    if (!this.#isLocal && isPrivateHost(hostname)) throw new SiteFault(`${host} is no public address`);
    this.#requests += 1;
    const { requests, patience, round = patience, bytes } = this.#limits;
    if (this.#requests > requests) throw new SiteFault(`it takes more than ${requests} requests`);
    const patient = AbortSignal.timeout(patience);
    const signal = this.#end ? AbortSignal.any([patient, this.#end]) : patient;
    const asked = { "user-agent": userAgentOf(this.#base), ...headers };
    try {
      signal.throwIfAborted();
      const response = await this.#home.fetchOut(url, { headers: asked, signal }, this.#isLocal ? "any" : "public");
      this.#note(response);
      return {
        url,
        status: response.status,
        headers: response.headers,
        body: await readAnswer(response, signal, bytes),
      };
    } catch (error) {
      if (error instanceof SiteFault) throw error;
      this.status = undefined;
      if (!signal.aborted) throw new SiteFault(whyNoAnswer(error));
      throw new SiteFault(
        this.#end?.aborted
          ? `it and what was asked before took more than ${round / millisecondsInSecond} seconds`
          : `it took more than ${patience / millisecondsInSecond} seconds`,
      );
    }
  }

  #note({ status, headers }: Response): void {
    this.status = status;
    this.clock ??= Date.parse(headers.get("date") ?? "") || undefined;
    const later = secondsUntil(headers.get("retry-after")) ?? 0;
    this.pause = Math.min(MAX_PAUSE, Math.max(this.pause, later));
  }
}

/** What is asked for next, which is told to people, and may be stored: no password, and no more than an address may have. */
function nextAddress(location: string, url: string): string {
  const next = URL.parse(location, url);
  if (!next) throw new SiteFault(`it leads to ${location.slice(0, 200)}, which is no address`);
  if (next.username !== "" || next.password !== "")
    throw new SiteFault("it leads to an address with a name or a password in it");
  if (next.href.length > MAX_URL) throw new SiteFault(`it leads to an address of more than ${MAX_URL} characters`);
  return next.href;
}

/** Seconds for which an answer says that it is fresh (RFC 9111 §5.2.2.1). */
export const freshFor = (headers: Headers): number =>
  Math.min(MAX_PAUSE, Number(/(?:^|[\s,])max-age="?(\d{1,9})/i.exec(headers.get("cache-control") ?? "")?.[1] ?? 0));

/** Another origin is not told what this one is asked with. */
const unsigned = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)));

async function readAnswer(response: Response, signal: AbortSignal, most: number): Promise<Uint8Array> {
  try {
    return await collectBytes(until(signal, response.body ?? []), most);
  } catch (error) {
    throw error instanceof TooManyBytes ? new SiteFault(`its answer has more than ${most} bytes`) : error;
  }
}

async function* until(signal: AbortSignal, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
}
