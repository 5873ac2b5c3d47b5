import { createHash } from "node:crypto";
import { onceEach } from "../../article/once-each.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import { SERVICE } from "../../people/actor.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { noteDefinitions } from "./audit.ts";
import { definitionEnded, definitionTakenUp } from "./definition-deeds.ts";
import { familyPrints, takeUpFamilies } from "./reconcile-families.ts";
import { markChanged } from "./stale.ts";

/**
 * Takes up the definitions as they are now: new feeds get a row, a changed selection starts re-selection, a changed
 * presentation makes the feed stale, and feeds without a definition lose everything but their editions' history.
 *
 * @returns whether the publisher has to be woken
 */
export async function reconcile(db: Database, catalog: Catalog, now: number): Promise<boolean> {
  const { rows: wanted, families, hash } = fingerprints(catalog);
  const taken = await db.prepare("SELECT definitions FROM taken_up").first<{ definitions: string }>();
  if (taken?.definitions === hash) return false;
  const { results } = await db
    .prepare("SELECT slug, selection, presentation FROM feed WHERE family IS NULL")
    .all<Fingerprint>();
  const known = new Map(results.map((row) => [row.slug, row]));
  const gone = results.filter((row) => !catalog.all.has(row.slug));
  const ofFamilies = await takeUpFamilies(db, catalog, families, now);
  const statements = [
    ...wanted.flatMap((row) => takeUpDefinition(db, row, known.get(row.slug), now)),
    ...gone.flatMap(({ slug }) => [
      db.prepare("DELETE FROM feed WHERE slug = ?").bind(slug),
      db.prepare("DELETE FROM membership WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM document WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM polled WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM archive WHERE feed = ?").bind(slug),
      db.prepare("DELETE FROM archive_document WHERE feed = ?").bind(slug),
    ]),
    ...ofFamilies.statements,
  ];
  const deeds = [
    ...wanted.flatMap((row) => definitionTakenUp(row.slug, row, known.get(row.slug))),
    ...gone.map((row) => definitionEnded(row.slug, row)),
    ...ofFamilies.deeds,
  ];
  await db.batch([
    // Race: another instance takes up the same, which does no harm; the log says it once.
    noteDefinitions(db, SERVICE, deeds, now, hash),
    ...statements,
    db
      .prepare("INSERT INTO taken_up VALUES (1, ?) ON CONFLICT DO UPDATE SET definitions = excluded.definitions")
      .bind(hash),
  ]);
  return statements.length > 0;
}

/** The fingerprints of all feeds, and one of them all. */
const fingerprints = onceEach((catalog: Catalog) => {
  const rows = [...catalog.all.values()].map((definition) => fingerprint(definition, catalog.site));
  const families = familyPrints(catalog);
  return { rows, families, hash: createHash("sha256").update(JSON.stringify({ rows, families })).digest("base64") };
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
