import { decodeHTMLStrict, escapeUTF8 } from "entities";
import { parseForeignHtml } from "../../article/html/foreign.ts";
import { treeToText } from "../../article/html/text.ts";
import { oneLine } from "../../article/text.ts";
import { isAllMarkup, looksLikeHtml } from "./looks-like-html.ts";

/** A text that knows whether it is markup: a feed's formats each say it in another way, or not at all. */
export interface Text {
  type: "text" | "html";
  value: string;
}

/**
 * A text that never says what it is, judged by its looks. One that shows the tags of all of it was encoded twice, and is read as what
 * was meant.
 */
export function guessText(written: string): Text {
  const value = withoutCdata(written);
  if (!looksLikeHtml(value)) return { type: "text", value };
  const meant = value.includes("<") ? value : decodeHTMLStrict(value);
  return { type: "html", value: isAllMarkup(meant) ? meant : value };
}

/** What was put into CDATA twice, without the marks that would be shown. */
export const withoutCdata = (value: string): string => {
  const trimmed = value.trim();
  const end = /\]\](?:>|&gt;)$/.exec(trimmed.slice(-"]]&gt;".length));
  return end && trimmed.startsWith(CDATA) ? trimmed.slice(CDATA.length, -end[0].length) : value;
};
const CDATA = "<![CDATA[";

/** What is called plain text and is markup from its first sign to its last is read as that. */
export function calledPlain(value: string, notes: string[]): Text {
  if (!isAllMarkup(value)) return { type: "text", value };
  notes.push("what is called plain text is markup, and read as that");
  return { type: "html", value };
}

/** The text, or undefined where there is nothing to read. */
export const unlessBlank = (text: Text): Text | undefined => (text.value.trim() === "" ? undefined : text);

/** A value of JSON as a text; undefined where it is none, or blank. */
export const unlessNoText = (type: Text["type"], value: unknown): Text | undefined =>
  typeof value === "string" ? unlessBlank({ type, value }) : undefined;

/** One line without markup: for titles, names and summaries. */
export const toLine = (text: Text): string => oneLine(text.type === "html" ? visibleText(text.value) : text.value);

/** What a reader would see of markup. Of what costs more than its length to be read, the tags are dropped as they stand. */
function visibleText(html: string): string {
  const parsed = parseForeignHtml(html);
  return parsed.status === "parsed" ? treeToText(parsed.tree) : decodeHTMLStrict(html.replace(/<[^<>]*>/g, " "));
}

/** Markup as it is. Plain text becomes paragraphs, parted by blank lines; a single line break in one is a `<br>`. */
export function toHtml(text: Text): string {
  if (text.type === "html") return text.value;
  const paragraphs = text.value
    .trim()
    .replace(/[ \t\r]+/g, " ")
    .split(/ ?\n(?: ?\n)+ ?/);
  return paragraphs.map((paragraph) => `<p>${escapeUTF8(paragraph).replace(/ ?\n ?/g, "<br>")}</p>`).join("\n");
}
