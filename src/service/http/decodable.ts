/**
 * Whether a URL's path is UTF-8, percent-encoded (RFC 3986 §2.5). One that is not would name two things, itself and the text that it is
 * written as: `%ff` and `%25ff`.
 */
export function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(new URL(url).pathname);
    return true;
  } catch {
    return false;
  }
}
