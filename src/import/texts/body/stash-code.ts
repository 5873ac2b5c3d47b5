import MarkdownIt from "markdown-it";
import { MAX_HTML_DEPTH } from "../../../article/limits.ts";
import type { Stash } from "./stash.ts";

/** Finds blocks alone, by CommonMark's own rules. */
const BLOCKS = new MarkdownIt({ html: true, maxNesting: MAX_HTML_DEPTH + 1 });
BLOCKS.core.ruler.enableOnly(["normalize", "block"]);

/** HTML whose text is code, too. */
const CODE_HTML = /^\s*<(?:pre|script|style|textarea)\b/i;

/** Blocks of code put by, whole lines of them. Lines end in `\n`. */
export function stashBlocks(text: string, stash: Stash): string {
  const lines = text.split("\n");
  const kept: string[] = [];
  let next = 0;
  for (const { type, map, content } of BLOCKS.parse(text, {})) {
    const isCode = type === "fence" || type === "code_block" || (type === "html_block" && CODE_HTML.test(content));
    if (!isCode || !map || map[0] < next) continue;
    kept.push(...lines.slice(next, map[0]), stash.put(lines.slice(map[0], map[1]).join("\n")));
    next = map[1];
  }
  return [...kept, ...lines.slice(next)].join("\n");
}

/** Code in a line, between two runs of as many backticks in one paragraph (CommonMark 0.31.2 §6.1), and formulas in TeX put by. */
export function stashSpans(text: string, stash: Stash): string {
  const withoutCode = text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (paragraph.includes("`") ? stashTicks(paragraph, stash) : paragraph))
    .join("");
  return withoutCode
    .replace(DISPLAY_FORMULA, (formula) => stash.put(formula))
    .replace(FORMULA, (formula) => stash.put(formula));
}

const DISPLAY_FORMULA = /(?<!\\)\$\$(?:[^$\n]|\n(?![ \t]*\n)|\$(?!\$)){1,2000}\$\$/g;
/** Pandoc's `tex_math_dollars`: no space inside, no digit after; that tells it from prices. Without a sign of TeX it is text. */
const FORMULA = /(?<![\\$\w])\$(?=[^\s$])(?=[^$\n]*[\\^_{])[^$\n]{1,500}(?<=[^\s\\])\$(?![\d$])/g;

function stashTicks(paragraph: string, stash: Stash): string {
  const runs = [...paragraph.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  const places = Map.groupBy(runs, ({ length }) => length);
  const used = new Map<number, number>();
  let result = "";
  let done = 0;
  for (const { at, length } of runs) {
    if (at < done || (paragraph[at - 1] === "\\" && paragraph[at - 2] !== "\\")) continue;
    const same = places.get(length) ?? [];
    let index = used.get(length) ?? 0;
    while ((same[index]?.at ?? Number.POSITIVE_INFINITY) <= at) index += 1;
    used.set(length, index);
    const close = same[index];
    if (!close) continue;
    result += paragraph.slice(done, at) + stash.put(paragraph.slice(at, close.at + length));
    done = close.at + length;
  }
  return result + paragraph.slice(done);
}
