import type { Catalog } from "../../feed/catalog.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";

/**
 * As much article text as one edition holds: three documents of it, twice, and their readers' trees fit in a worker's
 * 128 MB. Feeds of news length stay far below; older entries give way.
 */
export const MAX_EDITION_BYTES = 4_000_000;

export interface FeedState {
  slug: string;
  changed: number;
  composed: number;
  composed_at: number;
  stale_since: number | null;
  edition: number;
  /** Of the current edition; 0 where there is none. */
  published_at: number;
  entries: number;
  /** JSON: discrepancies. */
  refusal: string | null;
  reselect_after: string | null;
}

const STATE = `SELECT f.slug, f.changed, f.composed, f.composed_at, f.stale_since, f.edition, f.refusal, f.reselect_after,
    coalesce(e.published_at, 0) AS published_at, coalesce(e.entries, 0) AS entries
  FROM feed f LEFT JOIN edition e ON e.feed = f.slug AND e.number = f.edition`;

export const listFeedStates = async (db: D1Database): Promise<FeedState[]> =>
  (await db.prepare(`${STATE} ORDER BY f.slug`).all<FeedState>()).results;

export const findFeedState = (db: D1Database, slug: string): Promise<FeedState | null> =>
  db.prepare(`${STATE} WHERE f.slug = ?`).bind(slug).first<FeedState>();

/** The newest visible articles of a feed, by index, as many as the definition and the size of an edition allow. */
export async function listNewest(db: D1Database, definition: Definition, now: number): Promise<StoredArticle[]> {
  const { results } = await db
    .prepare(
      `WITH newest AS (
         SELECT a.id, a.entry_id, a.revision, m.updated
         FROM membership m JOIN article a ON a.id = m.article_id
         WHERE m.feed = ?1 AND m.visible_from <= ?2 AND (m.visible_until IS NULL OR m.visible_until > ?2)
         ORDER BY m.updated DESC, m.article_id DESC LIMIT ?3
       ), sized AS (
         SELECT n.entry_id, n.updated, n.id, r.body, sum(length(r.body)) OVER (ORDER BY n.updated DESC, n.id DESC) AS total
         FROM newest n JOIN revision r ON r.article_id = n.id AND r.revision = n.revision
       )
       SELECT entry_id, body FROM sized WHERE total <= ?4 OR total = length(body) ORDER BY updated DESC, id DESC`,
    )
    .bind(definition.slug, now, definition.entries, MAX_EDITION_BYTES)
    .all<{ entry_id: string; body: string }>();
  return results.map((row) => ({ entryId: row.entry_id, article: JSON.parse(row.body) }));
}

/**
 * Takes up the definitions as they are now: new feeds get a row, a changed selection starts re-selection, a changed
 * presentation makes the feed stale, and feeds without a definition lose everything but their editions' history.
 *
 * @returns whether the publisher has to be woken
 */
export async function reconcile(db: D1Database, catalog: Catalog, now: number): Promise<boolean> {
  const { results } = await db.prepare("SELECT slug, selection, presentation FROM feed").all<Fingerprint>();
  const known = new Map(results.map((row) => [row.slug, row]));
  const wanted = [...catalog.definitions.values()].map((definition) => fingerprint(definition, catalog.site));
  const gone = results.filter((row) => !catalog.definitions.has(row.slug)).map((row) => row.slug);
  const statements = [
    ...wanted.flatMap((row) => takeUp(db, row, known.get(row.slug), now)),
    ...gone.flatMap((slug) => [
      db.prepare("DELETE FROM feed WHERE slug = ?").bind(slug),
      db.prepare("DELETE FROM membership WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM document WHERE feed = ?").bind(slug),
    ]),
  ];
  if (statements.length > 0) await db.batch(statements);
  return statements.length > 0;
}

/** Makes feeds stale in which an article came into sight or left it since they were last composed. */
export async function markDue(db: D1Database, now: number): Promise<void> {
  await db
    .prepare(
      `UPDATE feed SET changed = changed + 1, stale_since = CASE WHEN changed = composed THEN ?1 ELSE stale_since END
       WHERE EXISTS (SELECT 1 FROM membership m WHERE m.feed = feed.slug AND m.visible_from > feed.composed_at AND m.visible_from <= ?1)
          OR EXISTS (SELECT 1 FROM membership m WHERE m.feed = feed.slug AND m.visible_until > feed.composed_at AND m.visible_until <= ?1)`,
    )
    .bind(now)
    .run();
}

interface Fingerprint {
  slug: string;
  selection: string;
  presentation: string;
}

/** The site's language counts as the article's where that names none. */
const fingerprint = ({ select, ...presentation }: Definition, site: Site): Fingerprint => ({
  slug: presentation.slug,
  selection: JSON.stringify({ select, language: site.language }),
  presentation: JSON.stringify({ presentation, site }),
});

function takeUp(
  db: D1Database,
  wanted: Fingerprint,
  known: Fingerprint | undefined,
  now: number,
): D1PreparedStatement[] {
  if (known?.selection === wanted.selection && known.presentation === wanted.presentation) return [];
  const reselect = known?.selection === wanted.selection ? null : "";
  return [
    db
      .prepare(
        `INSERT INTO feed (slug, selection, presentation, reselect_after, stale_since) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (slug) DO UPDATE SET selection = ?2, presentation = ?3, reselect_after = coalesce(?4, reselect_after),
           changed = changed + 1, stale_since = coalesce(stale_since, ?5)`,
      )
      .bind(wanted.slug, wanted.selection, wanted.presentation, reselect, now),
  ];
}
