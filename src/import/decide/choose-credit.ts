import * as limit from "../../article/limits.ts";
import { firstWords, oneLine } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { withoutUndefined } from "../values/keep.ts";

/** Where a story came from: what it says itself, else the feed that it was read from. Undefined where neither has a name. */
export function chooseCredit(
  draft: Draft,
  feed: FeedFacts,
  base: string | undefined,
): { name: string; url?: string } | undefined {
  const credit = draft.credit ?? { name: feed.title ?? "", url: feed.home };
  const name = oneLine(credit.name);
  if (name === "") return undefined;
  return withoutUndefined({ name: firstWords(name, limit.MAX_LINE - 1), url: absoluteUrl(credit.url, base) });
}
