import type { ArticleDeed } from "../../article/deed.ts";
import type { Actor } from "../../people/actor.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** What was done. Whoever adds one gives it its words in `service/audit/words.ts`. */
export type Action =
  | ArticleDeed
  | "article.brought"
  | "draft.started"
  | "draft.handed-in"
  | "draft.handed-back"
  | "draft.discarded"
  | "partner.created"
  | "partner.changed"
  | "partner-key.created"
  | "partner-key.rotated"
  | "partner-key.revoked"
  | "partner-page.opened"
  | "partner-page.refused"
  | "partner-page.closed"
  | "key.created"
  | "key.revoked"
  | "person.invited"
  | "person.joined"
  | "person.changed"
  | "person.removed"
  | "session.started"
  | "session.ended"
  | "session.refused"
  | "definition.changed"
  | "source.asked"
  | "source.let-in"
  | "subscriber.sent-again"
  | "subscriber.ended"
  | "file.uploaded"
  | "webhook.created"
  | "webhook.changed"
  | "webhook.rotated"
  | "webhook.enabled"
  | "webhook.disabled"
  | "webhook.removed"
  | "webhook.tested"
  | "webhook.replayed"
  | "export.taken"
  | "import.taken";

/** What something was done to. */
export interface Subject {
  kind:
    | "article"
    | "draft"
    | "source"
    | "partner"
    | "partner-key"
    | "key"
    | "person"
    | "session"
    | "feed"
    | "subscriber"
    | "file"
    | "webhook"
    | "store";
  id: string;
}

/** Something that was done. */
export interface Deed {
  action: Action;
  subject: Subject;
  /** What else is to be known: plain data. No secret stands in it. */
  detail?: Record<string, unknown>;
}

/** Writes deeds into the log. It belongs into the batch of what was done, so that neither is without the other. */
export const noteDeeds = (db: Database, by: Actor, deeds: Deed[], now: number): PreparedStatement =>
  db.prepare(`${INSERT_DEEDS} FROM json_each(?5)`).bind(...deedValues(by, deeds, now));

/** The same, of definitions: not where another instance has taken up those with this hash before. */
export const noteDefinitions = (db: Database, by: Actor, deeds: Deed[], now: number, hash: string): PreparedStatement =>
  db
    .prepare(`${INSERT_DEEDS} FROM json_each(?5) WHERE NOT EXISTS (SELECT 1 FROM taken_up WHERE definitions = ?6)`)
    .bind(...deedValues(by, deeds, now), hash);

const INSERT_DEEDS = `INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject, detail)
  SELECT ?1, ?2, ?3, ?4, value ->> 'action', value ->> '$.subject.kind', value ->> '$.subject.id', value -> 'detail'`;

const deedValues = (by: Actor, deeds: Deed[], now: number) => [now, by.kind, by.id, by.name, JSON.stringify(deeds)];

/** Writes a deed into the log, where the statement of the batch before it has changed a row: one that is guarded may have done nothing. */
export const noteIfDone = (
  db: Database,
  by: Actor,
  { action, subject, detail }: Deed,
  now: number,
): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject, detail)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE changes() > 0`,
    )
    .bind(
      ...[now, by.kind, by.id, by.name, action, subject.kind, subject.id],
      detail === undefined ? null : JSON.stringify(detail),
    );

/** Writes one deed into the log, of what is not in a batch. */
export async function noteDeed(db: Database, by: Actor, deed: Deed, now: number): Promise<void> {
  await noteDeeds(db, by, [deed], now).run();
}
