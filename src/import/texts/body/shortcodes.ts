import { resolveAddress, UNKNOWN_ADDRESS } from "./page-address.ts";
import { type SaidByTag, sayTag } from "./say.ts";
import type { Stash } from "./stash.ts";
import { parseTag, type Tag } from "./tag.ts";

/** What a Markdown text is read with: what is put by, and what is told of it. */
export interface BodyReading {
  stash: Stash;
  notes: Set<string>;
  /** The site's home: what a template writes for the site's address. */
  home?: string;
}

/**
 * Hugo's `{{< … >}}` and `{{% … %}}`, and the tags `{% … %}` of Liquid, Nunjucks, Tera and Hexo. None reaches over the beginning of another,
 * so that one that is not closed takes nothing with it.
 */
const HUGO = /\{\{([<%])(?!\/\*)((?:(?!\{\{[<%]|[>%]\}\}|\n[ \t]*\n)[\s\S]){0,5000})[>%]\}\}/g;
const LIQUID = /\{%((?:(?!\{%|%\}|\n[ \t]*\n)[\s\S]){0,5000})%\}/g;
/** The signs of those that are not closed, or not opened. */
const LOOSE = /\{\{[<%](?!\/\*)|[>%]\}\}|\{%|%\}/g;
/** Hugo's way to write of a shortcode: it is shown as it is. */
const HUGO_SHOWN = /\{\{([<%])\/\*((?:(?!\*\/)[^\n]){0,500})\*\/([>%])\}\}/g;

/** Shortcodes resolved where it is known what they say, and taken out otherwise; what stands between an opening one and its closing one stays. */
export function replaceShortcodes(text: string, reading: BodyReading): string {
  const shown = text.replace(HUGO_SHOWN, (_, open: string, inner: string, close: string) =>
    reading.stash.put(`\\{\\{${open === "<" ? "&lt;" : "%"}${inner}${close === ">" ? "&gt;" : "%"}\\}\\}`),
  );
  const hugo = shown.replace(HUGO, (whole, _, content: string, at: number) =>
    place(content, shown, at, whole.length, reading),
  );
  const liquid = hugo.replace(LIQUID, (whole, content: string, at: number) =>
    place(content, hugo, at, whole.length, reading),
  );
  return liquid.replace(LOOSE, () => {
    reading.notes.add("a shortcode that is not closed is left out, its text kept");
    return "";
  });
}

/** What only steers a template, or lays out: without it nothing is lost that could be read. */
const SILENT =
  /^(?:raw|verbatim|more|toc|lead|rawhtml|center|clear|br|excerpt|summary|highlight|else|elsif|tabs|columns|row|column|grid|div|section|span)$/;
const STEERS =
  /^(?:if|unless|for|assign|set|capture|case|when|elif|macro|block|extends|import|from|increment|decrement|cycle|tablerow|layout|with|switch)$/;

function place(content: string, text: string, at: number, length: number, reading: BodyReading): string {
  const tag = parseTag(content);
  if (!tag) {
    reading.notes.add(`the shortcode ${content.trim().slice(0, 40)} is left out`);
    return "";
  }
  if (tag.isClosing) return "";
  const address = resolveAddress(tag);
  if (address !== undefined) return placeAddress(tag, address, text, at, reading);
  const steers = STEERS.test(tag.name);
  const said = steers ? null : sayTag(tag);
  if (!said && SILENT.test(tag.name)) return "";
  if (!said || said.isPartial)
    reading.notes.add(`the shortcode ${tag.label} is left out${said ? ", its words kept" : ""}`);
  return said ? writeSaid(said, text, at, length, reading.stash) : "";
}

function placeAddress(tag: Tag, address: string, text: string, at: number, { notes, stash }: BodyReading): string {
  if (address !== UNKNOWN_ADDRESS) return stash.put(address);
  notes.add(`the shortcode ${tag.label} names a page whose address is not known: its text is kept, without a link`);
  return /\]\(\s*<?$/.test(text.slice(Math.max(0, at - 4), at)) ? stash.put(UNKNOWN_ADDRESS) : "";
}

/** What is said, as a block where it stands in a line of its own, which no list and no quotation holds. */
export function writeSaid(said: SaidByTag, text: string, at: number, length: number, stash: Stash): string {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const end = text.indexOf("\n", at + length);
  const after = text.slice(at + length, end === -1 ? undefined : end);
  const isAlone = /^ {0,3}$/.test(before) && after.trim() === "";
  return isAlone ? `\n\n${stash.put(said.block)}\n\n` : stash.put(said.inline);
}
