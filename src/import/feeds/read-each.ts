import { contain } from "../../article/contain.ts";
import type { Draft, FeedDraft } from "../draft.ts";
import { type Skip, skipUnreadable } from "../source-reading.ts";

export type ReadDraft = { draft: Draft } | { skip: Skip };

/**
 * A feed's items, each by itself: one that its reader cannot bear is skipped, by name, and the others are read.
 *
 * @param what one of them is called, `item` or `entry`
 * @param read is given the name of each: `item 3`
 */
export function readEach<T>(
  items: T[],
  what: string,
  read: (item: T, where: string) => ReadDraft,
): Pick<FeedDraft, "drafts" | "skipped"> {
  const drafts: Draft[] = [];
  const skipped: Skip[] = [];
  for (const [index, item] of items.entries()) {
    const where = `${what} ${index + 1}`;
    const one = contain<ReadDraft>(
      () => read(item, where),
      (fault) => ({ skip: skipUnreadable(where, fault) }),
    );
    if ("draft" in one) drafts.push(one.draft);
    else skipped.push(one.skip);
  }
  return { drafts, skipped };
}
