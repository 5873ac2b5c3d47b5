import type { Article } from "../../../article/article.ts";
import { type Problem, parseArticle, type Removed } from "../../../article/parse.ts";
import { readPageText } from "../../../import/page-text/read.ts";
import type { ImportSource } from "../../../import/source.ts";
import type { LineDecision, ReadItem } from "../../../import/source-reading.ts";

/** What was pasted, read, with what each line was taken for where it was a page's text. Nothing of it is stored. */
export type PastedDraft =
  | { status: "article"; article: Article; removed: Removed[]; notes: string[]; decisions: LineDecision[] }
  | { status: "problems"; problems: Problem[]; decisions: LineDecision[] }
  | { status: "unreadable"; reason: string; decisions: LineDecision[] };

/**
 * Reads an article as JSON, or a page's plain text. The first character tells them apart: no headline starts with a
 * brace.
 */
export async function readPasted(text: string, source: ImportSource): Promise<PastedDraft> {
  if (!text.trimStart().startsWith("{")) return readPage(text, source);
  const read = readJson(text);
  return read.status === "json" ? judge({ article: read.value }) : { ...read, decisions: [] };
}

async function readPage(text: string, source: ImportSource): Promise<PastedDraft> {
  const { items, skipped } = await readPageText(text, source);
  const [item] = items;
  if (item) return judge(item.undated === undefined ? item : publishedNow(item, source));
  const [skip] = skipped;
  return { status: "unreadable", reason: forTheDesk(skip?.reason ?? "it is empty"), decisions: skip?.decisions ?? [] };
}

/** What says nothing of a time is published when it is pasted. */
const publishedNow = ({ article, notes, ...item }: ReadItem, { now }: ImportSource): ReadItem => ({
  ...item,
  article: { ...article, published_at: now },
  notes: [...notes, "without a date: it is published now"],
});

function judge(pasted: { article: unknown } & Partial<Pick<ReadItem, "notes" | "decisions">>): PastedDraft {
  const { article, notes = [], decisions = [] } = pasted;
  const parsed = parseArticle(article);
  return parsed.status === "problems" ? { ...parsed, decisions } : { ...parsed, status: "article", notes, decisions };
}

/** The parser's reason in the desk's terms: an option of the import's command is a field of the form here. */
const forTheDesk = (reason: string): string => reason.replace(/: --base gives one$/, ": give it one below");

/** A reason why it is not JSON is in the engine's own words, which say where it stops being that. */
function readJson(text: string): { status: "json"; value: unknown } | { status: "unreadable"; reason: string } {
  try {
    return { status: "json", value: JSON.parse(text) };
  } catch (error) {
    return { status: "unreadable", reason: `it starts as JSON, but ${(error as Error).message}` };
  }
}
