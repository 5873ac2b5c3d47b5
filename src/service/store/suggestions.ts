import type { Database } from "../home.ts";

/** Revisions that are looked through: what a newsroom writes again it has written lately. */
const MAX_LOOKED_THROUGH = 300;
/** Names that a field offers. */
const MAX_SUGGESTED = 200;

/** What the stories stored last have in some fields, for the completion of others', the most frequent first. */
export interface Suggestions {
  sections: string[];
  tags: string[];
  authors: string[];
  languages: string[];
  credits: string[];
}

const LATEST = `WITH latest AS MATERIALIZED (
  SELECT body FROM revision r
  WHERE r.rowid > (SELECT max(rowid) FROM revision) - ${MAX_LOOKED_THROUGH} AND r.superseded_at IS NULL)`;

/** @param values a SELECT of the column `name` from `latest` */
const mostFrequent = (db: Database, values: string) =>
  db.prepare(
    `${LATEST} SELECT name FROM (${values}) WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC, name
     LIMIT ${MAX_SUGGESTED}`,
  );

/** By row id, whatever the archive holds. */
export async function listSuggestions(db: Database): Promise<Suggestions> {
  const results = await db.batch<{ name: string }>([
    mostFrequent(db, "SELECT body ->> '$.section' AS name FROM latest"),
    mostFrequent(db, "SELECT value AS name FROM latest, json_each(latest.body, '$.tags')"),
    mostFrequent(db, "SELECT value ->> 'name' AS name FROM latest, json_each(latest.body, '$.authors')"),
    mostFrequent(db, "SELECT body ->> '$.language' AS name FROM latest"),
    mostFrequent(db, "SELECT body ->> '$.credit.name' AS name FROM latest"),
  ]);
  const [sections = [], tags = [], authors = [], languages = [], credits = []] = results.map((one) =>
    one.results.map(({ name }) => name),
  );
  return { sections, tags, authors, languages, credits };
}
