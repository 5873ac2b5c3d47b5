import { Webhook } from "standardwebhooks";
import { toRfc3339 } from "../../article/time.ts";
import type { EventDelivery, StoredEvent } from "../store/event-deliveries.ts";

/** An event as receivers read it. `sequence` grows with each: of two of one article, the one with the higher is the later. */
export const eventBody = ({ type, at, id, data }: StoredEvent) => ({
  ...{ type, timestamp: toRfc3339(at), sequence: id, data },
});

/** The request that tells of an event, signed as Standard Webhooks has it, by each secret that is good. */
export function eventRequest(
  { event, secrets }: Pick<EventDelivery, "event" | "secrets">,
  now: number,
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify(eventBody(event));
  const id = `msg_${event.uid}`;
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(now), body));
  return {
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now / 1000)),
      "webhook-signature": signatures.join(" "),
    },
  };
}
