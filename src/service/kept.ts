import { Counts } from "./audience/counts.ts";
import type { Home } from "./home.ts";
import { Strangers } from "./http/strangers.ts";
import { Authenticator } from "./partner/authenticate.ts";
import { PartnerErrors } from "./partner/errors.ts";
import { KnownKeys } from "./partner/known-keys.ts";
import { Ledger } from "./partner/ledger.ts";
import { Editions } from "./poll/editions.ts";
import { HotPolls } from "./poll/hot.ts";
import { Poller } from "./poll/poll.ts";

/** What an instance keeps from one request to the next. All of it may be lost at any time; the store has what matters. */
export interface Kept {
  editions: Editions;
  poller: Poller;
  hot: HotPolls;
  counts: Counts;
  keys: KnownKeys;
  authenticator: Authenticator;
  ledger: Ledger;
  errors: PartnerErrors;
}

export function newKept(home: Home): Kept {
  const editions = new Editions(home.db);
  const keys = new KnownKeys(home.db);
  const errors = new PartnerErrors(home);
  return {
    editions,
    poller: new Poller(home, editions),
    hot: new HotPolls(home, editions),
    counts: new Counts(),
    keys,
    authenticator: new Authenticator(home, keys, new Strangers(home, "key"), errors),
    ledger: new Ledger(home),
    errors,
  };
}
