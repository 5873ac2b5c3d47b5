import { decodeHTMLStrict } from "entities";

/**
 * Whether a text of unknown type is markup. A tag that has an end or attributes, one that needs none, a comment, or a
 * character reference says so. `a < b`, `List<String>` and "the <b> element" are text.
 */
export const looksLikeHtml = (text: string): boolean =>
  VOID_TAG.test(text) ||
  TAG_WITH_ATTRIBUTE.test(text) ||
  END_TAG.test(text) ||
  text.includes("<!--") ||
  hasReference(text);

/** A reference counts only if HTML knows it: `?a=1&b;` is none. */
const hasReference = (text: string): boolean =>
  (text.match(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi) ?? []).some(
    (match) => decodeHTMLStrict(match) !== match,
  );

const NAMES =
  "a|abbr|address|article|aside|audio|b|bdi|bdo|big|blockquote|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|figure|" +
  "details|dialog|figcaption|font|footer|form|h[1-6]|header|i|iframe|ins|kbd|li|main|mark|math|nav|noscript|object|ol|p|" +
  "picture|pre|q|ruby|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|th|" +
  // A custom element (HTML Living Standard §4.13.3).
  "thead|time|tr|tt|u|ul|var|video|[a-z][a-z0-9]*-[a-z0-9-]+";
/** HTML Living Standard §13.1.2: a tag of these that stands alone is whole. */
const VOID_TAG = /<(?:br|hr|img|wbr|input|source|track)(?:\s[^<>]*)?\/?>/i;
const TAG_WITH_ATTRIBUTE = new RegExp(`<(?:${NAMES})\\s+[a-z][\\w-]*\\s*=\\s*["'][^<>]*>`, "i");
const END_TAG = new RegExp(`</(?:${NAMES})\\s*>`, "i");
