import { describeFault } from "../../article/contain.ts";
import { SERVICE } from "../../people/actor.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { disableEndpoint } from "../store/endpoints.ts";
import { type EventAttempt, type EventDelivery, saveAttempt } from "../store/event-deliveries.ts";
import { endpointReach, endpointUrlFault } from "./endpoint-input.ts";
import { eventRequest } from "./event-request.ts";
import { ENDPOINT_PATIENCE, MAX_FAULT, MAX_RETRY_AFTER, RETRY_JITTER, RETRY_PAUSES } from "./limits.ts";

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
  /** Milliseconds; absent: it has not said. */
  retryAfter?: number;
}

async function ask(
  { fetchOut }: Pick<Home, "fetchOut">,
  base: string,
  delivery: EventDelivery,
  now: number,
): Promise<Answered> {
  // The service may have got another address since, by which it is no longer local.
  const unfit = endpointUrlFault(delivery.url, base);
  if (unfit !== null) return { status: null, fault: `the URL ${unfit}` };
  try {
    const { headers, body } = eventRequest(delivery, base, now);
    const signal = AbortSignal.timeout(ENDPOINT_PATIENCE);
    const answer = await fetchOut(delivery.url, { method: "POST", headers, body, signal }, endpointReach(base));
    await answer.body?.cancel();
    const { status } = answer;
    return { status, fault: statusFault(status), retryAfter: retryAfterOf(answer, now) };
  } catch (error) {
    const isLate = error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name);
    const fault = isLate ? `no answer within ${ENDPOINT_PATIENCE / 1_000} seconds` : describeFault(error);
    return { status: null, fault: fault.slice(0, MAX_FAULT) };
  }
}

/** Null: it was taken. */
function statusFault(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `it leads elsewhere (${status}): say where to send to`;
  return status === 410 ? "it is gone (410)" : `it answered ${status}`;
}

/** How long one who is overwhelmed asks to be left alone: seconds, or a date (RFC 9110 §10.2.3). */
function retryAfterOf({ status, headers }: Response, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined || (status !== 429 && status !== 503)) return undefined;
  const pause = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(pause, 0), MAX_RETRY_AFTER);
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
