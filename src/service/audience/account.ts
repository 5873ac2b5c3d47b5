import type { Home } from "../home.ts";
import type { AnsweredPoll, PublicAccount } from "../poll/account.ts";
import type { Counts } from "./counts.ts";

/**
 * The account of everybody who polls without a key: polls of public feeds are counted, and from time to time a poll
 * takes the counts to the store.
 */
export const publicAccount = (home: Home, counts: Counts): PublicAccount => ({
  begin(): void {
    if (counts.isDue()) home.afterAnswer(counts.flush(home.db));
  },
  settle(poll: AnsweredPoll, answer: Response): Response {
    counts.add(poll, home.addressOf(poll.request));
    return answer;
  },
  settleHot(poll: AnsweredPoll): boolean {
    if (counts.isDue()) return false;
    counts.add(poll, home.addressOf(poll.request));
    return true;
  },
});
