import { type Fields, parseFields } from "./parse-fields.ts";
import { type FrontMatterFormat, splitFrontMatter } from "./split-front-matter.ts";

export type ReadFrontMatter =
  | { status: "read"; fields: Fields; format?: FrontMatterFormat; body: string; note?: string }
  | { status: "unreadable"; reason: string };

/** A text file's fields and the text below them. A file without front matter is text alone. */
export function readFrontMatter(text: string): ReadFrontMatter {
  const split = splitFrontMatter(text);
  if (split.status === "unreadable") return split;
  if (!split.block) return { status: "read", fields: {}, body: split.body };
  const parsed = parseFields(split.block);
  return parsed.status === "unreadable"
    ? parsed
    : { status: "read", fields: parsed.fields, format: split.block.format, body: split.body, note: parsed.note };
}
