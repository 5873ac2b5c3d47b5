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

/** Whether a text is markup from its first sign to its last: what shows a tag or two in a sentence is not. */
export const isAllMarkup = (text: string): boolean => {
  const trimmed = text.trim();
  return FIRST_TAG.test(trimmed) && LAST_TAG.test(trimmed.slice(-LONGEST_LAST_TAG));
};

/** A reference counts only if HTML knows it: `?a=1&b;` is none. */
const hasReference = (text: string): boolean =>
  (text.match(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi) ?? []).some(
    (match) => decodeHTMLStrict(match) !== match,
  );

const NAMES =
  "a|abbr|acronym|address|applet|article|aside|audio|b|bdi|bdo|big|blink|blockquote|button|caption|center|cite|code|dd|del|details|dfn|div|dl|dt|em|" +
  "embed|figure|figcaption|font|footer|form|frame|frameset|h[1-6]|header|i|iframe|ins|kbd|label|li|link|main|mark|marquee|math|meta|nav|nobr|noframes|noscript|object|ol|p|" +
  "picture|pre|q|ruby|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|" +
  // A custom element (HTML Living Standard §4.13.3).
  "ul|var|video|[a-z][a-z0-9]*-[a-z0-9-]+";
/** HTML Living Standard §13.1.2: a tag of these that stands alone is whole. */
const VOID_TAG = /<(?:br|hr|img|wbr|input|source|track)(?:\s[^<>]*)?\/?>/i;
const TAG_WITH_ATTRIBUTE = new RegExp(`<(?:${NAMES})\\s+[a-z][\\w-]*\\s*=\\s*["'][^<>]*>`, "i");
/** A name with a hyphen is a custom element's (HTML Living Standard §4.13.3). */
const END_TAG = new RegExp(`</(?:${NAMES}|[a-z][a-z\\d]*-[\\w-]*)\\s*>`, "i");
const BLOCKS = "address|article|aside|blockquote|center|div|dl|figure|h[1-6]|header|ol|p|pre|section|table|ul";
const FIRST_TAG = new RegExp(`^<(?:${BLOCKS}|a|b|em|font|i|img|span|strong)(?:\\s[^<>]*)?>`, "i");
/** Characters: an `<img>` with all that it may have. */
const LONGEST_LAST_TAG = 2000;
const LAST_TAG = new RegExp(`(?:</(?:${BLOCKS})\\s*>|<(?:br|hr|img)(?:\\s[^<>]*)?/?>)$`, "i");
