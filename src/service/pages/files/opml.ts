import { documentUrl, pageUrl } from "../../../feed/addresses.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Section } from "../sections.ts";
import { escapeXml } from "./xml.ts";

/**
 * Feeds for a reader to import (OPML 2.0): the RSS documents, `version` says RSS2, which every importer knows. A group's
 * outline carries text only; readers make a folder of it.
 */
export function toOpml(site: Site, sections: Section[], title = site.title): string {
  const groups = sections.map(
    ({ title, feeds }) =>
      `<outline text="${escapeXml(title)}">${feeds.map((feed) => outline(site, feed)).join("")}</outline>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>${escapeXml(title)}</title></head><body>${groups.join("")}</body></opml>`;
}

const outline = (site: Site, { slug, title, description }: Definition): string =>
  `<outline type="rss" version="RSS2" text="${escapeXml(title)}" title="${escapeXml(title)}" description="${escapeXml(description)}" xmlUrl="${escapeXml(documentUrl(site, slug, "rss"))}" htmlUrl="${escapeXml(pageUrl(site, slug))}"/>`;
