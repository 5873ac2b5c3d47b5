import { type FeedSnapshot, hasDocument, type PolledDocument } from "../../../proofread/series/poll.ts";
import type { FeedPoll } from "./poll-feed.ts";

/** After so many answers of 304 in a row the document is asked for without a condition: whether they were true is seen by nothing else. */
const TRUSTED = 4;

/** One URL, as a good reader polls it, that now and then makes sure. */
export class Turn {
  readonly url: string;
  /** What the URL held before its host, as a header: it stands in no report. */
  readonly authorization: string | undefined;
  /** Whether the server has asked for patience, and until when. Milliseconds since 1970. */
  notBefore = 0;
  /** Of the document that is there. */
  text: string | undefined;
  /** Since when it has been there; undefined where it has been since the first poll that brought one. */
  changedAt: number | undefined;
  feed: FeedSnapshot | undefined;
  /** Of the last poll that brought neither a document nor a 304, and asked for no patience. */
  failure: string | undefined;
  readonly counts = { polls: 0, documents: 0, unchanged: 0, failures: 0, patience: 0 };
  #held: PolledDocument["sent"];
  /** Validators of a document that was replaced though the last answer for them was 304: they are asked with once more. */
  #doubted: PolledDocument["sent"];
  #trusted = 0;

  constructor(url: string, authorization?: string) {
    this.url = url;
    this.authorization = authorization;
  }

  /** What the next poll sends. */
  get sent(): PolledDocument["sent"] {
    return this.#doubted ?? (this.#trusted < TRUSTED ? this.#held : undefined);
  }

  take({ poll, text, pause }: FeedPoll): void {
    this.counts.polls += 1;
    if (pause !== undefined) {
      this.counts.patience += 1;
      this.notBefore = poll.at + pause;
    }
    if (poll.failure !== undefined) {
      this.counts.failures += 1;
      this.failure = poll.failure;
    }
    if (poll.status === 304) {
      this.counts.unchanged += 1;
      this.#trusted += 1;
      this.#doubted = undefined;
    }
    if (!hasDocument(poll)) return;
    this.counts.documents += 1;
    const isNew = poll.document.hash !== this.feed?.hash;
    if (isNew && this.feed) this.changedAt = poll.at;
    this.#doubted = isNew && this.#trusted > 0 && poll.sent === undefined ? this.#held : undefined;
    this.#trusted = 0;
    this.#held = validatorsOf(poll);
    this.feed = poll.document;
    this.text = text;
  }
}

function validatorsOf({ etag, lastModified }: PolledDocument): PolledDocument["sent"] {
  if (etag === undefined && lastModified === undefined) return undefined;
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}
