import { type Changes, entryKey } from "./changes.ts";
import { type DocumentPoll, hasDocument, type PolledDocument } from "./poll.ts";

/** Documents of one URL that are remembered: a rule looks back at two, and at whose tag a reader may still have. */
const REMEMBERED = 4;

/** Entries of one URL that have gone, or of which something was told: a feed that has another id for each at each poll would fill the memory. */
const MOST_REMEMBERED = 20_000;

/** A 304 for a tag that was not the last document's: true only if the document had come back. */
export interface Doubt {
  poll: PolledDocument;
  /** The document that it said was still there. */
  claimed: DocumentPoll;
  /** What was there before the 304. */
  last: DocumentPoll;
}

/** What is remembered of one URL from poll to poll: bounded, however long it is watched. */
export class Track {
  readonly url: string;
  /** The last ones, the newest at the end. */
  readonly documents: DocumentPoll[] = [];
  /** When it was last seen that an entry had left, whether or not it is back; by its key. */
  readonly gone = new Map<string, number>();
  /** When the entries of the last document were first seen, if they have not left since; by their keys. */
  since = new Map<string, number>();
  /** The last poll, whatever it brought. */
  last: PolledDocument | undefined;
  /** The last `Last-Modified` that was sent. */
  lastModified: string | undefined;
  doubt: Doubt | undefined;
  readonly #told = new Set<string>();

  constructor(url: string) {
    this.url = url;
  }

  get document(): DocumentPoll | undefined {
    return this.documents.at(-1);
  }

  /** The document that validators were given with, if it is remembered. */
  documentOf(sent: PolledDocument["sent"]): DocumentPoll | undefined {
    if (sent?.etag === undefined && sent?.lastModified === undefined) return undefined;
    return this.documents.findLast(({ etag, lastModified }) =>
      sent.etag === undefined ? lastModified === sent.lastModified : etag === sent.etag,
    );
  }

  /** Whether something is told of for the first time. */
  isFirst(key: string): boolean {
    if (this.#told.has(key)) return false;
    if (this.#told.size === MOST_REMEMBERED) this.#told.clear();
    this.#told.add(key);
    return true;
  }

  /** Goes on to the next poll, when all has been said of it. */
  take(poll: PolledDocument, changes: Changes | undefined): void {
    this.doubt = poll.status === 304 ? this.#doubtOf(poll) : undefined;
    this.last = poll;
    this.lastModified = poll.lastModified ?? this.lastModified;
    if (!hasDocument(poll)) return;
    const { entries } = poll.document;
    this.since = new Map(entries.map((entry) => [entryKey(entry), this.since.get(entryKey(entry)) ?? poll.at]));
    for (const entry of changes?.gone ?? []) this.gone.set(entryKey(entry), poll.at);
    while (this.gone.size > MOST_REMEMBERED) this.gone.delete(this.gone.keys().next().value ?? "");
    this.documents.push(poll);
    if (this.documents.length > REMEMBERED) this.documents.shift();
  }

  #doubtOf(poll: PolledDocument): Doubt | undefined {
    const [claimed, last] = [this.documentOf(poll.sent), this.document];
    return claimed && last && claimed.document.hash !== last.document.hash ? { poll, claimed, last } : undefined;
  }
}
