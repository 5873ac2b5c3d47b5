import type { FeedFormat } from "../finding.ts";

/** One poll of a document, as much of it as later ones are compared with: it can be kept as JSON. Times are milliseconds since 1970. */
export interface PolledDocument {
  at: number;
  url: string;
  status: number;
  /** The validators that were sent along, verbatim, where the poll was conditional. */
  sent?: { etag?: string; lastModified?: string };
  etag?: string;
  lastModified?: string;
  /** The `Content-Encoding` that it came in: each may have a tag of its own (RFC 9110 §8.8.3.3). */
  coding?: string;
  /** Why it brought neither a document nor a 304. A server that asks for patience has not failed. */
  failure?: string;
  /** Undefined with 304. */
  document?: FeedSnapshot;
}

export interface FeedSnapshot {
  format: FeedFormat;
  /** Of all its text. */
  hash: string;
  bytes: number;
  /** Of all that stands outside the entries, the feed's own dates left out. */
  frame: string;
  /** The feed's own dates, as it writes them. */
  dated: string;
  entries: PolledEntry[];
}

/** An entry as later polls are compared with it. */
export interface PolledEntry {
  id?: string;
  url?: string;
  title?: string;
  published?: number;
  updated?: number;
  /** Of what people read of it, title and text. */
  hash: string;
  /** Of all that stands in it, its dates left out. */
  markup: string;
}

/** A poll that brought a document. */
export type DocumentPoll = PolledDocument & { document: FeedSnapshot };

export const hasDocument = (poll: PolledDocument): poll is DocumentPoll => poll.document !== undefined;
