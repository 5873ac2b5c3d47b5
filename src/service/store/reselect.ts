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

/** An article as far as its feeds are chosen by it: without its text. */
export interface Selectable {
  id: string;
  revision: number;
  dates: Dates;
  article: Article;
}

/** The next articles by id to choose feeds for. `last`: the id to go on after; null: there are no more. */
export async function listSelectable(
  db: Database,
  after: string,
): Promise<{ articles: Selectable[]; last: string | null }> {
  const { results } = await db
    .prepare(
      `SELECT a.id, a.revision, a.published, a.updated, a.public, json_remove(r.body, '$.content_html', '$.summary') AS body
       FROM article a JOIN ${CURRENT_REVISION}
       WHERE a.id > ? ORDER BY a.id LIMIT ?`,
    )
    .bind(after, STEP)
    .all<{ id: string; revision: number; published: number; updated: number; public: number; body: string }>();
  const articles = results.map(({ id, revision, body, ...dates }) => ({
    id,
    revision,
    dates: { ...dates, public: dates.public === 1 },
    article: JSON.parse(body),
  }));
  return { articles, last: results.length < STEP ? null : (results.at(-1)?.id ?? null) };
}

/**
 * One step of choosing a feed's articles anew, after its definition changed: the next articles by id. A step that is lost
 * is made again; saves made meanwhile already follow the new definition.
 *
 * @returns whether it was the last
 */
export async function reselectStep(
  db: Database,
  { site }: Catalog,
  definition: Definition,
  after: string,
): Promise<boolean> {
  const { articles, last } = await listSelectable(db, after);
  const rows = articles.flatMap(({ article, dates }) =>
    selects(definition, article, site.language) ? memberships(article, dates, [definition]) : [],
  );
  const isSaved = await saveSelection(db, { feed: definition.slug }, articles, rows, [
    advance(db, definition.slug, after, last),
  ]);
  return isSaved && last === null;
}

/** The feeds whose articles are chosen: one, or all of a family's. */
export type Reselected = { feed: string } | { family: string };

/**
 * Stores which articles are in feeds, in the place of what was known of these articles there.
 *
 * @param others what is stored with it: new feeds, and how far the selection has come
 * @returns false where one of the articles was saved since it was read: it has its memberships from that save, and the step is made again
 */
export async function saveSelection(
  db: Database,
  scope: Reselected,
  articles: Selectable[],
  rows: Membership[],
  others: PreparedStatement[],
): Promise<boolean> {
  const parameter = JSON.stringify({ ...scope, ids: articles.map(({ id }) => id) });
  const ofFeeds = "feed" in scope ? OF_FEED : OF_FAMILY;
  try {
    await db.batch([
      refuseSaved(db, articles),
      ...replaceMemberships(db, `${IN_HAND} AND ${ofFeeds}`, parameter, rows),
      ...others,
    ]);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

const IN_HAND = "m.article_id IN (SELECT value FROM json_each(?1, '$.ids'))";
const OF_FEED = "m.feed = ?1 ->> 'feed'";
const OF_FAMILY = "m.feed IN (SELECT slug FROM feed WHERE family = ?1 ->> 'family')";

/** Keeps a batch out of the store where one of these articles has been saved since it was read. */
export const refuseSaved = (db: Database, read: { id: string; revision: number }[]): PreparedStatement =>
  refuseBatch(
    db,
    "json_each(?) row JOIN article a ON a.id = row.value ->> 'id' WHERE a.revision <> row.value ->> 'revision'",
  ).bind(JSON.stringify(read.map(({ id, revision }) => ({ id, revision }))));

/** Race: another publisher may have made this step, or the definition may have changed again: then it stays as it is. */
const advance = (db: Database, slug: string, from: string, to: string | null): PreparedStatement =>
  db.prepare("UPDATE feed SET reselect_after = ? WHERE slug = ? AND reselect_after = ?").bind(to, slug, from);
