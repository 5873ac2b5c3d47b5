import { Hono } from "hono";
import { FORMATS, type Format } from "../../feed/feed.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { findDocument } from "../store/editions.ts";
import { MEDIA_TYPES } from "./urls.ts";

/** How long caches keep a document: with `stale-while-revalidate`, the longest that a taken-back story lives in one. */
const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";

/** `/feeds/{slug}.rss`, `.atom`, `.json`: the documents. */
export function documents(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();

  app.get(`/:document{[^/]+\\.(?:${FORMATS.join("|")})}`, async (c) => {
    const [slug = "", format = ""] = c.req.param("document").split(/\.(?=[a-z]+$)/);
    if (!catalogs.get(c.env).definitions.has(slug)) return c.text("No feed is here.", 404);
    const document = await findDocument(c.env.DB, slug, format as Format);
    if (!document) return c.text("This feed has no edition yet.", 503, { "retry-after": "5" });
    const headers = {
      etag: `"${document.etag}"`,
      "last-modified": new Date(document.publishedAt).toUTCString(),
      "cache-control": CACHE_CONTROL,
    };
    if (matches(c.req.header("if-none-match"), document.etag)) return c.body(null, 304, headers);
    return c.body(document.text, 200, {
      ...headers,
      "content-type": `${MEDIA_TYPES[format as Format]}; charset=utf-8`,
      "x-content-type-options": "nosniff",
    });
  });

  return app;
}

/** Weak comparison over a list (RFC 9110 §13.1.2). Our tags hold no comma and no quote. */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${etag}"`));
