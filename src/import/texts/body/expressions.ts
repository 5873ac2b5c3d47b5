import { say } from "./say.ts";
import { type Reading, write } from "./shortcodes.ts";
import { parseTag } from "./tag.ts";

const EXPRESSION = /\{\{-?[ \t]*((?:(?!\{\{|\}\})[^\n]){1,500}?)[ \t]*-?\}\}/g;

/** What templates know by these names; other words in two braces are prose. */
const ROOTS =
  /^\$?(?:site|page|post|layout|include|content|collections?|config|paginator|jekyll|eleventy|pkg|env|theme|frontmatter|metadata|data|section|params|resources?|url_for|base_?url)\b(?:[.[|(\s]|$)/i;
const LITERAL = /^(?:"([^"]*)"|'([^']*)')\s*(?:\|.*)?$/;
const FILTERED = /^[\w.$[\]"'-]+\s*\|\s*[a-z_]/i;

/** What a template would write in the place of `{{ … }}`: the site's address, a path; the rest is left out by name. Prose in braces stays. */
export const replaceExpressions = (text: string, reading: Reading): string =>
  text.replace(EXPRESSION, (whole, expression: string, at: number) => {
    const literal = LITERAL.exec(expression);
    if (literal) return reading.stash.put(literal[1] ?? literal[2] ?? "");
    if (/^(?:site|config)\.(?:base_?url|root)$|^base_?url$|^(?:site|page)\.base$/i.test(expression)) return "";
    if (/^(?:site|config)\.(?:url|home)(?:\s*\||$)/i.test(expression)) return (reading.home ?? "").replace(/\/$/, "");
    if (/^toc$/i.test(expression)) return "";
    const tag = /^[a-z_]\w*\s*\(.*\)$/is.test(expression)
      ? parseTag(expression.replace(/^(\w+)\s*\(/, "$1 ").slice(0, -1))
      : null;
    const said = tag ? say(tag) : null;
    if (said) return write(said, text, at, whole.length, reading.stash);
    if (!tag && !ROOTS.test(expression) && !FILTERED.test(expression)) return reading.stash.put(whole);
    reading.notes.add(`the shortcode ${tag?.label ?? expression.slice(0, 60)} is left out`);
    return "";
  });
