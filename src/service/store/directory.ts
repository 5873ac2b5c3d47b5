import { toRfc3339 } from "../../article/time.ts";
import type { Database } from "../home.ts";
import { visible } from "./visible.ts";

/** Changes from which a feed's rhythm is told. */
const RHYTHM_CHANGES = 10;

/** When each feed's newest visible articles last changed, the newest first, in milliseconds: a few steps of an index each. */
export async function listNewestChanges(db: Database, slugs: string[], now: number): Promise<Map<string, number[]>> {
  const { results } = await db
    .prepare(
      `SELECT wanted.value AS slug, (SELECT json_group_array(updated) FROM (
         SELECT m.updated FROM membership m INDEXED BY membership_newest
         WHERE m.feed = wanted.value AND ${visible("m", "?2")}
         ORDER BY m.updated DESC, m.article_id DESC LIMIT ${RHYTHM_CHANGES})) AS changes
       FROM json_each(?1) wanted`,
    )
    .bind(JSON.stringify(slugs), now)
    .all<{ slug: string; changes: string }>();
  return new Map(results.map(({ slug, changes }) => [slug, JSON.parse(changes)]));
}

/** A story as a news sitemap names it. */
export interface News {
  url: string;
  title: string;
  published: string;
  language: string | null;
}

/**
 * What was published after a time and may be seen now, the newest first. Nothing changes before it is published, so the
 * index on changes finds all of it.
 */
export async function listNews(
  db: Database,
  slugs: string[],
  { since, now, limit }: { since: number; now: number; limit: number },
): Promise<News[]> {
  const { results } = await db
    .prepare(
      `SELECT r.body ->> '$.url' AS url, r.body ->> '$.title' AS title, a.published,
         r.body ->> '$.language' AS language
       FROM (
         SELECT DISTINCT m.article_id AS id FROM json_each(?1) wanted
         CROSS JOIN membership m INDEXED BY membership_newest ON m.feed = wanted.value AND m.updated > ?2
           AND ${visible("m", "?3")} AND NOT m.notice
       ) recent CROSS JOIN article a ON a.id = recent.id
       CROSS JOIN revision r ON r.article_id = a.id AND r.revision = a.revision
       WHERE a.published > ?2 ORDER BY a.published DESC LIMIT ?4`,
    )
    .bind(JSON.stringify(slugs), since, now, limit)
    .all<Omit<News, "published"> & { published: number }>();
  return results.map(({ published, ...row }) => ({ ...row, published: toRfc3339(published) }));
}
