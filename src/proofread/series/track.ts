import { digestOf } from "../digest.ts";
import { type Changes, entryKey } from "./changes.ts";
import { type DocumentPoll, hasDocument, type PolledDocument, type PolledEntry } from "./poll.ts";

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
  /** The last poll, whatever it brought. */
  last: PolledDocument | undefined;
  /** The last `Last-Modified` that was sent. */
  lastModified: string | undefined;
  doubt: Doubt | undefined;
  /** When it was last seen that an entry had left, whether or not it is back; the longest ago at the start. */
  readonly #gone = new Map<string, number>();
  /** When the entries of the last document were first seen, if they have not left since. */
  #since = new Map<string, number>();
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
  isFirst(what: string): boolean {
    const key = digestOf(what);
    if (this.#told.has(key)) return false;
    if (this.#told.size === MOST_REMEMBERED) this.#told.clear();
    this.#told.add(key);
    return true;
  }

  /** When it was last seen that an entry had left, whether or not it is back. */
  leftAt = (entry: PolledEntry): number | undefined => this.#gone.get(digestedKey(entry));

  /** When an entry of the last document was first seen, if it has not left since. */
  seenSince = (entry: PolledEntry): number | undefined => this.#since.get(digestedKey(entry));

  /** Goes on to the next poll, when all has been said of it. */
  take(poll: PolledDocument, changes: Changes | undefined): void {
    this.doubt = poll.status === 304 ? this.#doubtOf(poll) : undefined;
    this.last = poll;
    // The page of an error has a date of its own.
    if (hasDocument(poll) || poll.status === 304) this.lastModified = poll.lastModified ?? this.lastModified;
    if (!hasDocument(poll)) return;
    const keys = poll.document.entries.map(digestedKey);
    this.#since = new Map(keys.map((key) => [key, this.#since.get(key) ?? poll.at]));
    for (const key of (changes?.gone ?? []).map(digestedKey)) {
      // So that it is the last again.
      this.#gone.delete(key);
      this.#gone.set(key, poll.at);
    }
    while (this.#gone.size > MOST_REMEMBERED) this.#gone.delete(this.#gone.keys().next().value ?? "");
    this.documents.push(poll);
    if (this.documents.length > REMEMBERED) this.documents.shift();
  }

  #doubtOf(poll: PolledDocument): Doubt | undefined {
    const [claimed, last] = [this.documentOf(poll.sent), this.document];
    return claimed && last && claimed.document.hash !== last.document.hash ? { poll, claimed, last } : undefined;
  }
}

/** An id, an address or a title may be of any length: what is remembered of each is of one. */
const digestedKey = (entry: PolledEntry): string => digestOf(entryKey(entry));
