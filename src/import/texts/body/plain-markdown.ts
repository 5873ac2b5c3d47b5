import { replaceExpressions } from "./expressions.ts";
import { dropMarks, dropWordPress, openAdmonitions } from "./marks.ts";
import { replaceObsidian } from "./obsidian.ts";
import { type BodyReading, replaceShortcodes } from "./shortcodes.ts";
import { Stash } from "./stash.ts";
import { stashBlocks, stashSpans } from "./stash-code.ts";
import { stashHighlighted, stashRaw } from "./verbatim.ts";

/**
 * The Markdown of a generator or an editor as Markdown alone: its shortcodes resolved or left out, its marks gone. Code is as it was, and so
 * is prose with braces in it.
 *
 * @param home the site's, for templates that write its address
 * @param notes get what was left out, by name
 */
export function plainMarkdown(text: string, home: string | undefined, notes: string[]): string {
  const stash = new Stash();
  const reading: BodyReading = { stash, notes: new Set(), home };
  let plain = stashBlocks(Stash.clear(text).replace(/\r\n?/g, "\n"), stash);
  plain = stashHighlighted(plain, reading);
  plain = stashSpans(plain, stash);
  plain = stashRaw(plain, reading);
  plain = replaceShortcodes(plain, reading);
  plain = replaceExpressions(plain, reading);
  plain = replaceObsidian(plain, reading);
  plain = nameInlineNotes(openAdmonitions(dropMarks(dropWordPress(plain, reading.notes))));
  notes.push(...reading.notes);
  return stash.restore(plain);
}

/** As `plainMarkdown`, of a file whose text is HTML with shortcodes in it. */
export function plainHtml(text: string, home: string | undefined, notes: string[]): string {
  const stash = new Stash();
  const reading: BodyReading = { stash, notes: new Set(), home };
  const prose = Stash.clear(text).replace(CODE, (code) => stash.put(code));
  const plain = replaceExpressions(replaceShortcodes(stashRaw(prose, reading), reading), reading);
  notes.push(...reading.notes);
  return stash.restore(plain);
}

const CODE = /<(pre|code|script|style)\b(?:(?!<\1\b)[\s\S])*?<\/\1>/gi;

/** `^[a note]` (Pandoc, inline notes) as a reference with its footnote below. */
function nameInlineNotes(text: string): string {
  const bodies: string[] = [];
  const referring = text.replace(/(?<!\\)\^\[((?:[^[\]]|\[[^[\]]*\]){1,2000})\](?![(:])/g, (whole, body: string) => {
    if (/\n[ \t]*\n/.test(body)) return whole;
    bodies.push(body.replace(/\s*\n\s*/g, " "));
    return `[^inline-note-${bodies.length}]`;
  });
  return bodies.length === 0
    ? text
    : `${referring}\n\n${bodies.map((body, index) => `[^inline-note-${index + 1}]: ${body}`).join("\n\n")}\n`;
}
