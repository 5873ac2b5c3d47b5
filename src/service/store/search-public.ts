import { toRfc3339 } from "../../article/time.ts";
import type { Database } from "../home.ts";
import { MAX_SHOWN_IN } from "./listed-articles.ts";
import { rankedMatches, weigh } from "./match.ts";
import { statement } from "./statement.ts";
import { visible } from "./visible.ts";

/** Of the stories that match, those stored last are looked at, whoever asks how often: some milliseconds. */
export const MAX_MATCHED = 1_000;

/** Where readers find a story: in a feed's current edition, or on a page of its archive. */
export interface StoryPlace {
  feed: string;
  /** Null: in the edition. */
  page: number | null;
}

/** A story as readers' search finds it. */
export interface FoundStory {
  entryId: string;
  title: string;
  published: string;
  language: string | null;
  /** Empty where it stands in feeds of headlines alone. */
  summary: string;
  /** The beginning of its HTML; empty where no feed shows the text. */
  html: string;
  places: StoryPlace[];
}

/** The slugs of everybody's feeds, by how much of a story they show: what none shows is neither looked through nor quoted. */
export interface SearchedFeeds {
  full: string[];
  summary: string[];
  headline: string[];
}

interface FoundStories {
  stories: FoundStory[];
  /** How many there are, of those that were looked at. */
  total: number;
}

/**
 * Stories that these feeds show now, in the revision that they show, the best match first. What is withheld, embargoed, over or taken back
 * is in no feed's sight; what a former revision said, or another feed alone has, is not looked at.
 *
 * @param match as FTS5 takes it
 */
export async function searchPublic(
  db: Database,
  { match, feeds, skip, limit }: { match: string; feeds: SearchedFeeds; skip: number; limit: number },
  now: number,
): Promise<FoundStories> {
  const words = await weigh(db, match);
  const { results } = await statement(db, (bind) => {
    const at = bind(now);
    const [full, headline] = [bind(JSON.stringify(feeds.full)), bind(JSON.stringify(feeds.headline))];
    const all = bind(JSON.stringify([...feeds.full, ...feeds.summary, ...feeds.headline]));
    const foundIn = (columns: string) =>
      `shown.n IN (SELECT rowid FROM words WHERE words MATCH ${bind(`{${columns}} : (${words.match})`)}
         AND rowid >= (SELECT min(n) FROM matched))`;
    return `WITH matched AS MATERIALIZED (${rankedMatches(words, MAX_MATCHED, "true", bind)}), shown AS MATERIALIZED (
         SELECT matched.n, matched.rank, a.id, a.entry_id, a.revision, a.published,
           json_group_array(json_array(m.feed, CASE WHEN s.feed IS NULL THEN m.page END)) AS places,
           max(CASE WHEN m.feed IN (SELECT value FROM json_each(${full})) THEN 2
             WHEN m.feed IN (SELECT value FROM json_each(${headline})) THEN 0 ELSE 1 END) AS level
         FROM matched CROSS JOIN article a ON a.rowid = matched.n
         CROSS JOIN listing l ON l.n = a.rowid AND l.revision = a.revision
         CROSS JOIN membership m INDEXED BY membership_article ON m.article_id = a.id
           AND m.feed IN (SELECT value FROM json_each(${all})) AND ${visible("m", at)} AND NOT m.notice
         CROSS JOIN feed f ON f.slug = m.feed
         LEFT JOIN served s ON s.article_id = a.id AND s.revision = a.revision AND s.feed = m.feed AND s.last_edition IS NULL
         WHERE s.feed IS NOT NULL OR m.page <= f.linked
         GROUP BY matched.n
       ), found AS MATERIALIZED (
         SELECT * FROM shown WHERE level = 2 OR level = 1 AND ${foundIn("title summary")} OR ${foundIn("title")}
       )
       SELECT (SELECT count(*) FROM found) AS total, best.entry_id, best.published, best.places, r.body ->> '$.title' AS title,
         r.body ->> '$.language' AS language, iif(best.level > 0, coalesce(r.body ->> '$.summary', ''), '') AS summary,
         iif(best.level = 2, substr(r.body ->> '$.content_html', 1, ${MAX_SHOWN_IN}), '') AS html
       FROM (SELECT * FROM found ORDER BY rank, n DESC LIMIT ${bind(limit)} OFFSET ${bind(skip)}) best
       CROSS JOIN revision r ON r.article_id = best.id AND r.revision = best.revision ORDER BY best.rank, best.n DESC`;
  }).all<Omit<FoundStory, "entryId" | "published" | "places"> & Row>();
  return {
    total: results[0]?.total ?? 0,
    stories: results.map(({ total: _, entry_id, published, places, ...row }) => ({
      entryId: entry_id,
      published: toRfc3339(published),
      places: (JSON.parse(places) as [string, number | null][]).map(([feed, page]) => ({ feed, page })),
      ...row,
    })),
  };
}

interface Row {
  total: number;
  entry_id: string;
  published: number;
  places: string;
}
