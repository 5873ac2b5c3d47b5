import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { markDue } from "./due.ts";

/** A feed, as the publisher and the desk see it. */
export interface FeedState {
  slug: string;
  /** Counts the changes; the feed is stale while it is ahead of `composed`. */
  changed: number;
  composed: number;
  /** Milliseconds; null: it is fresh. */
  stale_since: number | null;
  /** The number of the current edition; 0: none. */
  edition: number;
  /** When the current edition was published, in milliseconds; 0: there is none. */
  published_at: number;
  /** Entries of the current edition. */
  entries: number;
  /** Why the last composition was refused, or something left out of it; null: it was not. */
  refusal: Discrepancy[] | null;
  /** The article id after which re-selection goes on; null: every membership is right. */
  reselect_after: string | null;
  /** Articles that a page of the archive holds at most. */
  page_size: number;
  /** Pages of the archive, published or not. */
  pages: number;
  /** Pages that are published and linked. */
  linked: number;
  /** Whether an article stands neither in the archive nor among the newest. */
  overflows: 0 | 1;
  /** A page that has to be composed. */
  stale_page: number | null;
  /** The first page that has never been published. */
  unpublished_page: number | null;
  /** 1: a story has to come out of it, before all that is not urgent. */
  urgent: 0 | 1;
  /** 1: nobody polls it, and nothing is made of it until somebody does. */
  asleep: 0 | 1;
  /** The path of its family; null: it has a definition of its own. */
  family: string | null;
  /** What it is of, by each facet of its family. */
  labels: string[];
}

/**
 * An unarchived article is older than all that the current edition holds, or a notice has had its time in it. An edition with
 * room left takes in the former when it is next composed. The indexes are named: by the order of time alone SQLite reads all
 * that is archived.
 */
const OVERFLOWS = `(f.changed = f.composed OR e.entries >= f.page_size) AND (
    EXISTS (SELECT 1 FROM membership m INDEXED BY membership_page WHERE m.feed = f.slug AND m.page IS NULL AND m.visible_from <= ?1
      AND (m.updated, m.article_id) < (e.oldest_updated, e.oldest_id))
    OR EXISTS (SELECT 1 FROM membership m INDEXED BY membership_ended
      WHERE m.feed = f.slug AND m.page IS NULL AND m.notice = 1 AND m.visible_until <= ?1))`;

const STATE = `SELECT f.slug, f.changed, f.composed, f.stale_since, f.edition, f.refusal, f.urgent, f.asleep, f.family, f.labels,
    coalesce(f.reselect_after, (SELECT g.reselect_after FROM family g WHERE g.path = f.family)) AS reselect_after, f.page_size, f.pages, f.linked, coalesce(${OVERFLOWS}, 0) AS overflows,
    (SELECT min(a.page) FROM archive a WHERE a.feed = f.slug AND a.changed > a.composed) AS stale_page,
    (SELECT min(a.page) FROM archive a WHERE a.feed = f.slug AND a.version = 0) AS unpublished_page,
    coalesce(e.published_at, 0) AS published_at, coalesce(e.entries, 0) AS entries
  FROM feed f LEFT JOIN edition e ON e.feed = f.slug AND e.number = f.edition`;

type StateRow = Omit<FeedState, "refusal" | "labels"> & { refusal: string | null; labels: string | null };

const toState = (row: StateRow): FeedState => ({
  ...row,
  refusal: row.refusal === null ? null : JSON.parse(row.refusal),
  labels: JSON.parse(row.labels ?? "[]"),
});

export const listFeedStates = async (db: Database): Promise<FeedState[]> =>
  (await db.prepare(`${STATE} ORDER BY f.slug`).bind(Date.now()).all<StateRow>()).results.map(toState);

/** Of these feeds, as far as there are any, in the order of their slugs. */
export const listStatesOf = async (db: Database, slugs: string[]): Promise<FeedState[]> =>
  (
    await db
      .prepare(`${STATE} WHERE f.slug IN (SELECT value FROM json_each(?2)) ORDER BY f.slug`)
      .bind(Date.now(), JSON.stringify(slugs))
      .all<StateRow>()
  ).results.map(toState);

export async function findFeedState(db: Database, slug: string): Promise<FeedState | null> {
  const row = await selectState(db, slug, Date.now()).first<StateRow>();
  return row && toState(row);
}

const selectState = (db: Database, slug: string, now: number): PreparedStatement =>
  db.prepare(`${STATE} WHERE f.slug = ?2`).bind(now, slug);

/** A feed as it is once all has been noted that came into its sight or left it. Null: there is none. */
export async function findDueFeed(db: Database, slug: string, now: number): Promise<FeedState | null> {
  const results = await db.batch<StateRow>([...markDue(db, slug, now), selectState(db, slug, now)]);
  const [row] = results.at(-1)?.results ?? [];
  return row ? toState(row) : null;
}
