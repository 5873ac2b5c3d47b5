import { queryParts } from "../../article/search-query.ts";
import type { Database } from "../home.ts";
import type { Bind } from "./statement.ts";

/**
 * Of a word that more articles have, the index says so much that one cannot go through it all for each search: it is looked for as it
 * stands, without what begins with it, and tells no match from another.
 */
export const MAX_OF_A_WORD = 5_000;

/**
 * A query as FTS5 takes it (https://sqlite.org/fts5.html §3): strings of letters and digits alone, so that nothing in it is syntax.
 *
 * @returns null where there is nothing to look for
 */
export function toMatch(query: string): string | null {
  const parts = queryParts(query);
  if (parts.length === 0) return null;
  return allOf(parts.map(({ words, begins }) => quoted(words, begins)));
}

/** A query, and what of it tells the better match. */
export interface WeighedMatch {
  /** As FTS5 takes it. */
  match: string;
  /** Those of its parts that few articles have; null: each is in many. */
  telling: string | null;
}

/**
 * What can be looked for at once: what begins with a word that many have is left out, for all of that would have to be put together before
 * the first is found. And what can be ranked by: bm25 counts all articles that have a word, however few are asked for, and makes next to
 * nothing of a word that most have.
 *
 * @param match of `toMatch`
 */
export async function weigh(db: Database, match: string): Promise<WeighedMatch> {
  const parts = [...match.matchAll(/"([^"]*)"(\*?)/g)].map(([, words = "", star]) => ({
    words: words.split(" "),
    begins: star !== "",
  }));
  const words = parts.flatMap((part) =>
    part.words.map((word, index) => [quoted([word]), quoted([word], part.begins && index === part.words.length - 1)]),
  );
  const isOfMany = (asked: string) =>
    `(SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ${asked} LIMIT ${MAX_OF_A_WORD + 1})) > ${MAX_OF_A_WORD}`;
  const { results } = await db
    .prepare(
      `SELECT CASE WHEN ${isOfMany("asked.value ->> 0")} THEN 'word' WHEN ${isOfMany("asked.value ->> 1")} THEN 'beginning' END AS many
       FROM json_each(?) asked ORDER BY asked.key`,
    )
    .bind(JSON.stringify(words))
    .all<{ many: "word" | "beginning" | null }>();
  let next = 0;
  const weighed = parts.map((part) => {
    const ofMany = part.words.map(() => results[next++]?.many);
    return {
      text: quoted(part.words, part.begins && ofMany.at(-1) !== "word"),
      // Words that follow one another are where the rarest of them is.
      tells: ofMany.includes(null),
    };
  });
  const telling = weighed.filter(({ tells }) => tells);
  return {
    match: allOf(weighed.map(({ text }) => text)),
    telling: telling.length === 0 ? null : allOf(telling.map(({ text }) => text)),
  };
}

const quoted = (words: string[], begins = false): string => `"${words.join(" ")}"${begins ? "*" : ""}`;

const allOf = (parts: string[]): string => parts.join(" AND ");

/**
 * SQL: a SELECT of the `n` of those matches that were stored last, and of the `rank` of each, the least the best. A word weighs most in the
 * title, and more in the summary than in the text; where each is in many, those with all of them in the title come first.
 *
 * @param where SQL: which rows of `words`
 */
export function rankedMatches({ match, telling }: WeighedMatch, limit: number, where: string, bind: Bind): string {
  const last = (columns: string) =>
    `SELECT ${columns} FROM words WHERE words MATCH ${bind(match)} AND ${where} ORDER BY rowid DESC LIMIT ${limit}`;
  const ranked = "rowid AS n, bm25(words, 10.0, 4.0, 1.0) AS rank";
  if (telling === match) return last(ranked);
  if (telling !== null)
    return `SELECT ${ranked} FROM words WHERE words MATCH ${bind(telling)} AND +rowid IN (${last("rowid")})`;
  return `WITH latest AS MATERIALIZED (${last("rowid AS n")})
    SELECT n, -(n IN (SELECT rowid FROM words WHERE words MATCH ${bind(`{title} : (${match})`)}
      AND rowid >= (SELECT min(n) FROM latest))) AS rank FROM latest`;
}
