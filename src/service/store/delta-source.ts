import type { Manifest } from "../../edition/manifest.ts";
import type { Format } from "../../feed/feed.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** Editions that a delta may start from: a reader that polls hourly while a feed changes every minute still gets one. */
export const DELTA_EDITIONS = 60;

/** What a delta is cut from, beside the text of the current document. */
export interface DeltaSource {
  /** What stood in the edition that the reader has. */
  base: Manifest;
  /** What stands in the current one, and where. */
  manifest: Manifest;
  spans: [number, number][];
}

/** What a reader has, and what is current. */
export interface DeltaKey {
  slug: string;
  /** The number of the current edition. */
  edition: number;
  format: Format;
  /** The tag of the reader's document, without quotes; or the number of the edition that a subscriber has. */
  from: { etag: string } | { edition: number };
}

/**
 * What a delta is made of: null where no kept edition is that one, or the copy near by has no such edition yet, for which the whole
 * document does as well. Reads the last editions of one feed, by key.
 */
export async function findDeltaSource(
  db: Database,
  { slug, edition, format, from }: DeltaKey,
): Promise<DeltaSource | null> {
  const [isBase, base] =
    "etag" in from ? ["b.validators ->> ('$.' || ?3 || '.etag') = ?4", from.etag] : ["b.number = ?4", from.edition];
  const row = await (db.near ?? db)
    .prepare(
      `SELECT b.manifest AS base, c.manifest, d.spans FROM edition b
       JOIN edition c ON c.feed = ?1 AND c.number = ?2
       JOIN document d ON d.feed = ?1 AND d.edition = ?2 AND d.format = ?3 AND d.part = 0 AND d.spans IS NOT NULL
       WHERE b.feed = ?1 AND b.number < ?2 AND b.number >= ?2 - ${DELTA_EDITIONS}
         AND b.manifest IS NOT NULL AND ${isBase}
       ORDER BY b.number DESC LIMIT 1`,
    )
    .bind(slug, edition, format, base)
    .first<{ base: string; manifest: string; spans: string }>();
  return row && { base: JSON.parse(row.base), manifest: JSON.parse(row.manifest), spans: JSON.parse(row.spans) };
}

/** Drops what stood in the edition from which, now that there is a newer one, no delta starts any more. */
export const dropManifest = (db: Database, slug: string, edition: number): PreparedStatement =>
  db
    .prepare("UPDATE edition SET manifest = NULL WHERE feed = ? AND number = ?")
    .bind(slug, edition - DELTA_EDITIONS - 1);
