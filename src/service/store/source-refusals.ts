import type { Database } from "../home.ts";

/** Something of a source that was not taken in. */
export interface SourceRefusal {
  /** What it is called there. */
  item: string;
  /** For people. */
  reason: string;
  /** Milliseconds. */
  at: number;
}

/** Refusals that are kept of a source, the latest ones: as many as anybody reads. */
export const MAX_SOURCE_REFUSALS = 100;

/** UTF-16 units of a name and of a reason that are kept. */
const MAX_TEXT = 500;

interface Told {
  refused: Omit<SourceRefusal, "at">[];
  /** What was taken in, by what it is called there: it is refused no more. */
  taken: string[];
  /** Nothing else of the source is refused. */
  isWhole: boolean;
}

/** Keeps what was refused, and drops what is too much. */
export async function saveSourceRefusals(
  db: Database,
  source: string,
  { refused, taken, isWhole }: Told,
  now: number,
): Promise<void> {
  const rows = refused
    .slice(0, MAX_SOURCE_REFUSALS)
    .map(({ item, reason }) => ({ item: item.slice(0, MAX_TEXT), reason: reason.slice(0, MAX_TEXT) }));
  await db.batch([
    isWhole
      ? db.prepare("DELETE FROM source_refusal WHERE source = ?").bind(source)
      : db
          .prepare("DELETE FROM source_refusal WHERE source = ? AND item IN (SELECT value FROM json_each(?))")
          .bind(source, JSON.stringify(taken)),
    db
      .prepare(
        `INSERT INTO source_refusal (source, item, reason, at)
         SELECT ?2, value ->> 'item', value ->> 'reason', ?3 FROM json_each(?1) WHERE true
         ON CONFLICT (source, item) DO UPDATE SET reason = excluded.reason, at = excluded.at`,
      )
      .bind(JSON.stringify(rows), source, now),
    db
      .prepare(
        `DELETE FROM source_refusal WHERE source = ?1 AND item IN (
           SELECT item FROM source_refusal WHERE source = ?1 ORDER BY at DESC LIMIT -1 OFFSET ${MAX_SOURCE_REFUSALS})`,
      )
      .bind(source),
  ]);
}

/** The latest first. */
export const listSourceRefusals = async (db: Database, source: string): Promise<SourceRefusal[]> =>
  (
    await db
      .prepare("SELECT item, reason, at FROM source_refusal WHERE source = ? ORDER BY at DESC, item")
      .bind(source)
      .all<SourceRefusal>()
  ).results;

/** How many are kept, by source. */
export async function countRefusals(db: Database): Promise<Map<string, number>> {
  const counted = db.prepare("SELECT source, count(*) AS refused FROM source_refusal GROUP BY source");
  const { results } = await counted.all<{ source: string; refused: number }>();
  return new Map(results.map(({ source, refused }) => [source, refused]));
}
