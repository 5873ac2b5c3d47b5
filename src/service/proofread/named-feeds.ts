import type { FeedOfPage } from "../examination.ts";

/** Feeds that a document is not itself, and leads to. */
export interface FeedsOf {
  is: "page" | "list";
  feeds: NamedFeed[];
}

export type NamedFeed = Pick<FeedOfPage, "url" | "title" | "how" | "comments"> & { type?: string };
