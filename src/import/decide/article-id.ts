import { oneLine } from "../../article/text.ts";

/** RFC 3986 §3.1: with a scheme, an id means the same everywhere; so do `urn:` and `tag:`. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S/i;

/**
 * An article's id: 20 hexadecimal digits, made of the old feed's id, so the same on every import. An id such as `763276`
 * is only one of its own feed's, so the host of the item's address takes part in it.
 */
export function articleId(guid: string, url: string): Promise<string> {
  const line = oneLine(guid);
  return shortDigest(ABSOLUTE.test(line) ? line : `${URL.parse(url)?.host ?? ""} ${line}`);
}

/** 80 bits of SHA-256: enough for a newsroom's archive, and short enough to be read out. */
async function shortDigest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
