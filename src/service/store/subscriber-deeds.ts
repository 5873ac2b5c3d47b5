import type { Actor } from "../../people/actor.ts";
import type { Database } from "../home.ts";
import { type Deed, noteIfDone } from "./audit.ts";
import { denySubscriptions } from "./deny-subscriptions.ts";
import type { Subscriber } from "./subscriber-list.ts";

type Ended = Pick<Subscriber, "id" | "host" | "feed" | "format">;

/** By what it is known in the log: its callback may hold a token. */
const deed = (action: Deed["action"], { id, host, feed, format }: Ended, more: Record<string, unknown> = {}): Deed => ({
  action,
  subject: { kind: "subscriber", id: String(id) },
  detail: { called: host, feed, format, ...more },
});

/**
 * A subscriber is owed the whole of what is current, now, whatever it has had.
 *
 * @returns false where it is no subscriber any more, or its feed has no edition yet
 */
export async function sendCurrentAgain(db: Database, subscriber: Ended, by: Actor, now: number): Promise<boolean> {
  const [done] = await db.batch([
    db
      .prepare(
        `UPDATE subscription SET due_at = ?2, acknowledged = 0, wanted_since = coalesce(wanted_since, ?2), wanted = f.edition
         FROM feed f WHERE subscription.id = ?1 AND subscription.ended_at IS NULL AND subscription.lease_until > ?2
           AND f.slug = subscription.feed AND f.edition > 0`,
      )
      .bind(subscriber.id, now),
    noteIfDone(db, by, deed("subscriber.sent-again", subscriber), now),
  ]);
  return (done?.meta.changes ?? 0) > 0;
}

/**
 * Ends a subscription; its callback is told so.
 *
 * @param reason in a sentence, which the callback is told, too
 * @returns false where it has ended already
 */
export async function endSubscriber(
  db: Database,
  subscriber: Ended,
  reason: string,
  by: Actor,
  now: number,
): Promise<boolean> {
  const results = await db.batch([
    ...denySubscriptions(db, [subscriber.id], reason, now),
    noteIfDone(db, by, deed("subscriber.ended", subscriber, { reason }), now),
  ]);
  return (results.at(-2)?.meta.changes ?? 0) > 0;
}
