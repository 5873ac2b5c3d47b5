import { changesBetween, type Manifest } from "../../edition/manifest.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import type { EditionStamp } from "./edition-stamp.ts";
import { visible } from "./visible.ts";

/** SQL: whether there is anybody to be told. */
const IS_HEARD = "EXISTS (SELECT 1 FROM endpoint)";

const INSERT_EVENT = "INSERT INTO event (type, subject, at, data)";

/** An edition that becomes current. */
interface ToldEdition {
  before: Manifest;
  manifest: Manifest;
  /** What was left out of it. */
  discrepancies: Discrepancy[];
}

/**
 * Statements that note what has happened where an edition becomes current. They come before those that note what is served by it. Race:
 * an article stands in several feeds, each published by somebody: the first one tells of a revision, and whoever comes later finds it told.
 */
export function noteEditionEvents(
  db: Database,
  { feed, number, at }: EditionStamp,
  { before, manifest, discrepancies }: ToldEdition,
): PreparedStatement[] {
  const had = new Map(before.map(([, , article, revision]) => [article, revision]));
  const has = new Set(manifest.map(([, , article]) => article));
  // The newest stands first: what happened earlier is told earlier.
  const begun = manifest.filter(([, , article, revision]) => had.get(article) !== revision).toReversed();
  const gone = before.filter(([, , article]) => !has.has(article));
  const changes = changesBetween(before, manifest);
  const data = {
    ...{ feed, edition: number, entries: manifest.length },
    ...{ added: changes.added.length, changed: changes.changed.length, removed: changes.removed.length },
    left_out: new Set(discrepancies.map(({ entry }) => entry)).size,
  };
  return [
    ...(begun.length === 0 ? [] : noteBegun(db, { feed, number, at }, JSON.stringify(begun.map(toPair)))),
    ...(gone.length === 0
      ? []
      : noteGone(db, feed, at, {
          which: `SELECT one.value ->> 0 AS id FROM json_each(?3) one
            JOIN revision w ON w.article_id = one.value ->> 0 AND w.revision = one.value ->> 1
            WHERE w.body ->> '$.status' <> 'canceled'`,
          values: [JSON.stringify(gone.map(toPair))],
        })),
    noteEvent(db, "edition.published", `feed ${feed}`, at, data),
  ];
}

const toPair = ([, , article, revision]: Manifest[number]): [string, number] => [article, revision];

/** Articles of which a revision begins to be served that nobody was told of. */
function noteBegun(db: Database, { feed, number, at }: EditionStamp, begun: string): PreparedStatement[] {
  // What was told last, or was served before anybody was told.
  const from = `FROM json_each(?1) one
    CROSS JOIN revision r ON r.article_id = one.value ->> 0 AND r.revision = one.value ->> 1
    LEFT JOIN told t ON t.article_id = r.article_id
    LEFT JOIN revision f ON f.article_id = r.article_id AND f.revision = coalesce(t.revision,
      (SELECT max(s.revision) FROM served s WHERE s.article_id = r.article_id))`;
  const isNotice = "r.body ->> '$.status' = 'canceled'";
  const wasOut = `coalesce(t.is_out, f.body ->> '$.status' <> 'canceled',
    EXISTS (SELECT 1 FROM membership p WHERE p.article_id = r.article_id AND p.page IS NOT NULL))`;
  const isCorrected = `EXISTS (SELECT 1 FROM json_each(r.body, '$.corrections') note
    WHERE note.value NOT IN (SELECT old.value FROM json_each(f.body, '$.corrections') old))`;
  const last = "coalesce(t.revision, f.revision, 0)";
  const isNews = `(r.revision > ${last} OR r.revision = ${last} AND t.is_out = 0 AND NOT ${isNotice})`;
  return [
    db
      .prepare(
        `${INSERT_EVENT} SELECT
           CASE WHEN ${isNotice} THEN 'article.retracted' WHEN NOT ${wasOut} THEN 'article.published'
             WHEN ${isCorrected} THEN 'article.corrected' ELSE 'article.updated' END,
           'article ' || r.article_id, ?4,
           CASE WHEN ${isNotice}
             THEN json_object('id', r.article_id, 'url', r.body ->> '$.url', 'revision', r.revision, 'feed', ?2, 'status', 'canceled',
               'reason', r.body ->> '$.reason')
             ELSE json_object('id', r.article_id, 'url', r.body ->> '$.url', 'revision', r.revision, 'feed', ?2, 'edition', ?3,
               'title', r.body ->> '$.title', 'published_at', r.body ->> '$.published_at') END
         ${from} WHERE ${IS_HEARD} AND ${isNews}`,
      )
      .bind(begun, feed, number, at),
    db
      .prepare(
        `INSERT INTO told (article_id, revision, is_out) SELECT r.article_id, r.revision, NOT ${isNotice}
         FROM json_each(?1) one JOIN revision r ON r.article_id = one.value ->> 0 AND r.revision = one.value ->> 1
         WHERE ${IS_HEARD}
         ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision, is_out = excluded.is_out
           WHERE excluded.revision >= told.revision`,
      )
      .bind(begun),
  ];
}

