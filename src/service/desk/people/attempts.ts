import { type Actor, SERVICE } from "../../../people/actor.ts";
import { hashSecret } from "../../../people/secret.ts";
import { elapsed } from "../../elapsed.ts";
import type { Home } from "../../home.ts";
import { MinuteCounts } from "../../http/minute-counts.ts";
import { networkOf } from "../../http/network-of.ts";
import { noteDeed } from "../../store/audit.ts";
import {
  BY_ACCOUNT,
  BY_ACCOUNT_AND_NETWORK,
  BY_NETWORK,
  countAttempt,
  forgetAttempts,
  takeAttemptBack,
} from "../../store/sign-in-attempts.ts";

/** Refused sign-ins that an instance writes into the log in a minute: enough to see that somebody guesses, and no flood fills it. */
export const MAX_NOTED_REFUSALS = 10;

/**
 * Passwords that an instance hashes at once for those who sign in: each takes 16 MiB, of the 128 MB that an isolate of the edge has, and some
 * hundred milliseconds of a core.
 */
export const MAX_HASHED_AT_ONCE = 4;

/** Seconds after which somebody for whom there was no place comes again: then those before are through. */
export const BUSY_SECONDS = 2;

/** Guesses at passwords, and what becomes of them: slower and slower, by account and by network. */
export class Attempts {
  readonly #home: Pick<Home, "db" | "addressOf">;
  readonly #noted = new MinuteCounts();
  #inHand = 0;

  constructor(home: Pick<Home, "db" | "addressOf">) {
    this.#home = home;
  }

  /**
   * Counts a try before it is looked at.
   *
   * @param login whatever was given as a name: one that nobody has is slowed, too, so that none can be told from another
   * @returns the seconds after which a try is looked at again; null: this one is
   */
  async begin(request: Request, login: string, now: number): Promise<number | null> {
    const { network, both, account } = this.#countedBy(request, login);
    const bounds = [
      [network, BY_NETWORK] as const,
      [both, BY_ACCOUNT_AND_NETWORK] as const,
      [account, BY_ACCOUNT] as const,
    ];
    const counted: string[] = [];
    for (const [who, slowing] of bounds) {
      const count = who === null ? null : await countAttempt(this.#home.db, who, slowing, now);
      if (count && "until" in count) {
        // It is not looked at, so it is no guess: whoever is kept waiting by a crowd's guesses is not slowed by asking again.
        for (const before of counted) await takeAttemptBack(this.#home.db, before);
        return secondsUntil(count.until, now);
      }
      if (who !== null) counted.push(who);
    }
    return null;
  }

  /**
   * Does the work of looking at a password, if there is a place. Race: nothing is awaited between the look and the taking.
   *
   * @returns null where there is none
   */
  async hash<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#inHand >= MAX_HASHED_AT_ONCE) return null;
    this.#inHand += 1;
    try {
      return await work();
    } finally {
      this.#inHand -= 1;
    }
  }

  /** The try was right: what the account has failed from here is forgotten. */
  async forget(request: Request, login: string): Promise<void> {
    const { network, both, account } = this.#countedBy(request, login);
    await forgetAttempts(this.#home.db, both);
    for (const who of [network, account]) if (who !== null) await takeAttemptBack(this.#home.db, who);
  }

  /** The try was not looked at: it is none. */
  async takeBack(request: Request, login: string): Promise<void> {
    for (const who of Object.values(this.#countedBy(request, login)))
      if (who !== null) await takeAttemptBack(this.#home.db, who);
  }

  /**
   * Writes into the log that somebody was refused.
   *
   * @param person whose name was given. A name that nobody has is not written: it may be a password in the wrong field
   */
  async note(request: Request, how: "password" | "passkey" | "publish token", person: string | null): Promise<void> {
    const count = this.#noted.of("", elapsed());
    if (count >= MAX_NOTED_REFUSALS) return;
    this.#noted.set("", count + 1);
    const by: Actor = SERVICE;
    const detail = { how, address: this.#home.addressOf(request) };
    const subject = { kind: person === null ? "session" : "person", id: person ?? "" } as const;
    await noteDeed(this.#home.db, by, { action: "session.refused", subject, detail }, Date.now());
  }

  /** What a try is counted by. A name is written as its hash: it may be a password in the wrong field. */
  #countedBy(request: Request, login: string): { network: string | null; both: string; account: string } {
    const address = this.#home.addressOf(request);
    const network = address === null ? null : `network ${networkOf(address)}`;
    const account = `account ${hashSecret(login)}`;
    return { network, both: `${account} ${network ?? "from anywhere"}`, account };
  }
}

const secondsUntil = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / 1_000));
