import type { RuleFormat } from "../../../rule.ts";

export const PODCAST = "{https://podcastindex.org/namespace/1.0}";

/** A live stream's item holds what an episode's holds. */
export const EPISODE = ["entry", "liveItem"];
export const ANY_LEVEL = ["feed", ...EPISODE];
export const PODCAST_FORMATS: readonly RuleFormat[] = ["rss"];

/** Where one of its tags is described. */
export const tagPage = (page: string): string =>
  `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${page}.md`;
