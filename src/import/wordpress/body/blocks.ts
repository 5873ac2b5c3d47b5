import { isObject, tryJson } from "../../values/json.ts";

/** A block as its delimiters say: `<!-- wp:core/image {"id":12} -->`. */
export interface BlockTag {
  kind: "start" | "end" | "alone";
  /** With its maker: `core/image`. */
  name: string;
  attributes: Record<string, unknown>;
}

/** A text in pieces: delimiters of blocks and what stands between them. */
export function splitBlocks(text: string): (string | BlockTag)[] {
  const parts: (string | BlockTag)[] = [];
  let at = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", start + 4)) {
    const end = text.indexOf("-->", start);
    if (end < 0) break;
    const tag = parseTag(text.slice(start + 4, end));
    if (!tag) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(tag);
    at = end + 3;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Whether a text was written in blocks (`has_blocks`). */
export const hasBlocks = (text: string): boolean => text.includes("<!-- wp:");

function parseTag(comment: string): BlockTag | null {
  const match = /^\s+(\/?)wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)(?:\s+(\{.*\}))?\s*(\/?)$/s.exec(comment);
  if (!match) return null;
  const [, end, name = "", json, alone] = match;
  const attributes = json && tryJson(json);
  return {
    kind: end ? "end" : alone ? "alone" : "start",
    name: name.includes("/") ? name : `core/${name}`,
    attributes: isObject(attributes) ? attributes : {},
  };
}
