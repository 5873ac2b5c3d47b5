/*
 * IRIs in their normal form, in which those that are equivalent by their syntax are the same (RFC 3986 §6.2.2 and §6.2.3).
 */

const DEFAULT_PORTS: Record<string, string> = { http: "80", https: "443", ftp: "21", ws: "80", wss: "443" };

/** An absolute IRI, or a reference, in its normal form. */
export function canonicalIri(text: string): string {
  const [, scheme, , authority, path = "", query, fragment] =
    /^(?:([^:/?#]+):)?(\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  const lower = scheme?.toLowerCase();
  return [
    lower === undefined ? "" : `${lower}:`,
    authority === undefined ? "" : `//${canonicalAuthority(authority, lower)}`,
    authority === undefined && !path.startsWith("/") ? canonicalEscapes(path) : canonicalPath(path),
    query === undefined ? "" : `?${canonicalEscapes(query)}`,
    fragment === undefined ? "" : `#${canonicalEscapes(fragment)}`,
  ].join("");
}

/** Characters: no browser goes further. A base is read for each link that stands under it. */
const LONGEST_ADDRESS = 2_000;

/** Where a reference leads from a base; undefined where nobody could go. */
export function resolveIri(reference: string, base: string | undefined): string | undefined {
  if (reference.length > LONGEST_ADDRESS || (base?.length ?? 0) > LONGEST_ADDRESS) return undefined;
  if (base === undefined || !URL.canParse(base)) return URL.canParse(reference) ? reference : undefined;
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function canonicalAuthority(authority: string, scheme: string | undefined): string {
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  const [, host = "", port] = /^(.*?)(?::(\d*))?$/s.exec(authority.slice(at + 1).toLowerCase()) ?? [];
  const ownPort = port && port !== DEFAULT_PORTS[scheme ?? ""] ? `:${port}` : "";
  return `${user && user !== ":" ? `${user}@` : ""}${host}${ownPort}`;
}

/** Without dot segments (RFC 3986 §5.2.4); of an authority, the empty path is `/`. */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  const given = path.split("/").slice(1);
  for (const [index, segment] of given.entries()) {
    const isLast = index === given.length - 1;
    if (segment === "..") segments.pop();
    if (segment !== "." && segment !== "..") segments.push(canonicalEscapes(segment));
    else if (isLast) segments.push("");
  }
  return `/${segments.join("/")}`;
}

/** What need not be escaped is not, the rest in capitals; letters that were escaped in their composed form. */
function canonicalEscapes(text: string): string {
  if (!text.includes("%")) return text;
  const plain = text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
  if (/[^\0-\x7f]/.test(plain)) return plain;
  try {
    const letters = plain.replace(/(?:%[89A-F][0-9A-F])+/g, decodeURIComponent);
    return letters.normalize("NFC").replace(/[^\0-\x7f]+/g, encodeURIComponent);
  } catch {
    return plain;
  }
}
