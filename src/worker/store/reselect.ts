import type { Article } from "../../article/article.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { selects } from "../../feed/select.ts";
import { type Membership, memberships } from "./articles.ts";

/** Articles read for one step: without their bodies some 1 KB each. */
const STEP = 500;

/**
 * One step of choosing a feed's articles anew, after its definition changed: the next articles by id. A step that is lost
 * is made again; saves made meanwhile already follow the new definition.
 *
 * @returns whether it was the last
 */
export async function reselectStep(
  db: D1Database,
  catalog: Catalog,
  definition: Definition,
  after: string,
): Promise<boolean> {
  const { results } = await db
    .prepare(
      `SELECT a.id, a.revision, json_remove(r.body, '$.content_html', '$.summary') AS body
       FROM article a JOIN revision r ON r.article_id = a.id AND r.revision = a.revision
       WHERE a.id > ? ORDER BY a.id LIMIT ?`,
    )
    .bind(after, STEP)
    .all<{ id: string; revision: number; body: string }>();
  const rows = results.map(({ id, revision, body }) => ({
    id,
    revision,
    membership: chosen(JSON.parse(body), catalog, definition),
  }));
  const last = results.length < STEP ? null : (results.at(-1)?.id ?? null);
  await db.batch([...replace(db, definition.slug, rows), advance(db, definition.slug, after, last)]);
  return last === null;
}

function chosen(article: Article, catalog: Catalog, definition: Definition): Membership | null {
  if (!selects(definition, article, catalog.site.language)) return null;
  return memberships(article, [definition.slug])[0] ?? null;
}

/** Race: an article saved since it was read has its memberships from that save; its row here is passed over. */
function replace(
  db: D1Database,
  slug: string,
  rows: { id: string; revision: number; membership: Membership | null }[],
): D1PreparedStatement[] {
  const json = JSON.stringify(rows);
  const unchanged =
    "json_each(?2) row JOIN article a ON a.id = row.value ->> 'id' AND a.revision = row.value ->> 'revision'";
  return [
    db
      .prepare(`DELETE FROM membership WHERE feed = ?1 AND article_id IN (SELECT a.id FROM ${unchanged})`)
      .bind(slug, json),
    db
      .prepare(
        `INSERT INTO membership (feed, article_id, updated, visible_from, visible_until)
         SELECT ?1, a.id, row.value ->> '$.membership.updated', row.value ->> '$.membership.visible_from', row.value ->> '$.membership.visible_until'
         FROM ${unchanged} WHERE row.value -> '$.membership.feed' IS NOT NULL`,
      )
      .bind(slug, json),
  ];
}

/** Race: another publisher may have made this step, or the definition may have changed again: then it stays as it is. */
const advance = (db: D1Database, slug: string, from: string, to: string | null): D1PreparedStatement =>
  db.prepare("UPDATE feed SET reselect_after = ? WHERE slug = ? AND reselect_after = ?").bind(to, slug, from);
