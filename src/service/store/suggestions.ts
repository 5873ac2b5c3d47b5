import type { Database } from "../home.ts";
import { listLabels } from "./listed-articles.ts";

/** Revisions that are looked through: what a newsroom writes again it has written lately. */
const MAX_LOOKED_THROUGH = 300;
/** Names that a field offers. */
const MAX_SUGGESTED = 300;

/** What stories have in some fields, for the completion of others'. */
export interface Suggestions {
  /** Of all stories, in the order of the alphabet, as tags and authors are. */
  sections: string[];
  tags: string[];
  authors: string[];
  /** Of those stored last, the most frequent first, as credits are. */
  languages: string[];
  credits: string[];
}

/** Bodies are read once, and without their text. */
const LATEST_NAMES = `WITH latest AS MATERIALIZED (
    SELECT json_remove(body, '$.content_html') AS body FROM revision r
    WHERE r.rowid > (SELECT max(rowid) FROM revision) - ${MAX_LOOKED_THROUGH} AND r.superseded_at IS NULL
      AND (NOT ?1 OR r.body ->> '$.status' <> 'draft')
  ), named (kind, name) AS (
    SELECT 'language', body ->> '$.language' FROM latest UNION ALL SELECT 'credit', body ->> '$.credit.name' FROM latest
  )
  SELECT kind, name FROM named WHERE name IS NOT NULL GROUP BY kind, name ORDER BY count(*) DESC, name`;

/**
 * What is stored now: labels from the lists, the rest by row id, whatever the archive holds.
 *
 * @param published what drafts alone have is left out: they are for who publishes
 */
export async function listSuggestions(db: Database, published: boolean): Promise<Suggestions> {
  const asked = { limit: MAX_SUGGESTED, published };
  const [sections, tags, authors, { results }] = await Promise.all([
    listLabels(db, "section", asked),
    listLabels(db, "tag", asked),
    listLabels(db, "author", asked),
    db
      .prepare(LATEST_NAMES)
      .bind(published ? 1 : 0)
      .all<{ kind: "language" | "credit"; name: string }>(),
  ]);
  const named = (kind: string) => results.flatMap((one) => (one.kind === kind ? one.name : [])).slice(0, MAX_SUGGESTED);
  return { sections, tags, authors, languages: named("language"), credits: named("credit") };
}
