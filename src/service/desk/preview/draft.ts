import type { Article } from "../../../article/article.ts";
import { type Problem, parseArticle, type Removed } from "../../../article/parse.ts";
import { readPageText } from "../../../import/page-text/read.ts";
import type { ImportSource } from "../../../import/source.ts";
import type { LineDecision } from "../../../import/source-reading.ts";

/** What was pasted, read. */
export type Draft =
  | { status: "article"; article: Article; removed: Removed[]; decisions: LineDecision[] }
  | { status: "problems"; problems: Problem[]; decisions: LineDecision[] }
  | { status: "unreadable"; reason: string; decisions: LineDecision[] };

/** An article as JSON, or a page's plain text. The first character tells: no headline starts with a brace. */
export async function readDraft(text: string, source: ImportSource): Promise<Draft> {
  if (!text.trimStart().startsWith("{")) return readPage(text, source);
  const read = readJson(text);
  return read.status === "json" ? judge(read.value, []) : { ...read, decisions: [] };
}

async function readPage(text: string, source: ImportSource): Promise<Draft> {
  const { items, skipped } = await readPageText(text, source);
  const [item] = items;
  if (item) return judge(item.article, item.decisions ?? []);
  const [skip] = skipped;
  return { status: "unreadable", reason: forTheDesk(skip?.reason ?? "it is empty"), decisions: skip?.decisions ?? [] };
}

function judge(input: unknown, decisions: LineDecision[]): Draft {
  const parsed = parseArticle(input);
  return parsed.status === "problems" ? { ...parsed, decisions } : { ...parsed, status: "article", decisions };
}

/** What the parser tells who imports from a terminal is a field of the form here. */
const forTheDesk = (reason: string): string =>
  reason.replace(/: --base gives one$/, ": give it one below").replace(/: --date gives one$/, ": give it one below");

/** With the parser's own words on where it stops being JSON. */
function readJson(text: string): { status: "json"; value: unknown } | { status: "unreadable"; reason: string } {
  try {
    return { status: "json", value: JSON.parse(text) };
  } catch (error) {
    return { status: "unreadable", reason: `it starts as JSON, but ${(error as Error).message}` };
  }
}
