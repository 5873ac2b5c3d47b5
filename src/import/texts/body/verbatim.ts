import type { BodyReading } from "./shortcodes.ts";
import { parseTag } from "./tag.ts";

/** Text that its author wanted to see as it stands, between two shortcodes: highlighted code, a diagram's source. */
const HIGHLIGHTED =
  /(?:\{\{([<%])\s*(highlight|code|codeblock|mermaid)\b((?:(?!\{\{[<%]|[>%]\}\})[\s\S]){0,500})[>%]\}\}|\{%-?\s*(highlight|codeblock|code)\b((?:(?!\{%|%\})[\s\S]){0,500})%\})/g;

/** Blocks of code that are written as shortcodes, as blocks of code. One without an end is left as any other. */
export function stashHighlighted(text: string, { stash }: BodyReading): string {
  let result = "";
  let done = 0;
  // What has no end from here on has none further down.
  const endless = new Set<string>();
  for (const match of text.matchAll(HIGHLIGHTED)) {
    if (match.index < done) continue;
    const name = match[2] ?? match[4] ?? "";
    const from = match.index + match[0].length;
    const closing = match[2]
      ? new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "g")
      : new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g");
    const end = endless.has(closing.source) ? undefined : ends(text, closing, from);
    if (!end) {
      endless.add(closing.source);
      continue;
    }
    const code = stash.restore(text.slice(from, end.at)).replace(/^[ \t]*\n|\n[ \t]*$/g, "");
    const language =
      parseTag(`x ${match[3] ?? match[5] ?? ""}`)?.positional.find((one) => /^[\w+#-]+$/.test(one)) ?? "";
    result +=
      text.slice(done, match.index) +
      (code.includes("\n") || isAlone(text, match.index, end.to)
        ? `\n\n${stash.put(fence(code, language))}\n\n`
        : stash.put(`<code>${escapeCode(code)}</code>`));
    done = end.to;
  }
  return result + text.slice(done);
}

function ends(text: string, closing: RegExp, from: number): { at: number; to: number } | undefined {
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match ? { at: match.index, to: match.index + match[0].length } : undefined;
}

const isAlone = (text: string, from: number, to: number): boolean =>
  /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, from - 4), from)) && /^[ \t]*(?:\n|$)/.test(text.slice(to, to + 20));

function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${code}\n${ticks}`;
}

const escapeCode = (code: string): string => code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Templates' own comments, which no reader ever saw: Liquid's, Nunjucks', and what is said to be raw text, whose signs are its own. */
export const stashRaw = (text: string, { stash }: BodyReading): string =>
  text
    .replace(
      /\{%-?\s*(raw|verbatim)\s*-?%\}((?:(?!\{%-?\s*(?:raw|verbatim)\s*-?%\})[\s\S])*?)\{%-?\s*end\1\s*-?%\}/g,
      (_, _name, inner: string) => inner.replace(/[{}](?=[{}%#])|(?<=[{}%#])[{}]/g, (sign) => stash.put(sign)),
    )
    .replace(/\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*comment)[\s\S])*?\{%-?\s*endcomment\s*-?%\}/g, "")
    .replace(/\{#(?!\w)(?:(?!\{#|\n[ \t]*\n)[\s\S]){0,2000}?#\}/g, "");
