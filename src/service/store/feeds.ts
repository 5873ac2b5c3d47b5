import { createHash } from "node:crypto";
import { onceEach } from "../../article/once-each.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { markDue } from "./due.ts";
import { markChanged } from "./stale.ts";

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

const STATE = `SELECT f.slug, f.changed, f.composed, f.stale_since, f.edition, f.refusal, f.reselect_after,
    f.page_size, f.pages, f.linked, coalesce(${OVERFLOWS}, 0) AS overflows,
    (SELECT min(a.page) FROM archive a WHERE a.feed = f.slug AND a.changed > a.composed) AS stale_page,
    (SELECT min(a.page) FROM archive a WHERE a.feed = f.slug AND a.version = 0) AS unpublished_page,
    coalesce(e.published_at, 0) AS published_at, coalesce(e.entries, 0) AS entries
  FROM feed f LEFT JOIN edition e ON e.feed = f.slug AND e.number = f.edition`;

type StateRow = Omit<FeedState, "refusal"> & { refusal: string | null };

const toState = (row: StateRow): FeedState => ({
  ...row,
  refusal: row.refusal === null ? null : JSON.parse(row.refusal),
});

/** Those of these that there are, by their slugs. */
export async function listFeedStates(db: Database, slugs: string[]): Promise<FeedState[]> {
  const { results } = await db
    .prepare(`${STATE} WHERE f.slug IN (SELECT value FROM json_each(?2)) ORDER BY f.slug`)
    .bind(Date.now(), JSON.stringify(slugs))
    .all<StateRow>();
  return results.map(toState);
}

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

/**
 * Takes up the definitions as they are now: new feeds get a row, a changed selection starts re-selection, a changed
 * presentation makes the feed stale, and feeds without a definition lose everything but their editions' history.
 *
 * @returns whether the publisher has to be woken
 */
export async function reconcile(db: Database, catalog: Catalog, now: number): Promise<boolean> {
  const { rows: wanted, hash } = fingerprints(catalog);
  const taken = await db.prepare("SELECT definitions FROM taken_up").first<{ definitions: string }>();
  if (taken?.definitions === hash) return false;
  const { results } = await db.prepare("SELECT slug, selection, presentation FROM feed").all<Fingerprint>();
  const known = new Map(results.map((row) => [row.slug, row]));
  const gone = results.filter((row) => !catalog.all.has(row.slug)).map((row) => row.slug);
  const statements = [
    ...wanted.flatMap((row) => takeUpDefinition(db, row, known.get(row.slug), now)),
    ...gone.flatMap((slug) => [
      db.prepare("DELETE FROM feed WHERE slug = ?").bind(slug),
      db.prepare("DELETE FROM membership WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM document WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM polled WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM archive WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM archive_document WHERE feed = ?").bind(slug),
    ]),
  ];
  await db.batch([
    ...statements,
    db
      .prepare("INSERT INTO taken_up VALUES (1, ?) ON CONFLICT DO UPDATE SET definitions = excluded.definitions")
      .bind(hash),
  ]);
  return statements.length > 0;
}

/** The fingerprints of all feeds, and one of them all. */
const fingerprints = onceEach(({ all, site }: Catalog) => {
  const rows = [...all.values()].map((definition) => fingerprint(definition, site));
  return { rows, hash: createHash("sha256").update(JSON.stringify(rows)).digest("base64") };
});

interface Fingerprint {
  slug: string;
  selection: string;
  presentation: string;
}

/**
 * What a feed selects and how it shows it, to be compared with what was taken up before. The site's language is part of the
 * selection: it counts as the article's where that names none. So is the partner: another one has other rights.
 */
const fingerprint = ({ select, ...presentation }: Definition, site: Site): Fingerprint & { page_size: number } => ({
  slug: presentation.slug,
  selection: JSON.stringify({ select, language: site.language, partner: presentation.partner }),
  presentation: JSON.stringify({ presentation, site }),
  page_size: presentation.entries,
});

function takeUpDefinition(
  db: Database,
  wanted: Fingerprint & { page_size: number },
  known: Fingerprint | undefined,
  now: number,
): PreparedStatement[] {
  if (known?.selection === wanted.selection && known.presentation === wanted.presentation) return [];
  const reselect = known?.selection === wanted.selection ? null : "";
  return [
    ...(known && partnerIn(known) !== partnerIn(wanted) ? startOver(db, wanted.slug) : []),
    // A feed that comes back counts its editions on, and has none until its next.
    db
      .prepare(
        `INSERT INTO feed (slug, selection, presentation, reselect_after, stale_since, due_at, swept_at, page_size, partner, edition)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?5, ?6, ?2 ->> 'partner', coalesce((SELECT max(number) + 1 FROM edition WHERE feed = ?1), 0))
         ON CONFLICT (slug) DO UPDATE SET selection = ?2, presentation = ?3, reselect_after = coalesce(?4, reselect_after),
           ${markChanged("?5")}, page_size = ?6, partner = ?2 ->> 'partner'`,
      )
      .bind(wanted.slug, wanted.selection, wanted.presentation, reselect, now, wanted.page_size),
    // What an archive's pages say of the feed changes with the definition. How much each holds does not.
    db.prepare("UPDATE archive SET changed = changed + 1 WHERE feed = ?").bind(wanted.slug),
  ];
}

const partnerIn = ({ selection }: Fingerprint): string | undefined =>
  (JSON.parse(selection) as { partner?: string }).partner;

/**
 * For a feed that is given to another partner, or to everybody. What was made for the one before must not be served to the next, so
 * the feed has no edition until its own is composed.
 */
const startOver = (db: Database, slug: string): PreparedStatement[] => [
  db.prepare("DELETE FROM membership WHERE feed = ?").bind(slug),
  db.prepare("DELETE FROM document WHERE feed = ?").bind(slug),
  db.prepare("DELETE FROM archive WHERE feed = ?").bind(slug),
  db.prepare("DELETE FROM archive_document WHERE feed = ?").bind(slug),
  db.prepare("DELETE FROM edition WHERE feed = ?1 AND number = (SELECT edition FROM feed WHERE slug = ?1)").bind(slug),
  db.prepare("UPDATE feed SET pages = 0, linked = 0 WHERE slug = ?").bind(slug),
];
