import { toRfc3339 } from "../../article/time.ts";
import type { Endpoint } from "../store/endpoints.ts";
import type { EventAttempt } from "../store/event-deliveries.ts";
import type { ToldEvent } from "../store/told-events.ts";
import { eventBody } from "./event-request.ts";

const orAbsent = (time: number | null): string | undefined => (time === null ? undefined : toRfc3339(time));

/** An endpoint as the API tells of it: never with a secret. */
export const describeEndpoint = (endpoint: Endpoint) => ({
  ...{ id: endpoint.id, url: endpoint.url, description: endpoint.description, types: endpoint.types },
  status: endpoint.disabled_at === null ? ("enabled" as const) : ("disabled" as const),
  disabled_at: orAbsent(endpoint.disabled_at),
  disabled_by: endpoint.disabled_by ?? undefined,
  failing_since: orAbsent(endpoint.failing_since),
  former_secret_until: orAbsent(endpoint.former_until),
  made_by: endpoint.made_by,
  created_at: toRfc3339(endpoint.created_at),
});

/** An event as an endpoint was told of it, and what came of that. */
export const describeToldEvent = ({ event, outcome, due_at, attempts }: ToldEvent) => ({
  id: `msg_${event.uid}`,
  ...eventBody(event),
  outcome: outcome ?? ("pending" as const),
  next_at: orAbsent(due_at),
  attempts: attempts.map(describeAttempt),
});

export const describeAttempt = ({ at, milliseconds, status, fault }: EventAttempt) => ({
  ...{ at: toRfc3339(at), milliseconds, status: status ?? undefined, fault: fault ?? undefined },
});

/** The part of a message's id that is the event's own. */
export const eventUid = (messageId: string): string => messageId.replace(/^msg_/, "");
