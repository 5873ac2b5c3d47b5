import type { Database } from "../home.ts";

/** The origin that was taken for the service's own; null: none was, yet. */
export const findBase = async (db: Database): Promise<string | null> =>
  (await db.prepare("SELECT origin FROM base").first<{ origin: string }>())?.origin ?? null;

/**
 * Takes an origin for the service's own, for good. Race: of two that are taken at once, the first stays.
 *
 * @returns whether it is this one
 */
export const saveBase = async (db: Database, origin: string): Promise<boolean> => {
  const { meta } = await db.prepare("INSERT INTO base VALUES (1, ?) ON CONFLICT DO NOTHING").bind(origin).run();
  return meta.changes === 1;
};
