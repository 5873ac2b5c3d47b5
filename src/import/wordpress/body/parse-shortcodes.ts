import { decodeHTML } from "entities";
import { isKnownShortcode } from "./known-shortcodes.ts";

/** A shortcode in a text: `[caption width="300"]…[/caption]`. */
export interface Shortcode {
  name: string;
  /** By name in lower case; what has no name is numbered from 0. */
  attributes: Map<string, string>;
  /** What it encloses; absent where it stands alone. */
  content?: ShortcodePart[];
  /** `content` as it is written. */
  raw: string;
}

export type ShortcodePart = string | Shortcode;

/** A `[` looks no further for its `]`: the longest that page builders write are much shorter. */
const LONGEST_TAG = 10_000;
/** Deeper ones are text. Builders nest sections, rows, columns and modules. */
const MAX_DEPTH = 30;

/**
 * A text and its shortcodes. WordPress knows those that its plugins name; here nobody can ask them, so a word in brackets is one only if
 * it looks like one: it has a known name, a value, an end, or an underscore. “[sic]” and “[see below]” are what a writer wrote.
 */
export function parseShortcodes(text: string): ShortcodePart[] {
  const tags = pairUp(tagsOf(text));
  const root: ShortcodePart[] = [];
  const open: { parts: ShortcodePart[]; tag?: Tag; shortcode?: Shortcode }[] = [{ parts: root }];
  let at = 0;
  for (const tag of tags) {
    const top = open.at(-1) as (typeof open)[number];
    if (tag.start > at) top.parts.push(text.slice(at, tag.start));
    at = tag.end;
    if (tag.escaped !== undefined) top.parts.push(tag.escaped);
    else if (tag.isEnd) {
      const { shortcode, tag: start } = top;
      if (shortcode && start) shortcode.raw = text.slice(start.end, tag.start);
      open.pop();
    } else {
      const shortcode: Shortcode = { name: tag.name, attributes: attributesOf(tag.inside), raw: "" };
      top.parts.push(shortcode);
      if (tag.hasEnd) {
        shortcode.content = [];
        open.push({ parts: shortcode.content, tag, shortcode });
      }
    }
  }
  if (at < text.length) root.push(text.slice(at));
  return root;
}

interface Tag {
  start: number;
  end: number;
  name: string;
  /** What stands after the name. */
  inside: string;
  isEnd: boolean;
  hasEnd: boolean;
  /** What stands in its place: `[[gallery]]` shows `[gallery]`, and an end without a start nothing. */
  escaped?: string;
}

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  let bracket = -1;
  for (
    let start = text.indexOf("[");
    start >= 0;
    start = text.indexOf("[", Math.max(start + 1, tags.at(-1)?.end ?? 0))
  ) {
    if (bracket < start) bracket = text.indexOf("]", start);
    if (bracket < 0) break;
    const match = bracket - start > LONGEST_TAG ? null : TAG.exec(text.slice(start, start + LONGEST_TAG));
    if (!match) continue;
    const [whole, slash = "", name = "", inside = ""] = match;
    const end = start + whole.length;
    const tag = { start, end, name: name.toLowerCase(), inside, isEnd: slash !== "", hasEnd: false };
    const isEscaped = text[start - 1] === "[" && text[end] === "]" && tags.at(-1)?.end !== start;
    tags.push(isEscaped ? { ...tag, start: start - 1, end: end + 1, escaped: whole } : tag);
  }
  return tags;
}

/** Where a value is quoted, brackets may stand in it. */
const TAG = /^\[(\/?)([a-z][a-z0-9_-]*)(?![a-z0-9_-])((?:\s*=\s*"[^"<>]*"|\s*=\s*'[^'<>]*'|[^[\]])*)\]/i;

/** Those that are shortcodes, their starts and ends matched; a start without an end stands alone. */
function pairUp(tags: Tag[]): Tag[] {
  const starts: Tag[] = [];
  const kept = new Set<Tag>();
  const named = new Map<string, number>();
  for (const tag of tags) {
    if (tag.escaped !== undefined) {
      if (looksLikeShortcode(tag)) kept.add(tag);
    } else if (!tag.isEnd) {
      if (looksLikeShortcode(tag)) kept.add(tag);
      if (/\/\s*$/.test(tag.inside)) continue;
      starts.push(tag);
      named.set(tag.name, (named.get(tag.name) ?? 0) + 1);
    } else if (named.get(tag.name)) {
      for (let start = starts.pop(); start; start = starts.pop()) {
        named.set(start.name, (named.get(start.name) ?? 0) - 1);
        if (start.name !== tag.name) continue;
        start.hasEnd = starts.length < MAX_DEPTH;
        if (!start.hasEnd) tag.escaped = "";
        kept.add(start).add(tag);
        break;
      }
    } else if (isKnownShortcode(tag.name) || tag.name.includes("_")) {
      tag.escaped = "";
      kept.add(tag);
    }
  }
  return tags.filter((tag) => kept.has(tag));
}

const looksLikeShortcode = ({ name, inside }: Tag): boolean =>
  isKnownShortcode(name) || name.includes("_") || /=\s*["'“”″&\w]|\/\s*$/.test(inside);

/** As WordPress reads them (`shortcode_parse_atts`); `[youtube=https://…]` has its value at once. */
function attributesOf(inside: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const text = inside
    .replace(/[\u00A0\u200B]+/g, " ")
    .replace(/\/\s*$/, "")
    .replace(/[“”″]|&(?:quot|#8220|#8221|#8243);/g, '"');
  let unnamed = 0;
  for (const match of text.replace(/^\s*=\s*/, "").matchAll(ATTRIBUTE)) {
    const [, name, double, single, plain, alone] = match;
    const value = decodeHTML(double ?? single ?? plain ?? alone ?? "").trim();
    attributes.set(name?.toLowerCase() ?? String(unnamed++), value);
  }
  return attributes;
}

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|"?([^\s"]+)"?/g;
