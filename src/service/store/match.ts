import { queryParts } from "../../article/search-query.ts";

/**
 * A query as FTS5 takes it (https://sqlite.org/fts5.html §3): strings of letters and digits alone, so that nothing in it is syntax.
 *
 * @returns null where there is nothing to look for
 */
export function toMatch(query: string): string | null {
  const parts = queryParts(query);
  if (parts.length === 0) return null;
  return parts.map(({ words, begins }) => `"${words.join(" ")}"${begins ? "*" : ""}`).join(" AND ");
}

/** SQL: how well a row matches, the least the best. A word weighs most in the title, and more in the summary than in the text. */
export const RANK = "bm25(words, 10.0, 4.0, 1.0)";
