/** Characters that browsers let pass in a path or query and RFC 3986 §2 does not. */
const UNSAFE = /[|^`{}[\]\\"<>]/g;
const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/g;

/**
 * An absolute http(s) URL as percent-encoded ASCII, or null. With a base, relative references resolve against it.
 */
export function parseHttpUrl(text: string, base?: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:") || url.hostname === "") return null;
  return encode(url);
}

/** As `parseHttpUrl`, for links in a body, which may also be `mailto:` or `tel:`. */
export function parseLink(text: string, base: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (url && (url.protocol === "mailto:" || url.protocol === "tel:")) return escapeUnsafe(url.href);
  return parseHttpUrl(text, base);
}

/** The host may be an IPv6 literal in brackets, which stay. */
function encode(url: URL): string {
  const start = url.href.indexOf(url.host) + url.host.length;
  return url.href.slice(0, start) + escapeUnsafe(url.href.slice(start));
}

const escapeUnsafe = (text: string): string =>
  text
    .replace(UNSAFE, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
    .replace(STRAY_PERCENT, "%25");
