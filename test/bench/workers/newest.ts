import type { Article } from "../../../src/article/article.ts";

/** The newest articles, as a tutorial would ask the same store for them. */
export async function newest(db: D1Database): Promise<Article[]> {
  const { results } = await db
    .prepare(
      `SELECT r.body FROM membership m JOIN article a ON a.id = m.article_id
       JOIN revision r ON r.article_id = a.id AND r.revision = a.revision
       WHERE m.feed = 'all' ORDER BY m.updated DESC, m.article_id DESC LIMIT 50`,
    )
    .all<{ body: string }>();
  return results.map((row) => JSON.parse(row.body));
}
