import { decodeHTMLStrict, escapeUTF8 } from "entities";
import { htmlToText } from "../../article/html/text.ts";
import { oneLine } from "../../article/text.ts";
import { htmlDepth } from "./html-depth.ts";

/** A text that knows whether it is markup: a feed's formats each say it in another way, or not at all. */
export interface Text {
  type: "text" | "html";
  value: string;
}

/** The text, or undefined where there is nothing to read. */
export const unlessBlank = (text: Text): Text | undefined => (text.value.trim() === "" ? undefined : text);

/** One line without markup: for titles, names and summaries. */
export const toLine = (text: Text): string => oneLine(text.type === "html" ? visibleText(text.value) : text.value);

/** `htmlToText` walks by recursion: markup nested deeper than this could overflow the stack, and is no article's. */
const DEEPEST_WALK = 500;

/** What a reader would see of markup. Where it is nested too deep to be walked, its tags are dropped as they stand. */
const visibleText = (html: string): string =>
  htmlDepth(html) > DEEPEST_WALK ? decodeHTMLStrict(html.replace(/<[^<>]*>/g, " ")) : htmlToText(html);

/** Markup as it is. Plain text becomes paragraphs, parted by blank lines; a single line break in one is a `<br>`. */
export function toHtml(text: Text): string {
  if (text.type === "html") return text.value;
  const paragraphs = text.value
    .trim()
    .replace(/[ \t\r]+/g, " ")
    .split(/ ?\n(?: ?\n)+ ?/);
  return paragraphs.map((paragraph) => `<p>${escapeUTF8(paragraph).replace(/ ?\n ?/g, "<br>")}</p>`).join("\n");
}
