import type { Article } from "./article.ts";
import { type Problem, parseArticle, type Removed } from "./parse.ts";

/** What became of a line of NDJSON that ought to be an article. */
export type ParsedLine =
  /** `size`: UTF-16 units of the article's JSON. */
  | { status: "parsed"; article: Article; removed: Removed[]; size: number }
  /** `id`: the one that it states, where it can be read. */
  | { status: "problems"; problems: Problem[]; id?: string };

/** Parses an article's JSON. What is none is a problem, never an error. */
export function parseLine(text: string): ParsedLine {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { status: "problems", problems: [{ path: "", detail: "is not JSON" }] };
  }
  const parsed = parseArticle(input);
  if (parsed.status === "parsed") return { ...parsed, size: JSON.stringify(parsed.article).length };
  const id = (input as { id?: unknown } | null | undefined)?.id;
  return { ...parsed, ...(typeof id === "string" && { id }) };
}
