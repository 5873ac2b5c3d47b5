import type { FeedFormat } from "../finding.ts";

/** One poll of a document, as much of it as later ones are compared with. Times are milliseconds since 1970. */
export interface PolledDocument {
  at: number;
  url: string;
  /** 200 or 304; others are told by who polls. */
  status: number;
  /** The validators that were sent along, verbatim, where the poll was conditional. */
  sent?: { etag?: string; lastModified?: string };
  etag?: string;
  lastModified?: string;
  /** Undefined with 304. */
  document?: { format: FeedFormat; hash: string; bytes: number; entries: PolledEntry[] };
}

/** An entry as later polls are compared with it. */
export interface PolledEntry {
  id?: string;
  url?: string;
  title?: string;
  published?: number;
  updated?: number;
  /** Of all that readers show of it, its dates left out. */
  hash: string;
}
