import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { documentUrl, pageUrl } from "../../feed/compose.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";

/** `/feeds.opml`: every public feed, for a reader to import (OPML 2.0). */
export const opml = (catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> =>
  new Hono<{ Bindings: CatalogEnv }>().get("/", (c) =>
    c.body(toOpml(catalogs.get(c.env)), 200, {
      "content-type": "text/x-opml; charset=utf-8",
      "cache-control": "public, max-age=300",
    }),
  );

/** The RSS documents: `version` says RSS2, which every importer knows. */
export function toOpml({ site, definitions }: Catalog): string {
  const outlines = [...definitions.values()].map(
    ({ slug, title, description }) =>
      `<outline type="rss" version="RSS2" text="${escapeXml(title)}" title="${escapeXml(title)}" description="${escapeXml(description)}" xmlUrl="${escapeXml(documentUrl(site, slug, "rss"))}" htmlUrl="${escapeXml(pageUrl(site, slug))}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>${escapeXml(site.title)}</title></head><body>${outlines.join("")}</body></opml>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
