import type { Definition } from "../../feed/definition.ts";
import { isEntitled } from "../../partner/check-key.ts";
import { presented } from "../../partner/credentials.ts";
import type { AnsweredPoll, HotAccount } from "../poll/account.ts";
import type { KnownKeys } from "./known-keys.ts";
import type { Ledger } from "./ledger.ts";

/**
 * The account of a partner's feed, for polls that need no look at the store: with a key that was found good a moment ago, within its
 * limits, of an edition that the partner has a receipt for.
 *
 * @param path of the document that is polled
 */
export const hotAccount = (keys: KnownKeys, ledger: Ledger, definition: Definition, path: string): HotAccount => ({
  settleHot({ request, feed, format, sent, edition }: AnsweredPoll): boolean {
    const now = Date.now();
    const credentials = presented(request.headers.get("authorization"), request.url);
    const key = credentials && keys.known(credentials, now);
    if (!key || !isEntitled(key, definition)) return false;
    return ledger.settleHot({ key, request, url: path, format, feed, now }, sent, edition);
  },
});
