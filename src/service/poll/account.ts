import type { Format } from "../../feed/feed.ts";
import type { PollRequest } from "../home.ts";

/** A poll and its answer, as far as those need it who keep account of polls. */
export interface AnsweredPoll {
  request: PollRequest;
  /** The feed's slug, or the key of its archive's page. */
  feed: string;
  format: Format;
  status: number;
  /** The body's bytes, which an answer to HEAD does not send. */
  sent: number;
  /** Bytes of the whole document, where less was sent; 0 where it was sent whole, or where that is not known. */
  whole: number;
  /** The edition it was made of; 0: there was none to be had. */
  edition: number;
}

/** Whoever polls has an account, which has the last word on an answer before it goes out. */
export interface Account {
  /** @returns the answer, or another in its place */
  settle(poll: AnsweredPoll, answer: Response): Response | Promise<Response>;
}

/** An account that can be settled without a promise, for polls that come all day. */
export interface HotAccount {
  /** @returns false where this is no poll to be settled so: let the routes answer */
  settleHot(poll: AnsweredPoll): boolean;
}

/** The account of everybody who polls without a key. */
export interface PublicAccount extends Account, HotAccount {
  /** Called when a poll comes: what the account has to do from time to time, it begins here, to go on after the answer. */
  begin(): void;
}
