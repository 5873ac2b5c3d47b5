/**
 * What an answer lets the cache do with it: developers.cloudflare.com/workers/cache/configuration and /cache/concepts/cache-control. Where
 * the two differ, or say nothing, whatever keeps a copy for longer is assumed.
 */
export interface Policy {
  isStored: boolean;
  /** Seconds in which nobody is asked, from when the copy came. */
  fresh: number;
  /** Seconds after those in which the copy is sent while the next is fetched. */
  staleWhileRevalidate: number;
  /** Seconds in which the copy is sent where whoever is asked fails. */
  staleIfError: number;
}

/** The most specific is the only one that counts ("Header precedence"). */
const BY_PRECEDENCE = ["cloudflare-cdn-cache-control", "cdn-cache-control", "cache-control"];

/** Seconds for which answers that say nothing are fresh, by status; those with another are not stored. */
const HEURISTIC: Record<number, number> = {
  200: 7200,
  203: 7200,
  204: 7200,
  300: 1200,
  301: 1200,
  404: 180,
  405: 60,
  410: 180,
  414: 60,
  501: 60,
};

const NOT_STORED: Policy = { isStored: false, fresh: 0, staleWhileRevalidate: 0, staleIfError: 0 };

/** With any of these nothing stale is sent, whatever else stands there (RFC 9111 §4.2.4). */
const NEVER_STALE = ["s-maxage", "must-revalidate", "proxy-revalidate"];

/** @param isAuthorized whether the request had an Authorization */
export function policyOf(status: number, headers: Headers, isAuthorized = false): Policy {
  if (isNeverStored(status) || headers.has("set-cookie") || headers.get("vary")?.trim() === "*") return NOT_STORED;
  const said = BY_PRECEDENCE.map((name) => headers.get(name)).find((value) => value !== null);
  const directives = parse(said ?? "");
  const expires = headers.get("expires");
  if (directives.has("private") || directives.has("no-store")) return NOT_STORED;
  if (isAuthorized && !["public", "must-revalidate", "s-maxage"].some((name) => directives.has(name)))
    return NOT_STORED;
  const heuristic = HEURISTIC[status];
  const isUnsaid = said === undefined && expires === null;
  if (isUnsaid && heuristic === undefined) return NOT_STORED;
  const isExplicit = ["public", "max-age", "s-maxage"].some((name) => directives.has(name)) || expires !== null;
  // What is not cacheable by default is stored only where it is said to be ("Check the status code").
  if (heuristic === undefined && !isExplicit) return NOT_STORED;
  const stale = !NEVER_STALE.some((name) => directives.has(name));
  return {
    isStored: true,
    fresh: directives.has("no-cache") ? 0 : isUnsaid ? (heuristic ?? 0) : explicitly(directives, expires),
    staleWhileRevalidate: stale ? (directives.get("stale-while-revalidate") ?? 0) : 0,
    // Where it is not named, a stale copy is sent on error "indefinitely (as long as the cached entry has not been purged)".
    staleIfError: stale ? (directives.get("stale-if-error") ?? Number.POSITIVE_INFINITY) : 0,
  };
}

/** 206 and Cloudflare's own failures, whatever they say ("Status codes that are never cached"); a 304 is nothing by itself. */
const isNeverStored = (status: number): boolean => status === 206 || status === 304 || (status >= 520 && status <= 526);

const explicitly = (directives: Map<string, number>, expires: string | null): number =>
  directives.get("s-maxage") ??
  directives.get("max-age") ??
  (expires === null ? 0 : Math.max(0, (Date.parse(expires) - Date.now()) / 1000 || 0));

/** Each directive with its seconds, 0 where it has none. */
function parse(header: string): Map<string, number> {
  const parts = header
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split("="));
  return new Map(
    parts.flatMap(([name, value]) => (name ? [[name, Number(value?.replaceAll('"', "") ?? 0) || 0]] : [])),
  );
}
