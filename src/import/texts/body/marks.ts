/** An attribute list: classes, an id and fields, in braces (kramdown, IAL; Pandoc, attributes; Goldmark). */
const LIST =
  "[ \\t]*(?:[#.][\\w-]+|[\\w-]+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[\\w%.-]+))(?:[ \\t]+(?:[#.][\\w-]+|[\\w-]+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[\\w%.-]+)))*[ \\t]*";
const AFTER_SOMETHING = new RegExp(`(?<=[)\\]*_\`~\\uFDD1])\\{${LIST}\\}`, "g");
const LIST_AND_END = `${LIST}\\}[ \\t]*#*[ \\t]*$`;
const AFTER_HEADING = new RegExp(`(^ {0,3}#{1,6}[ \\t](?:[^\\n{]|\\{(?!${LIST_AND_END}))*)\\{${LIST_AND_END}`, "gm");
const OF_BLOCK = new RegExp(`^[ \\t]*\\{${LIST}\\}[ \\t]*$`, "gm");

/** Marks that say how a text looks or where its table of contents stands: the text stays, and none of them is shown. */
export const dropMarks = (text: string): string =>
  text
    .replace(/^[ \t]*(?:[*+-]|\d+\.)[ \t][^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*$/gim, "")
    .replace(/^[ \t]*\{::?[^{}\n]*\}[ \t]*$/gm, "")
    .replace(/\{:(?=[ \t]*[.#\w])[^{}\n]*\}/g, "")
    .replace(AFTER_HEADING, "$1")
    .replace(OF_BLOCK, "")
    .replace(AFTER_SOMETHING, "")
    .replace(/^[ \t]*(?:\[\[?_?toc_?\]\]?|\$\{toc\}|@\[toc\])[ \t]*$/gim, "");

const ADMONITION =
  /^( {0,3}):{3,}[ \t]*\{?\.?([a-z][\w-]*)\}?[ \t]*(?:\[([^\]\n]*)\]|([^\n{]*))(?:\{[^{}\n]*\})?[ \t]*$/gim;

/** `:::note Title` … `:::` (Docusaurus, VitePress, MyST): a note under its name, in bold. */
export function openAdmonitions(text: string): string {
  let opened = 0;
  const named = text.replace(ADMONITION, (_, indent: string, kind: string, bracketed?: string, title?: string) => {
    opened += 1;
    const own = (bracketed ?? title ?? "").trim();
    return `\n${indent}**${own === "" ? kind[0]?.toUpperCase() + kind.slice(1) : own}**\n`;
  });
  return opened === 0 ? text : named.replace(/^ {0,3}:{3,}[ \t]*$/gm, "");
}

/** WordPress' shortcodes as they are left in a text that was Markdown's from then on. */
export const dropWordPress = (text: string, notes: Set<string>): string =>
  text
    .replace(/\[caption\b[^\]\n]*\]((?:(?!\[\/?caption)[\s\S]){0,5000}?)\[\/caption\]/gi, "$1")
    .replace(/\[embed\b[^\]\n]*\]\s*(https?:\/\/[^\s[\]]+)\s*\[\/embed\]/gi, "$1")
    .replace(/\[youtube[= ]\s*"?([^\s"\]]+)"?[^\]\n]*\](?![([:])/gi, (_, id: string) =>
      /^https?:/i.test(id) ? id : `https://www.youtube.com/watch?v=${id}`,
    )
    .replace(/\[(audio|video)\b[^\]\n]*?\b(?:src|mp3|mp4)="(https?:[^"\]]+)"[^\]\n]*\](?:\[\/\1\])?/gi, "<$2>")
    .replace(/\[(gallery|playlist)\b[^\]\n]*=[^\]\n]*\](?![([:])/gi, (_, name: string) => {
      notes.add(`the shortcode ${name} is left out`);
      return "";
    });
