import type { Family } from "../../feed/family.ts";
import type { Database } from "../home.ts";
import { visible } from "./visible.ts";

/** A feed's stories are counted so far and no further: each is a step of an index, for each feed of a page. */
export const MAX_STORIES_COUNTED = 500;

/** Values that are looked at for one page. Most have too few stories for a feed, and are passed over. */
const MAX_LOOKED_AT = 2_000;

/** Values that are searched for a word within their names; what begins with it is found among any number. */
const MAX_SEARCHED = 10_000;

/** Saves, the last ones, whose stories tell which feeds are the newest. */
const MAX_SAVES = 500;

/** What says which feeds of a family there are. */
type FamilyBounds = Pick<Family, "slug" | "least">;

/** A family's feed, as pages name it. */
export interface FamilyFeed {
  slug: string;
  /** The path of its family. */
  family: string;
  labels: string[];
}

/** With its stories, as far as they are counted. */
export type CountedFeed = FamilyFeed & { stories: number };

/** How much is asked for, and when. */
interface Asked {
  limit: number;
  /** Milliseconds. */
  now: number;
}

/** SQL: the stories of `f` that may be seen, and the notices that stand among them, counted by the index alone. */
const COUNTED = `(SELECT count(*) FROM (SELECT 1 FROM membership m INDEXED BY membership_newest
     WHERE m.feed = f.slug AND ${visible("m", "?3")} LIMIT ${MAX_STORIES_COUNTED + 1}))`;

/**
 * SQL: whether `f` is there: it has the stories, or had an edition, whose readers come back. `?3` is the time.
 *
 * @param most stories that any family asks for: a limit is none of a row's columns
 */
const exists = (least: string, most = least): string =>
  `(f.edition > 0 OR (SELECT count(*) FROM (SELECT 1 FROM membership m INDEXED BY membership_newest
     WHERE m.feed = f.slug AND ${visible("m", "?3")} AND NOT m.notice LIMIT ${most})) >= ${least})`;

/** The feeds of a family after one, in the order of their addresses, which is the alphabet's without marks and capitals. */
export async function listFamilyFeeds(
  db: Database,
  { slug, least }: FamilyBounds,
  after: string,
  { limit, now }: Asked,
): Promise<{ feeds: CountedFeed[]; next: string | null }> {
  const near = "FROM feed WHERE slug > ?1 AND slug < ?2 ORDER BY slug";
  const [listed, cut] = await db.batch<FeedRow>([
    db
      .prepare(
        `SELECT f.slug, f.family, f.labels, ${COUNTED} AS stories
         FROM (SELECT slug, family, labels, edition ${near} LIMIT ${MAX_LOOKED_AT}) f WHERE ${exists("?4")} LIMIT ?5`,
      )
      .bind(after, endOf(slug), now, least, limit + 1),
    db.prepare(`SELECT slug ${near} LIMIT 1 OFFSET ${MAX_LOOKED_AT - 1}`).bind(after, endOf(slug)),
  ]);
  const feeds = (listed?.results ?? []).map(toFeed);
  if (feeds.length > limit) return { feeds: feeds.slice(0, limit), next: feeds[limit - 1]?.slug ?? null };
  return { feeds, next: cut?.results[0]?.slug ?? null };
}

/** Before the first of a family's feeds; `startOf(path) + name` is the one of that name. */
export const startOf = (path: string): string => `${path}/`;

/** Behind the last of them: what follows a slash in the order of characters. */
const endOf = (path: string): string => `${path}0`;

/**
 * The feeds of a family whose names begin with a text, and then those that have it elsewhere.
 *
 * @param wanted as `valueSlug` makes it
 */
export async function searchFamilyFeeds(
  db: Database,
  { slug, least }: FamilyBounds,
  wanted: string,
  { limit, now }: Asked,
): Promise<CountedFeed[]> {
  const select = `SELECT f.slug, f.family, f.labels, ${COUNTED} AS stories FROM`;
  const columns = "SELECT slug, family, labels, edition FROM feed WHERE slug";
  const start = startOf(slug);
  const results = await db.batch<FeedRow>([
    db
      .prepare(
        `${select} (${columns} >= ?1 AND slug < ?2 ORDER BY slug LIMIT ${MAX_LOOKED_AT}) f WHERE ${exists("?4")} LIMIT ?5`,
      )
      .bind(start + wanted, `${start}${wanted}\u{10ffff}`, now, least, limit),
    db
      .prepare(
        `${select} (${columns} > ?1 AND slug < ?2 ORDER BY slug LIMIT ${MAX_SEARCHED}) f
         WHERE instr(substr(f.slug, length(?1) + 2), ?6) AND ${exists("?4")} LIMIT ?5`,
      )
      .bind(start, endOf(slug), now, least, limit, wanted),
  ]);
  const found = results.flatMap((one) => one.results.map(toFeed));
  return [...new Map(found.map((feed) => [feed.slug, feed])).values()].slice(0, limit);
}

/** The feeds of families that have the newest of the stories that were saved last, the newest first. */
export async function listNewestFamilyFeeds(
  db: Database,
  families: FamilyBounds[],
  { limit, now }: Asked,
): Promise<FamilyFeed[]> {
  const saved = "(SELECT article_id AS id FROM revision WHERE rowid > (SELECT max(rowid) FROM revision) - ?2)";
  const statement = db.prepare(feedsOfStories(saved, "max(m.updated) DESC"));
  const { results } = await statement.bind(boundsOf(families), MAX_SAVES, now, limit, mostOf(families)).all<FeedRow>();
  return results.map(toFeed);
}

/**
 * The feeds of families that stories stand in, those that have most of them first.
 *
 * @param entries the ids of the stories' entries
 */
export async function listFeedsOfStories(
  db: Database,
  families: FamilyBounds[],
  { entries, limit, now }: Asked & { entries: string[] },
): Promise<FamilyFeed[]> {
  const stories = "(SELECT a.id FROM json_each(?2) entry CROSS JOIN article a ON a.entry_id = entry.value)";
  const statement = db.prepare(feedsOfStories(stories, "count(*) DESC"));
  const { results } = await statement
    .bind(boundsOf(families), JSON.stringify(entries), now, limit, mostOf(families))
    .all<FeedRow>();
  return results.map(toFeed);
}

/**
 * SQL: the feeds of the families of `?1` that stories stand in, at the time `?3`, as many as `?4` says. `?5`: as of `exists`.
 *
 * @param stories their ids, by `?2`
 */
const feedsOfStories = (stories: string, order: string): string =>
  `SELECT f.slug, f.family, f.labels FROM (
     SELECT one.slug, one.family, one.labels, one.edition, g.value ->> 'least' AS least
     FROM ${stories} story CROSS JOIN membership m ON m.article_id = story.id AND ${visible("m", "?3")} AND NOT m.notice
     CROSS JOIN feed one ON one.slug = m.feed
     CROSS JOIN json_each(?1) g ON g.value ->> 'slug' = one.family
     GROUP BY one.slug ORDER BY ${order}, g.key, one.slug LIMIT ${MAX_LOOKED_AT}
   ) f WHERE ${exists("f.least", "?5")} LIMIT ?4`;

const boundsOf = (families: FamilyBounds[]): string =>
  JSON.stringify(families.map(({ slug, least }) => ({ slug, least })));

const mostOf = (families: FamilyBounds[]): number => Math.max(1, ...families.map(({ least }) => least));

type FeedRow = Omit<CountedFeed, "labels"> & { labels: string };

const toFeed = ({ labels, ...row }: FeedRow): CountedFeed => ({ ...row, labels: JSON.parse(labels) });
