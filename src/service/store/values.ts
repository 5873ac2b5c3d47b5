import type { FamilyValue } from "../../feed/family.ts";
import { hashedSlug, valueSlug } from "../../feed/value-slug.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** A value with the slug of its feed. `isNew`: it has no feed yet. */
export type NamedValue = FamilyValue & { slug: string; isNew: boolean };

/** What tells a value from all others. */
export const nameOf = ({ family, key }: Pick<FamilyValue, "family" | "key">): string => `${family}\n${key}`;

/**
 * The slugs of values' feeds, by `nameOf`: those that the store has, and for the others what they will be. Readable where no other
 * value has that one.
 */
export async function findSlugs(db: Database, values: FamilyValue[]): Promise<Map<string, NamedValue>> {
  const unique = [...new Map(values.map((value) => [nameOf(value), value])).values()];
  if (unique.length === 0) return new Map();
  const wished = unique.map(({ labels, ...value }) => ({ ...value, slug: valueSlug(labels.join(" ")) }));
  const { results } = await db
    .prepare(
      `SELECT f.family, f.value AS key, f.slug FROM json_each(?1) w
         JOIN feed f ON f.family = w.value ->> 'family' AND f.value = w.value ->> 'key'
       UNION SELECT f.family, f.value, f.slug FROM json_each(?1) w
         JOIN feed f ON f.slug = (w.value ->> 'family') || '/' || (w.value ->> 'slug')`,
    )
    .bind(JSON.stringify(wished))
    .all<{ family: string; key: string; slug: string }>();
  const known = new Map(results.map((row) => [nameOf(row), row.slug]));
  const taken = new Set(results.map(({ slug }) => slug));
  const named = unique.map((value): [string, NamedValue] => {
    const there = known.get(nameOf(value));
    const slug = there ?? choose(value, taken);
    taken.add(slug);
    return [nameOf(value), { ...value, slug, isNew: there === undefined }];
  });
  return new Map(named);
}

function choose({ family, key, labels }: FamilyValue, taken: Set<string>): string {
  const label = labels.join(" ");
  const plain = valueSlug(label);
  const readable = `${family}/${plain}`;
  return plain === null || taken.has(readable) ? `${family}/${hashedSlug(label, key)}` : readable;
}

/** Statements that give new values their feeds: none where all have theirs. */
export function insertValues(db: Database, values: NamedValue[]): PreparedStatement[] {
  const missing = values.filter(({ isNew }) => isNew);
  return missing.length === 0 ? [] : [giveFeeds(db, missing)];
}

/**
 * A statement that gives values their feeds, which are asleep; those of a family that is defined no more get none. A feed that comes back counts its editions on, from `edition` where that
 * is known, and has none until its next. Race: of two that give a value its feed, or two values one slug, one comes too late, and its
 * batch fails whole (Conflict).
 */
export const giveFeeds = (
  db: Database,
  values: (FamilyValue & { slug: string; edition?: number })[],
): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO feed (slug, selection, presentation, page_size, family, value, labels, asleep, partner, edition)
       SELECT row.value ->> 'slug', '', '', f.presentation ->> '$.presentation.entries', f.path, row.value ->> 'key',
         row.value -> 'labels', 1, f.selection ->> 'partner', max(coalesce(row.value ->> 'edition', 0),
           coalesce((SELECT max(number) + 1 FROM edition WHERE feed = row.value ->> 'slug'), 0))
       FROM json_each(?) row JOIN family f ON f.path = row.value ->> 'family' AND f.selection <> ''`,
    )
    .bind(JSON.stringify(values));
