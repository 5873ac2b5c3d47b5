/** A file of WordPress's library: a picture, a recording, a paper. */
export interface Attached {
  id: string;
  url: string;
  /** HTML, as are `caption`. */
  title?: string;
  caption?: string;
  /** Plain text. */
  alt?: string;
  /** Its place among those that were uploaded to the same post. */
  order: number;
  width?: number;
  height?: number;
  /** Bytes. */
  length?: number;
  /** Who made it. */
  credit?: string;
}

/** What a body names that stands elsewhere on its site. */
export interface Library {
  file(id: string): Attached | undefined;
  /** The files that were uploaded to a post. */
  filesOf(post: string): Attached[];
  /** A block that several posts share, as it is written. */
  sharedBlock(id: string): string | undefined;
}