/** Why readers may no longer see an article `a`, as the article is by now. */
const STATUS_NOW = `CASE r.body ->> '$.status' WHEN 'canceled' THEN 'canceled' WHEN 'usable' THEN
  CASE WHEN unixepoch(r.body ->> '$.expires_at') * 1000 <= ?1 THEN 'expired'
    WHEN max(unixepoch(r.body ->> '$.published_at'), coalesce(unixepoch(r.body ->> '$.embargo_until'), 0)) * 1000 > ?1 THEN 'embargoed'
    ELSE 'unlisted' END
  ELSE 'withheld' END`;

/** Articles that are gone from a document, and that no feed may show any longer: newer ones have not pushed them out. */
function noteGone(
  db: Database,
  feed: string,
  at: number,
  { which, values }: { which: string; values: (string | number)[] },
): PreparedStatement[] {
  const from = `FROM (${which}) gone JOIN article a ON a.id = gone.id JOIN ${CURRENT_REVISION}
    LEFT JOIN told t ON t.article_id = a.id
    WHERE ${IS_HEARD} AND coalesce(t.is_out, 1) = 1
      AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.article_id = a.id AND m.notice = 0 AND ${visible("m", "?1")})`;
  return [
    db
      .prepare(
        `${INSERT_EVENT} SELECT 'article.retracted', 'article ' || a.id, ?1, json_object('id', a.id, 'url', r.body ->> '$.url',
           'revision', a.revision, 'feed', ?2, 'status', ${STATUS_NOW}, 'reason', r.body ->> '$.reason') ${from}`,
      )
      .bind(at, feed, ...values),
    db
      .prepare(
        `INSERT INTO told (article_id, revision, is_out) SELECT a.id, a.revision, 0 ${from}
         ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision, is_out = 0`,
      )
      .bind(at, feed, ...values),
  ];
}

/** A page of a feed's archive that is published anew. */
interface ToldPage {
  feed: string;
  page: number;
  /** The counts of changes that the one before and the new one were composed of. */
  before: number;
  composed: number;
}

/** The same, of the archive: what was taken back, or has expired, since the page was last published. */
export const notePageEvents = (
  db: Database,
  { feed, page, before, composed }: ToldPage,
  at: number,
): PreparedStatement[] =>
  noteGone(db, feed, at, {
    which: `SELECT k.article_id AS id FROM taken_back k WHERE k.feed = ?2 AND k.page = ?3 AND k.changed > ?4 AND k.changed <= ?5
      UNION SELECT o.article_id FROM membership o JOIN told x ON x.article_id = o.article_id AND x.is_out = 1
      WHERE o.feed = ?2 AND o.page = ?3 AND o.visible_until <= ?1 AND o.notice = 0`,
    values: [page, before, composed],
  });

/** A statement that notes that a composition was refused, and the edition before stayed. */
export const noteRefusedEvent = (
  db: Database,
  { feed, number, at }: EditionStamp,
  discrepancies: Discrepancy[],
): PreparedStatement => {
  const [first] = discrepancies;
  return noteEvent(db, "edition.refused", `feed ${feed}`, at, {
    ...{ feed, edition: number, discrepancies: discrepancies.length },
    first: first && { format: first.format, entry: first.entry, field: first.field },
  });
};

const noteEvent = (db: Database, type: string, subject: string, at: number, data: object): PreparedStatement =>
  db.prepare(`${INSERT_EVENT} SELECT ?1, ?2, ?3, ?4 WHERE ${IS_HEARD}`).bind(type, subject, at, JSON.stringify(data));
