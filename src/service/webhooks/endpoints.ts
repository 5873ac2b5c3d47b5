import type { Actor } from "../../people/actor.ts";
import { mintId } from "../../people/secret.ts";
import type { Home } from "../home.ts";
import { wakeSender } from "../jobs/wake-sender.ts";
import {
  type Endpoint,
  type EndpointFields,
  findEndpoint,
  insertEndpoint,
  noteEndpointDeed,
  rotateSecret,
} from "../store/endpoints.ts";
import { type EventAttempt, insertTestEvent } from "../store/event-deliveries.ts";
import { type Replayed, replay } from "../store/told-events.ts";
import { mintEndpointSecret } from "./endpoint-input.ts";
import { EVENT_CLAIM, MAX_ENDPOINTS, MAX_REPLAYED, ROTATION_OVERLAP } from "./limits.ts";
import { sendEvent } from "./send-event.ts";

/** An endpoint with its secret, which nothing else ever shows. */
export interface ShownEndpoint {
  endpoint: Endpoint;
  secret: string;
}

/** Sets up an endpoint. @returns null where there are as many as there may be */
export async function createEndpoint(
  { db }: Pick<Home, "db">,
  by: Actor,
  { url, description, types }: EndpointFields,
  now: number,
): Promise<ShownEndpoint | null> {
  const [id, secret] = [mintId(), mintEndpointSecret()];
  const fields = { url, types, description: description === "" ? new URL(url).host : description };
  const isMade = await insertEndpoint(db, by, { id, secret, ...fields }, { limit: MAX_ENDPOINTS, now });
  const endpoint = isMade ? await findEndpoint(db, id) : null;
  return endpoint && { endpoint, secret };
}

/** Gives an endpoint a new secret. @returns null where it has gone meanwhile */
export async function rotateEndpoint(
  { db }: Pick<Home, "db">,
  by: Actor,
  endpoint: Endpoint,
  now: number,
): Promise<ShownEndpoint | null> {
  const secret = mintEndpointSecret();
  const formerUntil = now + ROTATION_OVERLAP;
  const isDone = await rotateSecret(db, by, endpoint, { secret, formerUntil, now });
  return isDone ? { endpoint: { ...endpoint, former_until: formerUntil }, secret } : null;
}

/**
 * Sends an event of no other meaning at once, also to an endpoint that is disabled. It is not tried again.
 *
 * @param base the service's own address
 * @returns null where the endpoint has gone meanwhile
 */
export async function testEndpoint(
  home: Pick<Home, "db" | "fetchOut">,
  base: string,
  by: Actor,
  endpoint: Endpoint,
  now: number,
): Promise<EventAttempt | null> {
  const test = { uid: mintId(), data: { webhook: endpoint.id, by: by.name }, now, until: now + EVENT_CLAIM };
  const delivery = await insertTestEvent(home.db, endpoint.id, test);
  if (!delivery) return null;
  await noteEndpointDeed(home.db, by, "webhook.tested", endpoint, now);
  return sendEvent(home, base, delivery, true);
}

/**
 * Sends events again.
 *
 * @returns how many; null: the endpoint was told of no such event
 */
export async function replayEvents(
  home: Pick<Home, "db" | "wakeSender">,
  by: Actor,
  endpoint: Endpoint,
  which: Replayed,
  now: number,
): Promise<number | null> {
  const events = await replay(home.db, endpoint.id, which, { limit: MAX_REPLAYED, now });
  if (!events) return events;
  await noteEndpointDeed(home.db, by, "webhook.replayed", endpoint, now, { events });
  await wakeSender(home);
  return events;
}
