/// <reference path="./markdown-it-footnote.d.ts" />
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { MAX_HTML_DEPTH } from "../../../article/limits.ts";
import { nameAlerts } from "./alerts.ts";
import { endWithFootnotes } from "./footnotes.ts";
import { keepFormulas } from "./formula-rule.ts";
import { checkTasks } from "./tasks.ts";
import { unwrapUnknown } from "./unwrap-unknown.ts";

/**
 * CommonMark with GitHub's tables, strikethrough, task lists, alerts and footnotes; HTML in it stays HTML, and what begins with `http://` is a link. Whatever
 * it is given, it takes a time that grows with the length. What nests deeper than its limit it would drop: at one more than
 * an article may, the article is refused.
 */
export const MARKDOWN = new MarkdownIt({ html: true, linkify: true, maxNesting: MAX_HTML_DEPTH + 1 });

// A name of a file or a program, `script.py`, is no link, though a country has the same two letters.
MARKDOWN.linkify.set({ fuzzyLink: false });
// GitHub Flavored Markdown 0.29 §6.5.
MARKDOWN.renderer.rules.s_open = () => "<del>";
MARKDOWN.renderer.rules.s_close = () => "</del>";
MARKDOWN.use(footnotes).use(endWithFootnotes).use(checkTasks).use(nameAlerts).use(keepFormulas).use(unwrapUnknown);

/**
 * The HTML of Markdown.
 *
 * @param page where it is published: footnotes of several stories on one page have ids of their own by it
 * @param notes get what was left out
 */
export function renderMarkdown(markdown: string, page: string, notes: string[]): string {
  return MARKDOWN.render(markdown, { docId: shortHash(page), notes });
}

/** FNV-1a, 32 bits: it only has to differ between the stories of one page. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
