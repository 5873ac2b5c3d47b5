import { contain } from "../article/contain.ts";
import { type Converted, toArticle } from "./decide/to-article.ts";
import type { FeedDraft } from "./draft.ts";
import type { ImportSource } from "./source.ts";
import { type ReadItem, type Skip, type SourceKind, type SourceReading, skipUnreadable } from "./source-reading.ts";

/** What others may have written. A system's export is of those who had the system. */
const SYNDICATED = new Set<SourceKind>(["rss", "rdf", "atom", "json feed"]);

/** A feed of any format to articles. */
export async function convertFeed(kind: SourceKind, feed: FeedDraft, source: ImportSource): Promise<SourceReading> {
  const items: ReadItem[] = [];
  const skipped: Skip[] = [...feed.skipped];
  const facts = { ...feed.facts, isOwn: !SYNDICATED.has(kind) };
  let undated = 0;
  for (const draft of feed.drafts) {
    const converted = await contain<Converted>(
      () => toArticle(draft, facts, source),
      (fault) => ({ status: "skipped", skip: skipUnreadable(draft.where, fault) }),
    );
    if (converted.status === "skipped") skipped.push(converted.skip);
    else if (converted.item.undated === undefined) items.push(converted.item);
    // Feeds have the newest first.
    else items.push({ ...converted.item, undated: undated++ });
  }
  return { kind, title: feed.facts.title, notes: feed.notes, items, skipped };
}
