import type { Format } from "../../feed/feed.ts";

/** ETag and Last-Modified of one format. */
export interface Validators {
  /** Opaque, without quotes. */
  etag: string;
  /** Milliseconds, whole seconds. */
  modified: number;
  /** Bytes of the document by coding, of those that it is stored in: what a 304 saves. Archives have none. */
  sizes?: Record<string, number>;
}

/** The edition of a feed that is current, or the version of an archive page, as a poll needs it. */
export interface CurrentEdition {
  number: number;
  validators: Record<Format, Validators>;
}
