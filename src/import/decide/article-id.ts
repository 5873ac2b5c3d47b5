import { oneLine } from "../../article/text.ts";

/** RFC 3986 §3.1: with a scheme, an id means the same everywhere; so do `urn:` and `tag:`. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S/i;

/** 80 bits: enough for a newsroom's archive, and short enough to be read out. */
const ID_BYTES = 10;

/**
 * An article's id: 20 hexadecimal digits, made of the old feed's id, so the same on every import. An id such as `763276`
 * is only one of its own feed's, so the host of the item's address takes part in it.
 */
export function articleId(guid: string, url: string): Promise<string> {
  const line = oneLine(guid);
  return shortDigest(ABSOLUTE.test(line) ? line : `${URL.parse(url)?.host ?? ""} ${line}`, ID_BYTES);
}

/** The first bytes of a text's SHA-256, in hexadecimal digits. */
export async function shortDigest(text: string, bytes: number): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...digest.subarray(0, bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
