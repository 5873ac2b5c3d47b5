import type { Format } from "./feed.ts";

/** What each format's documents are served as. */
export const MEDIA_TYPES: Record<Format, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
