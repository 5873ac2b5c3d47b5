import type { Database } from "../home.ts";
import type { ExportedValue } from "./exported-values.ts";
import { nameOf } from "./values.ts";

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
  void (await db
    .prepare(
      `INSERT INTO feed (slug, selection, presentation, page_size, family, value, labels, asleep, edition)
       SELECT row.value ->> 'slug', '', '', f.presentation ->> '$.presentation.entries', f.path, row.value ->> 'key',
         row.value -> 'labels', 1,
         max(row.value ->> 'edition', coalesce((SELECT max(number) + 1 FROM edition WHERE feed = row.value ->> 'slug'), 0))
       FROM json_each(?) row JOIN family f ON f.path = row.value ->> 'family'`,
    )
    .bind(JSON.stringify(values))
    .run());
