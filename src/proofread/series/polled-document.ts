import { digestOf } from "../digest.ts";
import { type EntryView, type View, viewOf } from "../view.ts";
import { anatomyOf } from "./anatomy.ts";
import type { FeedSnapshot, PolledDocument, PolledEntry } from "./poll.ts";

/** What is known of a poll besides the document that it brought. */
export type PollFacts = Omit<PolledDocument, "document">;

/**
 * A poll, as much of it as later ones are compared with. A text that is no feed, or one that cannot be read, makes a poll without
 * a document.
 *
 * @param former what the URL had before: the same text is not read again
 * @param known what the text shows, where whoever asks has it already
 */
export function polledDocument(text: string, facts: PollFacts, former?: FeedSnapshot, known?: View): PolledDocument {
  const { at, url, status, sent, etag, lastModified, coding, failure } = facts;
  const poll: PolledDocument = { at, url, status, sent, etag, lastModified, coding, failure };
  const hash = digestOf(text);
  if (former?.hash === hash) return { ...poll, document: former };
  const view = known ?? (text === "" ? undefined : viewOf(text));
  const anatomy = view && anatomyOf(text);
  if (!view || !anatomy) return poll;
  const { format, frame, dated, markups } = anatomy;
  const entries = view.entries.map((entry, index) => polledEntry(entry, markups[index]));
  const bytes = new TextEncoder().encode(text).length;
  return { ...poll, document: { format, hash, bytes, frame, dated, entries } };
}

/** @param markup the view's entries are those of the document's parts, in one order; where they are not, what people read has to do */
function polledEntry({ id, url, title, published, updated, text }: EntryView, markup?: string): PolledEntry {
  const hash = digestOf(JSON.stringify([title, text]));
  return { id, url, title, published, updated, hash, markup: markup ?? hash };
}
