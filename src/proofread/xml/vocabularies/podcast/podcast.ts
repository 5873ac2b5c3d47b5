import type { Vocabulary } from "../../declare.ts";
import { PODCAST, PODCAST_FORMATS } from "./common.ts";
import { PODCAST_LINKS } from "./links.ts";
import { PODCAST_MEDIA } from "./media-files.ts";
import { PODCAST_PAYMENTS } from "./payments.ts";
import { PODCAST_RULES } from "./rules.ts";
import { PODCAST_SHOW } from "./show.ts";

/** The tags of Podcasting 2.0, which grow. */
export const PODCAST_VOCABULARY: Vocabulary = {
  prefix: "podcast",
  namespace: PODCAST,
  title: "Podcast namespace 1.0",
  url: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
  formats: PODCAST_FORMATS,
  mistaken: ["{http://podcastindex.org/namespace/1.0}", "{https://podcastindex.org/namespace/1.0/}"],
  aliases: ["{https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md}"],
  unknown: "warning",
  elements: { ...PODCAST_SHOW, ...PODCAST_MEDIA, ...PODCAST_LINKS, ...PODCAST_PAYMENTS },
  rules: PODCAST_RULES,
};
