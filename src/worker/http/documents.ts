import { Hono } from "hono";
import { FORMATS, type Format } from "../../feed/feed.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import type { Coding } from "../compress.ts";
import { cacheTag } from "../jobs/purge.ts";
import type { Validators } from "../store/editions.ts";
import { chooseCoding } from "./coding.ts";
import { isNotModified } from "./conditional.ts";
import { deltaBytes, wantsDelta } from "./delta.ts";
import { currentEdition, documentBytes } from "./editions.ts";
import { Memory } from "./memory.ts";
import { MEDIA_TYPES } from "./urls.ts";

/** How long caches keep a document: with `stale-while-revalidate`, the longest that a taken-back story lives in one. */
const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";

/** Seconds until a poll without an answer is worth repeating. */
const RETRY_AFTER = "5";

/** `/feeds/{slug}.rss`, `.atom`, `.json`: the documents. Never rendered here: the stored bytes are served. */
export function documents(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();
  const memory = new Memory();
  const path = `/:document{[^/]+\\.(?:${FORMATS.join("|")})}`;

  app.on(["GET", "HEAD"], path, async (c) => {
    const name = c.req.param("document") ?? "";
    const dot = name.lastIndexOf(".");
    const slug = name.slice(0, dot);
    const format = name.slice(dot + 1) as Format;
    const found = findFeed(catalogs, c.env, slug);
    if (found.status === "unknown") return plain(404, "No feed is here.");
    if (found.status === "retired") return plain(410, "This feed has ended.");
    if (found.status === "moved") return moved(`${found.base}/feeds/${found.slug}.${format}`);
    return poll(c.env, c.req.raw, slug, format);
  });

  app.all(path, () => plain(405, "A feed can be read only.", { allow: "GET, HEAD" }));

  async function poll(env: CatalogEnv, request: Request, slug: string, format: Format): Promise<Response> {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const current = await currentEdition(memory, env.DB, slug);
      if (current.status !== "held") break;
      const validators = current.held.edition.validators[format];
      if (isNotModified(request.headers, validators)) {
        return new Response(null, { status: 304, headers: cacheHeaders(slug, validators, request.url) });
      }
      const coding = chooseCoding(request.headers.get("accept-encoding"));
      if (wantsDelta(request.headers)) {
        const delta = await deltaBytes(memory, env.DB, slug, current.held, format, coding, request.headers);
        if (delta)
          return respond(
            226,
            delta,
            format,
            coding,
            {
              etag: tag(validators),
              "last-modified": date(validators),
              im: "feed",
              "cache-control": "no-store, im",
              vary: "accept-encoding, a-im",
            },
            request,
          );
      }
      const bytes = await documentBytes(memory, env.DB, slug, current.held, format, coding);
      if (bytes) return respond(200, bytes, format, coding, cacheHeaders(slug, validators, request.url), request);
      // The edition has been replaced since it was looked up, or the store is down.
      memory.drop(slug);
    }
    return plain(503, "This feed is not available now.", { "retry-after": RETRY_AFTER });
  }

  return app;
}

export type FoundFeed =
  | { status: "live" }
  | { status: "unknown" }
  | { status: "retired" }
  | { status: "moved"; slug: string; base: string };

export function findFeed(catalogs: Catalogs, env: CatalogEnv, slug: string): FoundFeed {
  const { site, definitions, moved, retired } = catalogs.get(env);
  if (definitions.has(slug)) return { status: "live" };
  if (retired.has(slug)) return { status: "retired" };
  const target = moved.get(slug);
  return target === undefined ? { status: "unknown" } : { status: "moved", slug: target, base: site.base };
}

/** What a 304 repeats of its 200 (RFC 9110 §15.4.5). One weak tag for all codings (RFC 9110 §8.8.3.3). */
function cacheHeaders(slug: string, validators: Validators, url: string): Record<string, string> {
  const headers: Record<string, string> = {
    etag: tag(validators),
    "last-modified": date(validators),
    "cache-control": CACHE_CONTROL,
    vary: "accept-encoding, a-im",
    "cache-tag": cacheTag(slug),
  };
  // A query means nothing here, and must not fill the cache in front with copies.
  if (url.includes("?")) headers["cloudflare-cdn-cache-control"] = "no-store";
  return headers;
}

function respond(
  status: number,
  bytes: Uint8Array,
  format: Format,
  coding: Coding,
  headers: Record<string, string>,
  request: Request,
): Response {
  headers["content-type"] = `${MEDIA_TYPES[format]}; charset=utf-8`;
  headers["content-length"] = String(bytes.byteLength);
  headers["x-content-type-options"] = "nosniff";
  headers["access-control-allow-origin"] = "*";
  if (coding !== "identity") headers["content-encoding"] = coding;
  return new Response(request.method === "HEAD" ? null : bytes, { status, headers, encodeBody: "manual" });
}

const tag = ({ etag }: Validators): string => `W/"${etag}"`;
const date = ({ modified }: Validators): string => new Date(modified).toUTCString();

const moved = (location: string): Response =>
  plain(301, "This feed has moved.", { location, "cache-control": "public, max-age=3600" });

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
