import { startTags } from "./start-tags.ts";

/** A feed that a list names. */
export interface ListedFeed {
  /** As the list has it. */
  url: string;
  title?: string;
}

const OUTLINE = new Set(["outline"]);

/** The feeds of an OPML document (OPML 2.0, “Subscription lists”), each once, whatever else is wrong with it. */
export function opmlFeeds(opml: string): ListedFeed[] {
  const feeds = new Map<string, ListedFeed>();
  for (const { attributes } of startTags(opml, OUTLINE, { xml: true })) {
    const url = attributes.get("xmlurl")?.trim();
    const title = (attributes.get("title") ?? attributes.get("text"))?.trim() || undefined;
    if (url && !feeds.has(url)) feeds.set(url, { url, title });
  }
  return [...feeds.values()];
}
