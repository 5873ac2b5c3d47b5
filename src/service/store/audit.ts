import type { ArticleDeed } from "../../article/deed.ts";
import type { Actor } from "../../people/actor.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** What was done. Whoever adds one gives it its words in `audit-words.ts`. */
export type Action =
  | ArticleDeed
  | "draft.started"
  | "draft.handed-in"
  | "draft.handed-back"
  | "draft.discarded"
  | "partner.created"
  | "partner.changed"
  | "partner-key.created"
  | "partner-key.rotated"
  | "partner-key.revoked"
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
  | "feed.recomposed"
  | "file.uploaded"
  | "export.taken"
  | "import.taken";

/** What something was done to. */
export interface Subject {
  kind: "article" | "draft" | "partner" | "partner-key" | "key" | "person" | "session" | "feed" | "file" | "store";
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
  db
    .prepare(
      `INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject, detail)
       SELECT ?1, ?2, ?3, ?4, value ->> 'action', value ->> '$.subject.kind', value ->> '$.subject.id', value -> 'detail'
       FROM json_each(?5)`,
    )
    .bind(now, by.kind, by.id, by.name, JSON.stringify(deeds));

/** Writes one deed into the log, of what is not in a batch. */
export async function noteDeed(db: Database, by: Actor, deed: Deed, now: number): Promise<void> {
  await noteDeeds(db, by, [deed], now).run();
}
