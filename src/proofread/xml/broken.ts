import { type Element, tagOf } from "./element.ts";
import { clip } from "./forms/form.ts";

/** Characters on each side of an ampersand that are shown of what it stands in. */
const AROUND = 20;

/**
 * The first & of a text or of a tag that starts no reference. A parser takes all that comes after it, up to the next semicolon,
 * for its name, and tells of it there, or at the document's end.
 *
 * @param from up to where the document was understood
 * @param to up to where it was read
 */
export function bareAmpersand(document: string, from: number, to: number): { at: number; message: string } | undefined {
  const next = document.indexOf("<", from);
  const part = document.slice(from, next === -1 ? document.length : next);
  const found = /&(?!(?:#\d+|#x[\da-fA-F]+|[A-Za-z_:][\w:.-]*);)/.exec(part);
  if (!found || from + found.index >= to) return undefined;
  const shown = part
    .slice(Math.max(0, found.index - AROUND), found.index + AROUND)
    .replace(/\s+/g, " ")
    .trim();
  return { at: from + found.index, message: `the & in "${shown}" starts no reference: it is written as &amp;` };
}

/**
 * What a parser says of tags that do not match, with the one that is left open.
 *
 * @param open the innermost element that is open
 * @param closed the last that was closed
 * @param end the document up to the end tag that does not match
 */
export function tagsFault(
  said: string,
  { open, closed, end }: { open?: Element; closed?: Element; end: string },
): string | undefined {
  if (said.startsWith("unclosed tag") && open)
    return `${opened(open)} is never closed: the document breaks off, or an end tag is missing`;
  if (!said.startsWith("unexpected close tag") || !closed) return undefined;
  const tag = end.slice(end.lastIndexOf("</")).trim();
  return `${tag.length > 2 && tag.length < 60 ? tag : "an end tag"} comes where ${opened(closed)} is still open`;
}

const opened = (element: Element): string => `${clip(tagOf(element))} of line ${element.line}`;
