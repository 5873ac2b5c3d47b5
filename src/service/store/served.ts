import type { Manifest } from "../../edition/manifest.ts";
import type { Database, PreparedStatement } from "../home.ts";
import type { EditionStamp } from "./edition-stamp.ts";

/** In which editions of a feed a revision of an article stood; `last_edition` is null while it does. */
export interface Served {
  revision: number;
  feed: string;
  first_edition: number;
  /** Milliseconds. */
  first_at: number;
  last_edition: number | null;
  /** When an edition without it was published. Milliseconds. */
  last_at: number | null;
}

/** Where the revisions of an article from one to another stood. */
export async function listServed(db: Database, id: string, from: number, to: number): Promise<Served[]> {
  const { results } = await db
    .prepare(
      `SELECT revision, feed, first_edition, first_at, last_edition, last_at FROM served
       WHERE article_id = ? AND revision BETWEEN ? AND ? ORDER BY revision, feed, first_edition`,
    )
    .bind(id, from, to)
    .all<Served>();
  return results;
}

/**
 * Statements that note which revisions of which articles begin and cease to be served with an edition.
 *
 * @param before what stood in the edition before
 */
export function noteServed(
  db: Database,
  { feed, number, at }: EditionStamp,
  before: Manifest,
  manifest: Manifest,
): PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE served SET last_edition = ?3, last_at = ?4 FROM json_each(?1) row
         WHERE article_id = row.value ->> 0 AND revision = row.value ->> 1 AND feed = ?2 AND last_edition IS NULL`,
      )
      .bind(JSON.stringify(revisionsLeftOut(before, manifest)), feed, number - 1, at),
    db
      .prepare(
        `INSERT INTO served (article_id, revision, feed, first_edition, first_at)
         SELECT value ->> 0, value ->> 1, ?2, ?3, ?4 FROM json_each(?1)`,
      )
      .bind(JSON.stringify(revisionsLeftOut(manifest, before)), feed, number, at),
  ];
}

/** The article and revision of what stands in one manifest and not in another. */
function revisionsLeftOut(from: Manifest, other: Manifest): [article: string, revision: number][] {
  const key = ([, , article, revision]: Manifest[number]) => `${revision} ${article}`;
  const there = new Set(other.map(key));
  return from.filter((one) => !there.has(key(one))).map(([, , article, revision]) => [article, revision]);
}
