import { documentUrl } from "../../feed/compose.ts";
import type { Site } from "../../feed/definition.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";

/** The URL of each format's document. */
export const documentUrls = (site: Site, slug: string): Record<Format, string> =>
  Object.fromEntries(FORMATS.map((format) => [format, documentUrl(site, slug, format)])) as Record<Format, string>;

export const MEDIA_TYPES: Record<Format, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
