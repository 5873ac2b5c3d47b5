import { sayTag } from "./say.ts";
import { type BodyReading, writeSaid } from "./shortcodes.ts";
import { parseTag } from "./tag.ts";

const EXPRESSION = /\{\{-?[ \t]*((?:(?!\{\{|\}\})[^\n]){1,500}?)[ \t]*-?\}\}/g;

/** What templates know by these names; other words in two braces are prose. */
const ROOTS =
  /^\$?(?:site|page|post|layout|include|content|collections?|config|paginator|jekyll|eleventy|pkg|env|theme|frontmatter|metadata|data|section|params|resources?|url_for|base_?url)\b(?:[.[|(\s]|$)/i;
const LITERAL = /^(?:"([^"]*)"|'([^']*)')\s*(?:\|.*)?$/;
const FILTERED = /^[\w.$[\]"'-]+\s*\|\s*[a-z_]/i;

/** What a template would write in the place of `{{ … }}`: the site's address, a path; the rest is left out by name. Prose in braces stays. */
export const replaceExpressions = (text: string, reading: BodyReading): string =>
  text.replace(EXPRESSION, (whole, expression: string, at: number) => {
    const literal = LITERAL.exec(expression);
    if (literal) return reading.stash.put(withSite(literal[1] ?? literal[2] ?? "", expression, reading));
    if (/^(?:site|config)\.(?:base_?url|root)$|^base_?url$|^(?:site|page)\.base$/i.test(expression))
      return siteOf(reading).path;
    if (/^(?:site|config)\.(?:url|home)(?:\s*\||$)/i.test(expression)) return siteOf(reading).origin;
    if (/^toc$/i.test(expression)) return "";
    const tag = /^[a-z_]\w*\s*\(.*\)$/is.test(expression)
      ? parseTag(expression.replace(/^(\w+)\s*\(/, "$1 ").slice(0, -1))
      : null;
    const said = tag ? sayTag(tag) : null;
    if (said) return writeSaid(said, text, at, whole.length, reading.stash);
    if (!tag && !ROOTS.test(expression) && !FILTERED.test(expression)) return reading.stash.put(whole);
    reading.notes.add(`the shortcode ${tag?.label ?? expression.slice(0, 60)} is left out`);
    return "";
  });

/** Jekyll's `relative_url` and `absolute_url`, and Eleventy's and Hexo's `url`: a path within the site. */
function withSite(text: string, expression: string, reading: BodyReading): string {
  const filter = /\|\s*(relative_url|absolute_url|url|url_for)\b/.exec(expression)?.[1];
  if (!filter || !text.startsWith("/")) return text;
  const { origin, path } = siteOf(reading);
  return (filter === "absolute_url" ? origin : "") + path + text;
}

function siteOf({ home }: BodyReading): { origin: string; path: string } {
  const url = home === undefined ? null : URL.parse(home);
  return { origin: url?.origin ?? "", path: url?.pathname.replace(/\/$/, "") ?? "" };
}
