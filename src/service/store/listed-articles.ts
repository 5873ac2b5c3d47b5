import type { Article } from "../../article/article.ts";
import type { Database } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import type { TermKind } from "./listing.ts";

/** UTF-16 units of a text in which the words of a query are looked for, to be shown. */
export const MAX_SHOWN_IN = 8_000;

/** An article in a list. Times are milliseconds. */
export interface ListedArticle
  extends Pick<
    Article,
    | "id"
    | "title"
    | "url"
    | "status"
    | "section"
    | "tags"
    | "authors"
    | "language"
    | "published_at"
    | "embargo_until"
    | "expires_at"
  > {
  entryId: string;
  revision: number;
  published: number;
  updated: number;
  storedAt: number;
  /** The slugs of its feeds. */
  feeds: string[];
  /** Where it came from; null: nowhere else. */
  source: string | null;
  summary: string;
  /** The beginning of its HTML; empty where it was not asked for. */
  html: string;
}

/**
 * Articles as lists show them, in the order of `rows`.
 *
 * @param rows of `listing`, which are those of `article`
 * @param withText with what can be quoted of them
 */
export async function findListedArticles(db: Database, rows: number[], withText: boolean): Promise<ListedArticle[]> {
  if (rows.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT a.id, a.entry_id AS entryId, a.revision, a.published, a.updated, r.stored_at AS storedAt,
         (SELECT json_group_array(feed) FROM (SELECT m.feed FROM membership m WHERE m.article_id = a.id ORDER BY m.feed)) AS feeds,
         (SELECT i.source FROM source_item i WHERE i.article_id = a.id) AS source,
         json_remove(r.body, '$.content_html', '$.images', '$.attachments', '$.corrections') AS body,
         CASE WHEN ?2 THEN substr(r.body ->> '$.content_html', 1, ${MAX_SHOWN_IN}) ELSE '' END AS html
       FROM json_each(?1) wanted JOIN article a ON a.rowid = wanted.value JOIN ${CURRENT_REVISION} ORDER BY wanted.key`,
    )
    .bind(JSON.stringify(rows), Number(withText))
    .all<Omit<ListedArticle, "feeds"> & { feeds: string; body: string }>();
  return results.map(({ body, feeds, ...row }) => {
    const {
      title,
      url,
      status,
      section,
      tags,
      authors,
      language,
      summary = "",
      ...story
    } = JSON.parse(body) as Article;
    const { published_at, embargo_until, expires_at } = story;
    const times = { published_at, embargo_until, expires_at };
    return {
      ...row,
      title,
      url,
      status,
      section,
      tags,
      authors,
      language,
      ...times,
      summary,
      feeds: JSON.parse(feeds),
    };
  });
}

/**
 * The labels that articles have, in the order of the alphabet: one step of an index for each.
 *
 * @param published what drafts alone have is left out
 */
export async function listLabels(
  db: Database,
  kind: TermKind,
  { limit, published }: { limit: number; published: boolean },
): Promise<string[]> {
  const seen = published ? "CROSS JOIN listing l ON l.n = t.n AND l.status <> 'draft'" : "";
  const { results } = await db
    .prepare(
      `WITH RECURSIVE keys (key) AS (
         SELECT min(t.key) FROM listing_term t WHERE t.kind = ?1
         UNION ALL SELECT (SELECT min(t.key) FROM listing_term t WHERE t.kind = ?1 AND t.key > keys.key) FROM keys
         WHERE keys.key IS NOT NULL LIMIT ?2
       )
       SELECT (SELECT t.label FROM listing_term t ${seen} WHERE t.kind = ?1 AND t.key = keys.key LIMIT 1) AS label
       FROM keys WHERE keys.key IS NOT NULL`,
    )
    .bind(kind, limit)
    .all<{ label: string | null }>();
  return results.flatMap(({ label }) => label ?? []);
}
