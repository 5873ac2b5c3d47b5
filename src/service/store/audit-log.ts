import { millisecondsInMinute } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import type { Actor } from "../../people/actor.ts";
import type { Scope } from "../../people/scopes.ts";
import { seesDrafts } from "../../people/sees-drafts.ts";
import type { Database } from "../home.ts";
import type { Action, Deed, Subject } from "./audit.ts";
import { REVISION_DAYS } from "./history.ts";

/** A deed is kept for this long, as a former revision is, and beyond it for as long as what it was done to is there. Days. */
export const LOG_DAYS = REVISION_DAYS;

/** Deeds on one page. */
export const MAX_LISTED_DEEDS = 500;

/** Deeds that are looked at for one page, whatever of them is in it: some ten milliseconds. */
export const MAX_LOOKED_DEEDS = 20_000;

/** Actors that may be chosen from. */
const MAX_ACTORS = 200;

/** Deeds of one thing that are told at once. */
const MAX_TOLD = 500;

/** The clocks of two instances differ by less, so that in the order of the log times go back by no more. Milliseconds. */
const CLOCK_SKEW = 5 * millisecondsInMinute;

/** A deed as the log holds it. */
export interface LoggedDeed extends Deed {
  /** Counted up: the newest has the highest. */
  id: number;
  /** Milliseconds. */
  at: number;
  actor: Actor;
}

/** Whose deeds, of what; what is absent, whichever. */
export interface DeedFilter {
  /** Without an id: all of this kind. */
  actor?: { kind: Actor["kind"]; id?: string };
  action?: Action;
  /** Without an id: all of this kind. */
  subject?: { kind: Subject["kind"]; id?: string };
  /** Milliseconds, inclusive. */
  from?: number;
  /** Milliseconds, inclusive. */
  to?: number;
  /** What is kept from others is left out, save what one has done oneself, or what was done to oneself; absent: nothing is. */
  seenBy?: { actor: Actor; scopes: ReadonlySet<Scope> };
}

/** Who was let in, and who writes what, is for those who let in, and for those who see everybody's drafts. */
const hiddenFrom = (scopes: ReadonlySet<Scope>): Subject["kind"][] => [
  ...(scopes.has("people") ? [] : (["person", "session", "key"] as const)),
  ...(seesDrafts(scopes) ? [] : (["draft"] as const)),
];

/** Deeds, the newest first. */
export interface DeedsPage {
  deeds: LoggedDeed[];
  /** The id before which there may be more; null: there are none. */
  next: number | null;
}

/**
 * A page of the log. What one actor did, what was done to one thing, and one kind of deed are found by an index, and so is a span of
 * time; further filters are held against the next `MAX_LOOKED_DEEDS`, so that there may be fewer on a page than there is room for.
 *
 * @param before an id; absent: from the newest
 */
