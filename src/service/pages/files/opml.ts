import { documentUrl, pageUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { escapeXml } from "../../http/escape-xml.ts";
import type { FeedGroup } from "../groups.ts";

/**
 * Feeds for a reader to import (OPML 2.0, "Subscription lists"). They are named by their RSS documents, whose version,
 * RSS2, every importer knows. A group's outline carries text only, of which readers make a folder.
 */
export function toOpml(site: Site, groups: FeedGroup[], title = site.title): string {
  const outlines = groups.map(
    ({ title, feeds }) =>
      `<outline text="${escapeXml(title)}">${feeds.map((feed) => outline(site, feed)).join("")}</outline>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>${escapeXml(title)}</title></head><body>${outlines.join("")}</body></opml>`;
}

const outline = (site: Site, { slug, title, description }: Definition): string =>
  `<outline type="rss" version="RSS2" text="${escapeXml(title)}" title="${escapeXml(title)}" description="${escapeXml(description)}" xmlUrl="${escapeXml(documentUrl(site, slug, "rss"))}" htmlUrl="${escapeXml(pageUrl(site, slug))}"/>`;
