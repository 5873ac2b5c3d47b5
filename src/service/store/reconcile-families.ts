import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Database, PreparedStatement } from "../home.ts";
import type { Deed } from "./audit.ts";
import { definitionEnded, definitionTakenUp } from "./definition-deeds.ts";
import { markChanged } from "./stale.ts";

/** What a family selects and how it shows it, to be compared with what was taken up before. */
export interface FamilyPrint {
  path: string;
  selection: string;
  presentation: string;
  page_size: number;
}

/** Of the families that are defined, and have not ended. As of a feed, the site's language and the partner are part of the selection. */
export const familyPrints = (catalog: Catalog): FamilyPrint[] => {
  const { site } = catalog;
  return servedFamilies(catalog).map(({ slug, by, select, except, least: _, ...presentation }) => ({
    path: slug,
    selection: JSON.stringify({ by, select, except, language: site.language, partner: presentation.partner }),
    presentation: JSON.stringify({ presentation, site }),
    page_size: presentation.entries,
  }));
};

type Known = Omit<FamilyPrint, "page_size">;

/**
 * Statements that take up the families as they are now, and the deeds that they are. What a family selects is chosen anew step by step, and so does one end that is
 * defined no more: nobody finds its feeds any longer, and nothing of theirs can be served from here on.
 */
export async function takeUpFamilies(
  db: Database,
  { movedFamilies }: Catalog,
  wanted: FamilyPrint[],
  now: number,
): Promise<{ statements: PreparedStatement[]; deeds: Deed[] }> {
  const { results } = await db.prepare("SELECT path, selection, presentation FROM family").all<Known>();
  const known = new Map(results.map((row) => [row.path, row]));
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = results.filter(({ path, selection }) => !paths.has(path) && selection !== GONE);
  const statements = [
    ...wanted.flatMap((family) => takeUpFamily(db, family, known.get(family.path), now)),
    // Before the rows of the former family are gone: a value keeps what its address ends with.
    ...[...movedFamilies].flatMap(([from, to]) =>
      known.has(from) && !known.has(to) ? [moveValues(db, from, to)] : [],
    ),
    ...gone.flatMap(({ path }) => endFamily(db, path)),
  ];
  const deeds = [
    ...wanted.flatMap((family) => definitionTakenUp(family.path, family, known.get(family.path))),
    ...gone.map((family) => definitionEnded(family.path, family)),
  ];
  return { statements, deeds };
}

/** The selection of a family that is defined no more: nothing. */
const GONE = "";

function takeUpFamily(
  db: Database,
  { path, selection, presentation, page_size }: FamilyPrint,
  known: Known | undefined,
  now: number,
): PreparedStatement[] {
  if (known?.selection === selection && known.presentation === presentation) return [];
  const reselect = known?.selection === selection ? null : "";
  return [
    ...(known && partnerIn(known) !== partnerIn({ selection }) ? startOver(db, path) : []),
    db
      .prepare(
        `INSERT INTO family (path, selection, presentation, reselect_after) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (path) DO UPDATE SET selection = ?2, presentation = ?3, reselect_after = coalesce(?4, reselect_after)`,
      )
      .bind(path, selection, presentation, reselect),
    db
      .prepare(`UPDATE feed SET ${markChanged("?2")}, page_size = ?3, partner = ?4 ->> 'partner' WHERE family = ?1`)
      .bind(path, now, page_size, selection),
    db.prepare(`UPDATE archive SET changed = changed + 1 WHERE ${OF_FAMILY}`).bind(path),
  ];
}

const OF_FAMILY = "feed IN (SELECT slug FROM feed WHERE family = ?1)";

const partnerIn = ({ selection }: Pick<Known, "selection">): string | undefined =>
  selection === GONE ? undefined : (JSON.parse(selection) as { partner?: string }).partner;

/** For a family that is given to another partner, or to everybody: what was made for the one before must not be served to the next. */
const startOver = (db: Database, path: string): PreparedStatement[] => [
  ...forget(db, path),
  db.prepare(`DELETE FROM membership WHERE ${OF_FAMILY}`).bind(path),
  db.prepare(`DELETE FROM archive WHERE ${OF_FAMILY}`).bind(path),
  db
    .prepare("UPDATE feed SET edition = edition + 1, pages = 0, linked = 0 WHERE family = ? AND edition > 0")
    .bind(path),
];

/** What is stored of a family's documents goes, and its feeds are asleep. */
const forget = (db: Database, path: string): PreparedStatement[] => [
  db.prepare(`DELETE FROM document WHERE ${OF_FAMILY}`).bind(path),
  db.prepare(`DELETE FROM archive_document WHERE ${OF_FAMILY}`).bind(path),
  db
    .prepare(
      "UPDATE feed SET asleep = 1, awake_until = NULL, woken_at = NULL, due_at = NULL, stale_since = NULL, urgent = 0 WHERE family = ?",
    )
    .bind(path),
];

const endFamily = (db: Database, path: string): PreparedStatement[] => [
  ...forget(db, path),
  db.prepare("UPDATE family SET selection = ?2, reselect_after = '' WHERE path = ?1").bind(path, GONE),
];

const moveValues = (db: Database, from: string, to: string): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO feed (slug, selection, presentation, page_size, family, value, labels, asleep, partner)
       SELECT ?2 || substr(slug, length(?1) + 1), '', '', page_size, ?2, value, labels, 1,
         (SELECT selection ->> 'partner' FROM family WHERE path = ?2) FROM feed WHERE family = ?1
       ON CONFLICT DO NOTHING`,
    )
    .bind(from, to);

/** A family whose feeds' articles are being chosen. */
export interface Reselecting {
  path: string;
  /** The article id after which it goes on. */
  after: string;
}

/** One of those that there are; null: none. */
export const findReselecting = (db: Database): Promise<Reselecting | null> =>
  db
    .prepare("SELECT path, reselect_after AS after FROM family WHERE reselect_after IS NOT NULL ORDER BY path LIMIT 1")
    .first<Reselecting>();

/**
 * Statements that note how far a family's selection has come. Once it is whole, those of its feeds that are awake are composed; of one
 * that is defined no more nothing is left but its feeds' editions.
 *
 * @param to null: it is whole
 */
export function advanceFamily(
  db: Database,
  { path, after }: Reselecting,
  to: string | null,
  now: number,
): PreparedStatement[] {
  // Race: another publisher may have made this step, or the definition may have changed again: then it stays as it is.
  const advance = db
    .prepare("UPDATE family SET reselect_after = ? WHERE path = ? AND reselect_after = ?")
    .bind(to, path, after);
  if (to !== null) return [advance];
  const ended = `(SELECT path FROM family WHERE path = ?1 AND selection = '${GONE}' AND reselect_after IS NULL)`;
  const ofEnded = `feed IN (SELECT slug FROM feed WHERE family = ${ended})`;
  return [
    advance,
    db
      .prepare(
        `UPDATE feed SET ${markChanged("?2")} WHERE family = (SELECT path FROM family WHERE path = ?1 AND reselect_after IS NULL)`,
      )
      .bind(path, now),
    db.prepare(`DELETE FROM polled WHERE ${ofEnded}`).bind(path),
    db.prepare(`DELETE FROM archive WHERE ${ofEnded}`).bind(path),
    db.prepare(`DELETE FROM feed WHERE family = ${ended}`).bind(path),
    db.prepare(`DELETE FROM family WHERE path = ${ended}`).bind(path),
  ];
}
