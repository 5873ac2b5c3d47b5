/** A request as the tiers hand it on. */
export interface CacheRequest {
  method: string;
  /** Path and query: what a copy is kept under, whatever the host (workers/cache/cache-keys). */
  path: string;
  headers: Headers;
}

/** `Cf-Cache-Status` (workers/cache/debugging). */
export type CacheStatus = "HIT" | "MISS" | "EXPIRED" | "REVALIDATED" | "UPDATING" | "STALE" | "BYPASS";

export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** Whose bytes these are: the name of a tier, or of whoever made them in this request. */
  from: string;
  cacheStatus: CacheStatus;
}

/** Who is asked next: the upper tier, or the worker. */
export type Next = (request: CacheRequest) => Promise<Answer>;

/** What only asks whether something has changed, and would leave nothing to keep. */
export const CONDITIONS = ["if-none-match", "if-modified-since"];

/** The request without its conditions, or with one of the cache's own. */
export function asking({ method, path, headers }: CacheRequest, etag?: string | null): CacheRequest {
  const asked = new Headers(headers);
  for (const name of CONDITIONS) asked.delete(name);
  if (etag) asked.set("if-none-match", etag);
  return { method, path, headers: asked };
}

/** The answer to somebody who may have it already (RFC 9110 §13.1.2): If-None-Match of one tag or several, compared weakly. */
export function unlessKnown(request: CacheRequest, answer: Answer): Answer {
  const etag = answer.headers.get("etag");
  const tags = request.headers.get("if-none-match")?.split(/,\s*/).map(opaque) ?? [];
  if (answer.status !== 200 || etag === null || !tags.includes(opaque(etag))) return answer;
  return { ...answer, status: 304, body: new Uint8Array() };
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
