import { millisecondsInSecond } from "date-fns/constants";
import {
  MAX_PENDING_OF_HOST,
  MAX_REQUESTS_OF_HOST,
  MAX_REQUESTS_OF_NETWORK,
  MAX_REQUESTS_OF_TOPIC,
  MAX_SUBSCRIPTIONS_OF_HOST,
  MAX_SUBSCRIPTIONS_OF_TOPIC,
  quietFor,
} from "../../hub/limits.ts";
import { untilNextWindow } from "../../partner/limits.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { MinuteCounts } from "../http/minute-counts.ts";
import { networkOf } from "../http/network-of.ts";
import { findHubStanding } from "../store/hub-standing.ts";
import type { SubscriptionRequest } from "../store/subscription-requests.ts";

/** Why somebody is to come again, and after how many seconds. */
export interface HubWait {
  why: string;
  seconds: number;
}

/** When what waits to be confirmed has been. Seconds. */
const SOON = 10;
/** When subscriptions that are too many may have ended. Seconds. */
const LATER = 3_600;

/**
 * How much the hub takes. Each request makes it ask a callback, which need not belong to whoever sent it: so what one network may send is
 * bounded, and what is asked of one host, whoever sends it.
 */
export class HubDoor {
  readonly #home: Pick<Home, "db" | "addressOf" | "limiter">;
  readonly #ofNetwork = new MinuteCounts();
  readonly #ofHost = new MinuteCounts();
  readonly #ofTopic = new MinuteCounts();

  constructor(home: Pick<Home, "db" | "addressOf" | "limiter">) {
    this.#home = home;
  }

  /** Counts a request, before anything is read of it; those whose address is not known are one network. @returns null: come in */
  async enter(request: Request): Promise<HubWait | null> {
    const network = networkOf(this.#home.addressOf(request) ?? "");
    const isIn = count(this.#ofNetwork, network, MAX_REQUESTS_OF_NETWORK) && (await this.#isWithin(`hub ${network}`));
    return isIn ? null : { why: "Too many requests came from your address.", seconds: untilNextWindow(elapsed()) };
  }

  /** Counts what it asks for, by whom that concerns. @returns null: it may be asked for */
  async admit(
    asked: Pick<SubscriptionRequest, "mode" | "feed" | "format" | "callback" | "host">,
  ): Promise<HubWait | null> {
    const { feed, format, host } = asked;
    const next = untilNextWindow(elapsed());
    if (!count(this.#ofHost, host, MAX_REQUESTS_OF_HOST) || !(await this.#isWithin(`hub host ${host}`)))
      return { why: "Too many requests came for callbacks of this host.", seconds: next };
    if (!count(this.#ofTopic, `${feed}.${format}`, MAX_REQUESTS_OF_TOPIC))
      return { why: "Too many requests came for this topic.", seconds: next };
    return this.#measure(asked, Date.now());
  }

  /** By what the store has. Race: of those who come at once, some may be taken beyond a limit. */
  async #measure(asked: Parameters<HubDoor["admit"]>[0], now: number): Promise<HubWait | null> {
    const limits = {
      pending: MAX_PENDING_OF_HOST,
      ofHost: MAX_SUBSCRIPTIONS_OF_HOST,
      ofTopic: MAX_SUBSCRIPTIONS_OF_TOPIC,
    };
    const standing = await findHubStanding(this.#home.db, asked, limits);
    if (standing.pending >= limits.pending)
      return { why: "Too many requests for callbacks of this host wait to be confirmed.", seconds: SOON };
    // Nobody can keep a subscriber from renewing, or leaving, by what they send in the name of its host.
    if (standing.isSubscribed) return null;
    const quiet = standing.ofHost > 0 ? 0 : standing.askedAt + quietFor(standing.unconfirmed) - now;
    if (quiet > 0)
      return {
        why: "Callbacks of this host have not confirmed what was asked for in their name.",
        seconds: Math.ceil(quiet / millisecondsInSecond),
      };
    if (asked.mode === "unsubscribe") return null;
    if (standing.ofHost >= limits.ofHost)
      return { why: `This host has ${limits.ofHost} subscriptions, which is as many as it may.`, seconds: LATER };
    return standing.ofTopic >= limits.ofTopic
      ? { why: `This topic has ${limits.ofTopic} subscriptions, which is as many as it may.`, seconds: LATER }
      : null;
  }

  /** For all instances of a place, where the home counts so. */
  #isWithin = async (key: string): Promise<boolean> => (await this.#home.limiter?.(key)) ?? true;
}

/** @returns whether it is within the limit */
function count(counts: MinuteCounts, key: string, limit: number): boolean {
  const before = counts.of(key, elapsed());
  counts.set(key, before + 1);
  return before < limit;
}
