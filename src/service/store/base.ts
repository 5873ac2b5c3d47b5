import type { Database } from "../home.ts";

/** The origin that was taken for the service's own; null: none was, yet. */
export const findBase = async (db: Database): Promise<string | null> =>
  (await db.prepare("SELECT origin FROM base").first<{ origin: string }>())?.origin ?? null;

/**
 * Takes an origin for the service's own, for good. Race: of two that are taken at once, the first stays.
 *
 * @returns the one that was taken
 */
export async function saveBase(db: Database, origin: string): Promise<string> {
  // In one batch with the write: a replica may not have heard of it.
  const [, taken] = await db.batch<{ origin: string }>([
    db.prepare("INSERT INTO base VALUES (1, ?) ON CONFLICT DO NOTHING").bind(origin),
    db.prepare("SELECT origin FROM base"),
  ]);
  return taken?.results[0]?.origin ?? origin;
}
