import { type Actor, SERVICE } from "../../../people/actor.ts";
import { hashSecret } from "../../../people/secret.ts";
import { elapsed } from "../../elapsed.ts";
import type { Home } from "../../home.ts";
import { MinuteCounts } from "../../http/minute-counts.ts";
import { noteDeed } from "../../store/audit.ts";
import {
  countAttempt,
  FREE_BY_ACCOUNT,
  FREE_BY_ADDRESS,
  forgetAttempts,
  takeAttemptBack,
} from "../../store/sign-in-attempts.ts";

/** Refused sign-ins that an instance writes into the log in a minute: enough to see that somebody guesses, and no flood fills it. */
export const MAX_NOTED_REFUSALS = 10;

/** Guesses at passwords, and what becomes of them: slower and slower, by account and by address. */
export class Attempts {
  readonly #home: Pick<Home, "db" | "addressOf">;
  readonly #noted = new MinuteCounts();

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
    const address = this.#home.addressOf(request);
    if (address !== null) {
      const byAddress = await countAttempt(this.#home.db, ofAddress(address), FREE_BY_ADDRESS, now);
      if ("until" in byAddress) return secondsUntil(byAddress.until, now);
    }
    const byAccount = await countAttempt(this.#home.db, ofAccount(login), FREE_BY_ACCOUNT, now);
    return "until" in byAccount ? secondsUntil(byAccount.until, now) : null;
  }

  /** The try was right: the account's failures are forgotten. */
  async forget(request: Request, login: string): Promise<void> {
    const address = this.#home.addressOf(request);
    await forgetAttempts(this.#home.db, ofAccount(login));
    if (address !== null) await takeAttemptBack(this.#home.db, ofAddress(address));
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
}

/** A name is written as its hash: it may be a password in the wrong field. */
const ofAccount = (login: string): string => `account ${hashSecret(login)}`;
const ofAddress = (address: string): string => `address ${address}`;

const secondsUntil = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / 1_000));
