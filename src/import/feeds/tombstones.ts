import type { FeedDraft } from "../draft.ts";
import { attribute, saidOfFeed, type XmlElement } from "./xml.ts";

/** The ids of entries that a feed says were deleted (RFC 6721 §3): in Atom, and in RSS where somebody has put them there. */
export function deletedEntries(root: XmlElement): string[] {
  const found = saidOfFeed(root).filter(({ name }) => name === "at:deleted-entry");
  return found.flatMap((element) => attribute(element, "ref") ?? []);
}

/** A feed read once tells what it has taken back, and shows none of it. */
export function withoutDeleted(feed: FeedDraft, root: XmlElement): FeedDraft {
  const deleted = new Set(deletedEntries(root));
  const skipped = [...deleted].map((id) => ({
    where: id,
    reason: "its feed has taken it back",
    isNoStory: true as const,
  }));
  const drafts = feed.drafts.map((draft) =>
    draft.guid !== undefined && deleted.has(draft.guid)
      ? { ...draft, withheld: draft.withheld ?? "its feed has taken it back" }
      : draft,
  );
  return { ...feed, drafts, skipped: [...feed.skipped, ...skipped] };
}
