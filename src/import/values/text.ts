import { decodeHTMLStrict, escapeUTF8 } from "entities";
import { htmlToText } from "../../article/html/text.ts";
import { oneLine } from "../../article/text.ts";

/** A text that knows whether it is markup: a feed's formats each say it in another way, or not at all. */
export interface Text {
  type: "text" | "html";
  value: string;
}

/** Undefined where there is nothing to read. */
export const present = (text: Text): Text | undefined => (text.value.trim() === "" ? undefined : text);

/** One line without markup: for titles, names and summaries. */
export const toLine = (text: Text): string => oneLine(text.type === "html" ? visible(text.value) : text.value);

/** Markup nested so deep that walking it would overflow the stack is no article's: its tags are dropped as they stand. */
const visible = (html: string): string =>
  nesting(html) > 500 ? decodeHTMLStrict(html.replace(/<[^<>]*>/g, " ")) : htmlToText(html);

/** At most: elements whose end tags may be left out count as nested. */
function nesting(html: string): number {
  let [deepest, depth] = [0, 0];
  for (const [tag] of html.matchAll(/<\/?[a-z][^<>]*>/gi)) {
    depth = Math.max(0, depth + (tag.startsWith("</") ? -1 : tag.endsWith("/>") || VOID_TAG.test(tag) ? 0 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Plain text becomes paragraphs, parted by blank lines; a single line break is one. */
export function toHtml(text: Text): string {
  if (text.type === "html") return text.value;
  const paragraphs = text.value
    .trim()
    .replace(/[ \t\r]+/g, " ")
    .split(/ ?\n(?: ?\n)+ ?/);
  return paragraphs.map((paragraph) => `<p>${escapeUTF8(paragraph).replace(/ ?\n ?/g, "<br>")}</p>`).join("\n");
}

/**
 * A tag that has an end or attributes, one that needs none, a comment, or a character reference. `a < b`, `List<String>`
 * and "the <b> element" are text.
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
  "figcaption|font|footer|h[1-6]|header|i|iframe|ins|kbd|li|main|mark|nav|object|ol|p|pre|q|ruby|s|samp|script|section|" +
  "small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video";
const VOID_TAG = /<(?:br|hr|img|wbr|input|source|track)(?:\s[^<>]*)?\/?>/i;
const TAG_WITH_ATTRIBUTE = new RegExp(`<(?:${NAMES})\\s+[a-z][\\w-]*\\s*=\\s*["'][^<>]*>`, "i");
const END_TAG = new RegExp(`</(?:${NAMES})\\s*>`, "i");
