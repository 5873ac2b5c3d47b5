import { MAX_IMAGES, MAX_PARTNERS } from "./limits.ts";
import { pointerTo } from "./pointer.ts";
import { stripForbidden } from "./text.ts";

/** An article is three levels deep; what lies deeper is refused by the schema unread. */
const MAX_JSON_DEPTH = 5;

/** One more than the longest list that an article may have: the schema refuses it by name, and looks at no more of it. */
const MAX_JSON_LENGTH = Math.max(MAX_IMAGES, MAX_PARTNERS) + 1;

/** Where characters were taken out of a JSON value (RFC 6901), and how many. */
export interface Stripped {
  path: string;
  count: number;
}

/**
 * A JSON value whose texts hold no character that a document cannot carry, and no line end but `\n`.
 *
 * @param stripped is added to
 */
export function stripTexts(value: unknown, stripped: Stripped[], path = "", depth = 0): unknown {
  if (depth > MAX_JSON_DEPTH) return null;
  if (typeof value === "string") {
    const { text, count } = stripForbidden(value);
    if (count > 0) stripped.push({ path, count });
    return text.replace(/\r\n?/g, "\n");
  }
  const inside = (item: unknown, step: PropertyKey) => stripTexts(item, stripped, path + pointerTo(step), depth + 1);
  if (Array.isArray(value)) return value.slice(0, MAX_JSON_LENGTH).map(inside);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_JSON_LENGTH)
      .map(([name, item]) => [name, inside(item, name)]),
  );
}
