/** `lines` are `Key: value`, one a line, up to the first blank one (MultiMarkdown, Pelican), or `.. key: value` (Nikola); `sections` the like with `----` between, of which one is the text (Kirby). */
export type FrontMatterFormat = "yaml" | "toml" | "json" | "lines" | "sections";

export interface FrontMatterBlock {
  format: FrontMatterFormat;
  text: string;
  /** The line of the file that `text` begins in, from 1. */
  line: number;
}

export type SplitText =
  | { status: "split"; block?: FrontMatterBlock; body: string }
  | { status: "unreadable"; reason: string };

interface Fence {
  format: FrontMatterFormat;
  end: RegExp;
  /** What the first line looks like, if fields were meant: without an end they are none, and a `---` may be a thematic break. */
  field: RegExp;
}

const FENCES: Record<string, Fence> = {
  // The end may be `...`, too (YAML 1.2.2 §9.1.2).
  "---": { format: "yaml", end: /^(?:---|\.\.\.)[ \t]*$/m, field: /^["']?[\w-]+["']?[ \t]*:/ },
  "+++": { format: "toml", end: /^\+\+\+[ \t]*$/m, field: /^["']?[\w.-]+["']?[ \t]*=|^\[/ },
  ";;;": { format: "json", end: /^;;;[ \t]*$/m, field: /^[{"]/ },
};
/** `---toml` names the language, as gray-matter does. */
const LANGUAGES: Record<string, FrontMatterFormat> = { yaml: "yaml", yml: "yaml", toml: "toml", json: "json" };

/** What fields without a fence above them begin with: any other line is the text's. */
const FIRST_FIELD =
  /^["']?(?:title|date|layout|authors?|tags|category|categories|draft|published|slug|permalink|status)["']?[ \t]*:/i;

/**
 * A text and the fields above it: in YAML between `---`, TOML between `+++`, JSON between `;;;` or as an object, in YAML or JSON with
 * a fence below alone (Hexo), or as plain lines. Ends of lines come out as `\n`.
 */
export function splitFrontMatter(written: string): SplitText {
  const text = written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const start = text.length - text.trimStart().length;
  const line = countLines(text.slice(0, start));
  const rest = text.slice(start);
  const directives = /^(?:<!--\s*\n)?((?:\.\.[ ]+[\w-]+:.*(?:\n|$))+)(?:\s*-->[ \t]*\n?)?/.exec(rest);
  if (directives?.[1] !== undefined) return splitDirectives(rest, directives[0], directives[1], line);
  const properties = PROPERTIES.exec(rest);
  if (properties?.[2] !== undefined) return splitProperties(rest, properties[1] ?? "", properties[2], line);
  if (looksLikeSections(rest)) return { status: "split", block: { format: "sections", text: rest, line }, body: "" };
  const opening = /^(---|\+\+\+|;;;)(yaml|yml|toml|json)?[ \t]*(?:\n|$)/i.exec(rest);
  if (opening) return splitFenced(text, rest.slice(opening[0].length), opening, line);
  if (/^\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}[ \t]*(?:\n|$))/.test(rest)) return splitObject(rest, line);
  return FIRST_FIELD.test(rest) ? splitOpen(text, rest, line) : { status: "split", body: text };
}

/** Notion: below the heading, what its table says of a page, as lines. */
const PROPERTIES =
  /^(# .+\n\s*\n)(?=(?:.+\n)*(?:created|last edited|status|published|publish|date|tags|author)[\w ]*: )((?:\p{L}[\p{L}\d _-]{0,40}: .*(?:\n|$))+)(?=\s|$)/iu;

function splitProperties(rest: string, heading: string, fields: string, line: number): SplitText {
  return {
    status: "split",
    block: { format: "lines", text: fields.trimEnd(), line: line + countLines(heading) - 1 },
    body: heading + rest.slice(heading.length + fields.length),
  };
}

/** Whether a text is a page's file of Kirby (getkirby.com/docs/guide/content/creating-pages). */
export const looksLikeSections = (text: string): boolean =>
  /^\uFEFF?title:.*\r?\n(?:(?!---).*\r?\n)*----[ \t]*\r?\n(?:.*\r?\n)*?text:/i.test(text);

/** getnikola.com/handbook: in a comment, or bare. */
function splitDirectives(rest: string, above: string, fields: string, line: number): SplitText {
  const text = fields.replace(/^\.\. +/gm, "").trimEnd();
  const first = above.startsWith("<") ? line + 1 : line;
  return {
    status: "split",
    block: { format: "lines", text, line: first },
    body: rest.slice(above.length).replace(/^\n+/, ""),
  };
}

function splitFenced(text: string, rest: string, [, mark = "", language]: RegExpExecArray, line: number): SplitText {
  const fence = FENCES[mark] as Fence;
  const format = LANGUAGES[language?.toLowerCase() ?? ""] ?? fence.format;
  const end = fence.end.exec(rest);
  if (end)
    return {
      status: "split",
      block: { format, text: rest.slice(0, end.index), line: line + 1 },
      body: rest.slice(end.index + end[0].length + 1),
    };
  return fence.field.test(rest.trimStart())
    ? { status: "unreadable", reason: `its front matter, which begins in line ${line}, has no end: a line ${mark}` }
    : { status: "split", body: text };
}

/** JSON that is an object of its own. */
function splitObject(rest: string, line: number): SplitText {
  let depth = 0;
  for (const { 0: part, index } of rest.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (part === "{") depth += 1;
    if (part === "}") depth -= 1;
    if (depth > 0) continue;
    const body = rest.slice(index + 1).replace(/^[ \t]*\n?/, "");
    return { status: "split", block: { format: "json", text: rest.slice(0, index + 1), line }, body };
  }
  return { status: "unreadable", reason: `its front matter, which begins in line ${line}, has no end: a }` };
}

function splitOpen(text: string, rest: string, line: number): SplitText {
  const fence = /^(---|;;;)[ \t]*$/m.exec(rest);
  const above = rest.slice(0, fence?.index);
  if (fence && above.split("\n").every((one) => /^(?:["']?[\w -]+["']?[ \t]*:|[ \t]|- |#|[\]}]|$)/.test(one))) {
    const block: FrontMatterBlock =
      fence[1] === ";;;" ? { format: "json", text: `{${above}}`, line } : { format: "yaml", text: above, line };
    return { status: "split", block, body: rest.slice(fence.index + fence[0].length + 1) };
  }
  const lines = rest.slice(0, /\n[ \t]*\n/.exec(rest)?.index);
  return lines
    .trimEnd()
    .split("\n")
    .every((one) => /^(?:[\w -]+[ \t]*:|[ \t]+\S)/.test(one))
    ? { status: "split", block: { format: "lines", text: lines, line }, body: rest.slice(lines.length).trimStart() }
    : { status: "split", body: text };
}

const countLines = (text: string): number => text.split("\n").length;
