/**
 * A document's name as a URI reference (RFC 3986 §4.1): a URL is one, and the name of a file becomes one, relative where the name is.
 */
export function uriOf(name: string): string {
  // A drive of Windows has one letter, and is no scheme.
  const url = /^[a-z][a-z0-9+.-]+:/i.test(name) ? URL.parse(name) : null;
  if (url) return url.href;
  const path = name.replaceAll("\\", "/").toWellFormed();
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  if (/^[a-z]:\//i.test(path)) return `file:///${escaped.replace("%3A", ":")}`;
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}
