import { SERVICE } from "../../people/actor.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { post } from "../sending/post.ts";
import { disableEndpoint } from "../store/endpoints.ts";
import { type EventAttempt, type EventDelivery, saveAttempt } from "../store/event-deliveries.ts";
import { endpointUrlFault } from "./endpoint-input.ts";
import { eventRequest } from "./event-request.ts";
import { ENDPOINT_PATIENCE, MAX_EVENT_RETRY_AFTER, MAX_FAULT, RETRY_JITTER, RETRY_PAUSES } from "./limits.ts";

/**
 * Makes the request that tells an endpoint of an event, and notes what came of it.
 *
 * @param base the service's own address
 * @param isOnce it is not tried again
 */
export async function sendEvent(
  home: Pick<Home, "db" | "fetchOut">,
  base: string,
  delivery: EventDelivery,
  isOnce = false,
): Promise<EventAttempt> {
  const at = Date.now();
  const began = elapsed();
  const { status, fault, retryAfter } = await ask(home, base, delivery, at);
  const attempt = { at, milliseconds: Math.round(elapsed() - began), status, fault };
  const pause = isOnce || status === 410 ? null : retryPause(delivery.attempts, retryAfter);
  await saveAttempt(home.db, delivery, attempt, pause === null ? null : at + attempt.milliseconds + pause);
  // It has said that it wants nothing more (Standard Webhooks, and RFC 9110 §15.5.11).
  if (status === 410)
    await disableEndpoint(home.db, SERVICE, { ...delivery, id: delivery.endpoint }, "receiver", Date.now());
  return attempt;
}

interface Answered {
  status: number | null;
  fault: string | null;
  /** For how long it asks to be left alone. Milliseconds. */
  retryAfter?: number;
}

async function ask(
  home: Pick<Home, "fetchOut">,
  base: string,
  delivery: EventDelivery,
  now: number,
): Promise<Answered> {
  // The service may have got another address since, by which it is no longer local.
  const unfit = endpointUrlFault(delivery.url, base);
  if (unfit !== null) return { status: null, fault: `the URL ${unfit}` };
  const answer = await post(home, base, {
    ...eventRequest(delivery, now),
    url: delivery.url,
    patience: ENDPOINT_PATIENCE,
  });
  if ("fault" in answer) return { status: null, fault: answer.fault.slice(0, MAX_FAULT) };
  const { status, retryAfter = 0 } = answer;
  return { status, fault: statusFault(status), retryAfter: Math.min(retryAfter, MAX_EVENT_RETRY_AFTER) };
}

/** Null: it was taken. */
function statusFault(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `it leads elsewhere (${status}): say where to send to`;
  return status === 410 ? "it is gone (410)" : `it answered ${status}`;
}

/**
 * How long to wait until the next attempt, in milliseconds; null: it was the last.
 *
 * @param attempts failed before this one
 */
export function retryPause(attempts: number, retryAfter = 0): number | null {
  const pause = RETRY_PAUSES[attempts];
  return pause === undefined ? null : Math.max(retryAfter, Math.round(pause * (1 + RETRY_JITTER * Math.random())));
}
