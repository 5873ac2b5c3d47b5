import type { Vocabulary } from "../../declare.ts";
import { MEDIA } from "../../namespaces.ts";
import { PODCAST } from "../podcast/common.ts";

/** What is the same for all of Media RSS. */
export const MEDIA_RSS = {
  prefix: "media",
  namespace: MEDIA,
  title: "Media RSS 1.5.1",
  url: "https://www.rssboard.org/media-rss",
  formats: ["rss", "rdf", "atom", "entry"],
} satisfies Partial<Vocabulary>;

/** Where an optional element may stand: it speaks of all that is below, and what is nearer to the media goes first. */
export const AT_ANY_LEVEL = ["entry", "feed", "source", "group", "content", `${PODCAST}liveItem`];

/** Where one of its elements is described. */
export const mediaSection = (local: string): string => `${MEDIA_RSS.url}#media-${local.toLowerCase()}`;