export async function listDeeds(
  db: Database,
  filter: DeedFilter,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<DeedsPage> {
  const { actor, action, subject, from = 0, to = Number.MAX_SAFE_INTEGER, seenBy } = filter;
  const { results } = await db
    .prepare(
      `WITH looked AS MATERIALIZED (
         SELECT id, at BETWEEN ?3 AND ?4 AND (?5 IS NULL OR actor_kind = ?5) AND (?6 IS NULL OR actor = ?6)
           AND (?7 IS NULL OR action = ?7) AND (?8 IS NULL OR subject_kind = ?8) AND (?9 IS NULL OR subject = ?9)
           AND (subject_kind NOT IN (SELECT value FROM json_each(?10)) OR (actor_kind = ?11 AND actor = ?12)
             OR (subject_kind = ?11 AND subject = ?12)) AS matches
         FROM ${sourceOf(filter)} AND id < ?1
           AND id > coalesce((SELECT id FROM audit WHERE at < ?3 - ${CLOCK_SKEW} ORDER BY at DESC LIMIT 1), 0)
           AND id < coalesce((SELECT id FROM audit WHERE at > ?4 + ${CLOCK_SKEW} ORDER BY at LIMIT 1), ?1)
         ORDER BY id DESC LIMIT ${MAX_LOOKED_DEEDS}
       ), reached AS (SELECT count(*) AS deeds, min(id) AS id FROM looked)
       SELECT a.*, l.matches, r.deeds AS looked FROM looked l JOIN audit a ON a.id = l.id, reached r
       WHERE l.matches OR l.id = r.id ORDER BY l.id DESC LIMIT ?2 + 1`,
    )
    .bind(
      ...[before, limit, from, to, actor?.kind ?? null, actor?.id ?? null, action ?? null],
      ...[subject?.kind ?? null, subject?.id ?? null, JSON.stringify(seenBy ? hiddenFrom(seenBy.scopes) : [])],
      ...[seenBy?.actor.kind ?? null, seenBy?.actor.id ?? null],
    )
    .all<DeedRow & { matches: 0 | 1; looked: number }>();
  const found = results.filter(({ matches }) => matches);
  const page = found.slice(0, limit).map(toDeed);
  const reached = results[0]?.looked === MAX_LOOKED_DEEDS ? results.at(-1)?.id : undefined;
  return { deeds: page, next: (found.length > limit ? page.at(-1)?.id : reached) ?? null };
}

/** The table, and the index that has no other deeds than those that may match. */
function sourceOf({ actor, action, subject }: DeedFilter): string {
  if (subject?.id !== undefined) return "audit INDEXED BY audit_subject WHERE subject_kind = ?8 AND subject = ?9";
  if (actor?.id !== undefined) return "audit INDEXED BY audit_actor WHERE actor_kind = ?5 AND actor = ?6";
  if (action !== undefined) return "audit INDEXED BY audit_action WHERE action = ?7";
  return "audit WHERE true";
}

/**
 * What was done to one thing from one time to another, both included, the newest first.
 *
 * @param actions absent: whatever it was
 */
export async function listDeedsTo(
  db: Database,
  subject: Subject,
  { from = 0, to = Number.MAX_SAFE_INTEGER, actions, limit = MAX_TOLD }: ToldDeeds = {},
): Promise<LoggedDeed[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM audit INDEXED BY audit_subject WHERE subject_kind = ?1 AND subject = ?2 AND at BETWEEN ?3 AND ?4
         AND (?5 IS NULL OR action IN (SELECT value FROM json_each(?5)))
       ORDER BY id DESC LIMIT ?6`,
    )
    .bind(subject.kind, subject.id, from, to, actions ? JSON.stringify(actions) : null, limit)
    .all<DeedRow>();
  return results.map(toDeed);
}

/** The deed by which an article came to the status that it has; null: the log does not tell. */
export async function findStatusDeed(
  db: Database,
  { id, status }: Pick<Article, "id" | "status">,
): Promise<LoggedDeed | null> {
  const [deed] = await listDeedsTo(db, { kind: "article", id }, { actions: INTO_STATUS[status], limit: 1 });
  return deed ?? null;
}

/** The deeds that an article may come to a status by. */
const INTO_STATUS: Record<Article["status"], Action[]> = {
  usable: ["article.created", "article.published", "article.released", "article.restored"],
  withheld: ["article.created", "article.withheld", "article.restored"],
  canceled: ["article.created", "article.retracted"],
  draft: ["article.created", "article.restored"],
};

interface ToldDeeds {
  /** Milliseconds. */
  from?: number;
  /** Milliseconds. */
  to?: number;
  actions?: Action[];
  limit?: number;
}

/** Everybody who did something, by the name of their last deed: a few steps of an index for each. */
export async function listActors(db: Database): Promise<Actor[]> {
  const { results } = await db
    .prepare(
      `WITH RECURSIVE last (id) AS (
         SELECT (SELECT id FROM audit ORDER BY actor_kind DESC, actor DESC, id DESC LIMIT 1)
         UNION ALL
         SELECT (SELECT n.id FROM audit n WHERE (n.actor_kind, n.actor) < (p.actor_kind, p.actor)
           ORDER BY n.actor_kind DESC, n.actor DESC, n.id DESC LIMIT 1)
         FROM last l JOIN audit p ON p.id = l.id LIMIT ${MAX_ACTORS}
       ) SELECT a.actor_kind, a.actor, a.actor_name FROM last l JOIN audit a ON a.id = l.id`,
    )
    .all<Pick<DeedRow, "actor_kind" | "actor" | "actor_name">>();
  return results.map(toActor);
}

interface DeedRow {
  id: number;
  at: number;
  actor_kind: Actor["kind"];
  actor: string;
  actor_name: string;
  action: Action;
  subject_kind: Subject["kind"];
  subject: string;
  detail: string | null;
}

const toActor = ({ actor_kind, actor, actor_name }: Pick<DeedRow, "actor_kind" | "actor" | "actor_name">): Actor => ({
  kind: actor_kind,
  id: actor,
  name: actor_name,
});

const toDeed = (row: DeedRow): LoggedDeed => ({
  id: row.id,
  at: row.at,
  actor: toActor(row),
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject },
  detail: row.detail === null ? undefined : JSON.parse(row.detail),
});
