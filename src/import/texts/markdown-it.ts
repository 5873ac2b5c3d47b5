import MarkdownIt from "markdown-it";
import { MAX_HTML_DEPTH } from "../../article/limits.ts";

/**
 * CommonMark with GitHub's tables and strikethrough; HTML in it stays HTML, and what begins with `http://` is a link. Whatever
 * it is given, it takes a time that grows with the length. What nests deeper than its limit it would drop: at one more than
 * an article may, the article is refused.
 */
export const MARKDOWN = new MarkdownIt({ html: true, linkify: true, maxNesting: MAX_HTML_DEPTH + 1 });

// A name of a file or a program, `script.py`, is no link, though a country has the same two letters.
MARKDOWN.linkify.set({ fuzzyLink: false });
// GitHub Flavored Markdown 0.29 §6.5.
MARKDOWN.renderer.rules.s_open = () => "<del>";
MARKDOWN.renderer.rules.s_close = () => "</del>";
