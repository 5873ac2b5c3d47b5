import type { Article } from "../../article/article.ts";
import type { Dates } from "../../article/dates.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { type Membership, memberships } from "../../feed/membership.ts";
import { selects } from "../../feed/select.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { replaceMemberships } from "./memberships.ts";
import { isRefused, refuseBatch } from "./refuse-batch.ts";

/** Articles read for one step: without their bodies some 1 KB each. */
const STEP = 500;

/**
 * One step of choosing a feed's articles anew, after its definition changed: the next articles by id. A step that is lost
 * is made again; saves made meanwhile already follow the new definition.
 *
 * @returns whether it was the last
 */
export async function reselectStep(
  db: Database,
  catalog: Catalog,
  definition: Definition,
  after: string,
): Promise<boolean> {
  const { results } = await db
    .prepare(
      `SELECT a.id, a.revision, a.published, a.updated, a.public, json_remove(r.body, '$.content_html', '$.summary') AS body
       FROM article a JOIN ${CURRENT_REVISION}
       WHERE a.id > ? ORDER BY a.id LIMIT ?`,
    )
    .bind(after, STEP)
    .all<{ id: string; revision: number; published: number; updated: number; public: number; body: string }>();
  const rows = results.map(({ body, ...row }) =>
    membershipIn(JSON.parse(body), { ...row, public: row.public === 1 }, catalog, definition),
  );
  const last = results.length < STEP ? null : (results.at(-1)?.id ?? null);
  try {
    await db.batch([
      refuseSaved(db, results),
      ...replaceMemberships(
        db,
        SCOPE,
        JSON.stringify({ feed: definition.slug, ids: results.map(({ id }) => id) }),
        rows.filter((row) => row !== null),
      ),
      advance(db, definition.slug, after, last),
    ]);
  } catch (error) {
    // Race: an article saved since it was read has its memberships from that save. The step is made again.
    if (isRefused(error)) return false;
    throw error;
  }
  return last === null;
}

const SCOPE = "m.feed = ?1 ->> 'feed' AND m.article_id IN (SELECT value FROM json_each(?1, '$.ids'))";

/** Keeps a batch out of the store where one of these articles has been saved since it was read. */
export const refuseSaved = (db: Database, read: { id: string; revision: number }[]): PreparedStatement =>
  refuseBatch(
    db,
    "json_each(?) row JOIN article a ON a.id = row.value ->> 'id' WHERE a.revision <> row.value ->> 'revision'",
  ).bind(JSON.stringify(read.map(({ id, revision }) => ({ id, revision }))));

/** The membership of an article in a feed; null where the feed does not show it. */
function membershipIn(article: Article, dates: Dates, catalog: Catalog, definition: Definition): Membership | null {
  if (!selects(definition, article, catalog.site.language)) return null;
  return memberships(article, dates, catalog, [definition.slug])[0] ?? null;
}

/** Race: another publisher may have made this step, or the definition may have changed again: then it stays as it is. */
const advance = (db: Database, slug: string, from: string, to: string | null): PreparedStatement =>
  db.prepare("UPDATE feed SET reselect_after = ? WHERE slug = ? AND reselect_after = ?").bind(to, slug, from);
