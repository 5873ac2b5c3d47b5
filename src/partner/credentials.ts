/** The credentials that a request brings. */
export interface Presented {
  /** Empty where a header was sent that holds none. */
  secret: string;
  inUrl: boolean;
}

/**
 * The credentials of a request: `Basic` with the key as its password (RFC 7617 §2), whatever the user's name; `Bearer` (RFC
 * 6750 §2.1); else `?key=`, which only some partners may use. A header decides alone where there is one.
 */
export function presented(authorization: string | null, url: string): Presented | null {
  if (authorization !== null) {
    const [, scheme = "", value = ""] = /^(Basic|Bearer) +([A-Za-z0-9+/=._~-]+) *$/i.exec(authorization) ?? [];
    const secret = scheme.toLowerCase() === "basic" ? password(value) : value;
    return { secret, inUrl: false };
  }
  const query = url.indexOf("?");
  if (query < 0) return null;
  const secret = new URLSearchParams(url.slice(query)).get("key");
  return secret === null ? null : { secret, inUrl: true };
}

/** The password in a Basic header's value. Empty where that is no base64, which is no key either. */
function password(value: string): string {
  try {
    const text = atob(value);
    return text.slice(text.indexOf(":") + 1);
  } catch {
    return "";
  }
}
