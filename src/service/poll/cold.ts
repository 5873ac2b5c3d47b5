import type { Family } from "../../feed/family.ts";
import type { Home } from "../home.ts";
import { plain } from "../http/plain.ts";
import { problem, unavailable } from "../http/problem.ts";
import { Strangers } from "../http/strangers.ts";
import { logThrown } from "../log.ts";
import { COLD_PATIENCE, within } from "../patience.ts";
import { findSleeper } from "../store/sleep.ts";
import type { Poll, Poller } from "./poll.ts";

/** How long caches keep it that there is no feed of a value: the next story with it may make one. */
const NONE_YET = { "cache-control": "public, max-age=60" };

/**
 * Wakes a feed, and a page of its archive. `busy`: too many have been woken of late; `refused`: what was made of it does not read
 * right.
 */
export type Awaken = (slug: string, page?: number) => Promise<"awake" | "busy" | "refused">;

/** What is polled that may be asleep. */
export interface ColdPoll {
  slug: string;
  /** Absent: the feed has a definition of its own, and never sleeps. */
  family?: Family;
  /** Of the archive. */
  page?: number;
  /** Whose it is, where that is anybody's who comes; absent: somebody's who is known. */
  stranger?: Request;
}

/** Lets feeds of families wake when somebody polls them. What strangers can set going so is bounded, for each and in all. */
export class ColdPolls {
  readonly #home: Home;
  readonly #poller: Poller;
  readonly #awaken: Awaken;
  readonly #strangers: Strangers;

  constructor(home: Home, poller: Poller, awaken: Awaken) {
    this.#home = home;
    this.#poller = poller;
    this.#awaken = awaken;
    this.#strangers = new Strangers(home, "cold poll");
  }

  /** Answers a poll; that of a feed which is asleep once it is awake. Null: there is nothing on this shelf. */
  async answer(poll: Poll, { family, ...asleep }: ColdPoll): Promise<Response | null> {
    const answer = await this.#poller.answer(poll);
    if (answer || !family) return answer;
    return (await this.#wake({ ...asleep, family })) ?? this.#poller.answer(poll);
  }

  /** @returns null: it is awake, and what is polled is there to be served now; else the answer */
  async #wake({ family, slug, page, stranger }: ColdPoll & { family: Family }): Promise<Response | null> {
    try {
      const sleeper = await within(COLD_PATIENCE, findSleeper(this.#home.db, slug, family.least, Date.now()));
      if (!sleeper || (sleeper.edition === 0 && sleeper.stories < family.least)) return noneYet();
      if (sleeper.choosing || sleeper.refused) return unavailable("This feed has no edition now.");
      const wait = sleeper.asleep && stranger ? await this.#strangers.refuse(stranger) : null;
      if (wait !== null) return tooMany(wait);
      const awakened = await within(COLD_PATIENCE, this.#awaken(slug, page));
      if (awakened === "busy") return tooMany(60);
      return awakened === "awake" ? null : unavailable("This feed has no edition now.");
    } catch (error) {
      logThrown("feed not woken", error, { slug });
      return unavailable("This feed is not available now.");
    }
  }
}

const noneYet = (): Response => plain(404, "No feed is here.", NONE_YET);

/** @param seconds until it is worth asking again */
const tooMany = (seconds: number): Response =>
  problem(503, "Too many feeds are being made that nobody polled of late.", undefined, {
    "retry-after": String(seconds),
  });
