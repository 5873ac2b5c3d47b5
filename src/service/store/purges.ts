import type { Database, PreparedStatement } from "../home.ts";
import { SETTLED_AFTER, SHARED_COPY_BOUND } from "../shared-copies.ts";

/** That an edition, or a version of a page, takes the place of the one before. */
export interface Superseded {
  feed: string;
  /** Of its archive; 0: it is an edition. */
  page: number;
  /** Of the new one. */
  number: number;
  /** Milliseconds. */
  at: number;
  /** The counts of changes that the one before and the new one were composed of. */
  before: number;
  composed: number;
  /** Whether a cache that takes purges stands in front; undefined: no cache has it. */
  isPurged: boolean | undefined;
}

/** Statements that write down, with the change itself, what has to leave the cache in front. */
export const insertPurges = (db: Database, purge: Superseded): PreparedStatement[] =>
  purge.isPurged === undefined || purge.number === 1
    ? []
    : [
        db
          .prepare(
            `INSERT INTO purge (feed, page, number, at, composed, urgent, due_at) VALUES (?1, ?2, ?3, ?4, ?6,
               EXISTS (SELECT 1 FROM taken_back WHERE feed = ?1 AND page = ?2 AND changed > ?5 AND changed <= ?6), ?7)`,
          )
          .bind(
            ...[purge.feed, purge.page, purge.number, purge.at, purge.before, purge.composed],
            purge.isPurged ? purge.at : null,
          ),
      ];

/** What is to be purged by now. */
export interface DuePurge {
  feed: string;
  page: number;
  urgent: 0 | 1;
  /** When what is to leave ceased to be current, in milliseconds. */
  at: number;
}

/** What is to be purged by now: what was taken back, then what has waited longest. */
export async function listDuePurges(db: Database, now: number, limit: number): Promise<DuePurge[]> {
  const due = (urgent: 0 | 1) =>
    `SELECT feed, page, urgent, at FROM (SELECT * FROM purge WHERE urgent = ${urgent} AND due_at <= ?1 ORDER BY due_at LIMIT ?2)`;
  const { results } = await db
    .prepare(`${due(1)} UNION ALL ${due(0)} LIMIT ?2`)
    .bind(now, limit)
    .all<DuePurge>();
  return results;
}

/** What is still to be purged has gone from everywhere by its age: a purge would do nothing. */
export const dropLatePurges = async (db: Database, now: number): Promise<void> =>
  void (await db
    .prepare(
      `UPDATE purge SET due_at = NULL WHERE urgent IN (0, 1) AND due_at <= ?1 AND at <= ?1 - ${SHARED_COPY_BOUND}`,
    )
    .bind(now)
    .run());

/**
 * Notes that these were purged. What ceased to be current only a moment before may come into the cache once more, from whoever was
 * answering then: it is purged again when that is over.
 *
 * @param sentAt what ceased to be current later has not left by it
 * @param grantedAt milliseconds
 */
export async function notePurged(
  db: Database,
  purged: Pick<DuePurge, "feed" | "page">[],
  sentAt: number,
  grantedAt: number,
): Promise<void> {
  const isOver = `at <= ?2 - ${SETTLED_AFTER}`;
  await db
    .prepare(
      `UPDATE purge SET out_at = iif(${isOver}, ?3, NULL), due_at = iif(${isOver}, NULL, at + ${SETTLED_AFTER})
       WHERE urgent IN (0, 1) AND due_at IS NOT NULL AND at <= ?2
         AND (feed, page) IN (SELECT value ->> 'feed', value ->> 'page' FROM json_each(?1))`,
    )
    .bind(JSON.stringify(purged), sentAt, grantedAt)
    .run();
}

/** When the next purges are due, in milliseconds: of what was taken back, and of all else; null: none is. */
export async function findNextPurges(
  db: Database,
  now: number,
): Promise<{ urgent: number | null; ordinary: number | null }> {
  // One that comes too late is none.
  const next = (urgent: 0 | 1) =>
    `(SELECT due_at FROM purge WHERE urgent = ${urgent} AND due_at > ?1 - ${SHARED_COPY_BOUND} ORDER BY due_at LIMIT 1)`;
  const row = await db
    .prepare(`SELECT ${next(1)} AS urgent, ${next(0)} AS ordinary`)
    .bind(now)
    .first<{ urgent: number | null; ordinary: number | null }>();
  return row ?? { urgent: null, ordinary: null };
}
