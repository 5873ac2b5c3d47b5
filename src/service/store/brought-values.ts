import type { Database } from "../home.ts";
import type { ExportedValue } from "./exported-values.ts";
import { giveFeeds, nameOf } from "./values.ts";

/** A value that is brought to a store. */
export type BroughtValue = ExportedValue & {
  /** What tells it from the family's others. */
  key: string;
};

/** What a store has of values that are brought to it. */
export interface HeldValues {
  /** The slugs that they have here, by `nameOf`. */
  slugs: Map<string, string>;
  /** Of the slugs that they had there, those that are another feed's or value's here. */
  taken: Set<string>;
}

export async function findHeldValues(db: Database, values: BroughtValue[]): Promise<HeldValues> {
  const { results } = await db
    .prepare(
      `SELECT f.family, f.value AS key, f.slug FROM json_each(?1) w
         JOIN feed f ON f.family = w.value ->> 'family' AND f.value = w.value ->> 'key'
       UNION SELECT f.family, f.value, f.slug FROM json_each(?1) w JOIN feed f ON f.slug = w.value ->> 'slug'`,
    )
    .bind(JSON.stringify(values))
    .all<{ family: string; key: string; slug: string }>();
  return {
    slugs: new Map(results.map((row) => [nameOf(row), row.slug])),
    taken: new Set(results.map(({ slug }) => slug)),
  };
}

/**
 * Gives values their feeds, with the slugs that they had. They are asleep; what had readers there counts its editions on, and is never
 * nothing again.
 *
 * @throws Conflict where a value was given a feed, or a slug a value, since they were looked for
 */
export const saveBroughtValues = async (db: Database, values: BroughtValue[]): Promise<void> =>
  void (await giveFeeds(db, values).run());
