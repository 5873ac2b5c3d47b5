import { setTimeout as sleep } from "node:timers/promises";
import { millisecondsInSecond } from "date-fns/constants";

/**
 * Asks again where a server asks for patience: 429 and 503 with `Retry-After` (RFC 9110 §10.2.3).
 *
 * @param bound milliseconds that are waited in all
 */
export async function askPatiently(
  ask: () => Promise<Response>,
  bound: number,
  wait: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<Response> {
  for (let waited = 0; ; ) {
    const response = await ask();
    const pause = pauseOf(response, Date.now());
    if (pause === null || waited + pause > bound) return response;
    await response.body?.cancel();
    await wait(pause);
    waited += pause;
  }
}

/** Milliseconds, at least a second; null: there is nothing to wait for. */
function pauseOf({ status, headers }: Response, now: number): number | null {
  const pause = status === 429 || status === 503 ? retryAfter(headers, now) : null;
  return pause === null ? null : Math.max(pause, millisecondsInSecond);
}

/** Milliseconds from now, negative where that has passed; null: an answer says nothing of it (RFC 9110 §10.2.3: seconds, or a date). */
export function retryAfter(headers: Headers, now: number): number | null {
  const after = headers.get("retry-after")?.trim();
  if (!after) return null;
  const pause = /^\d+$/.test(after) ? Number(after) * millisecondsInSecond : Date.parse(after) - now;
  return Number.isNaN(pause) ? null : pause;
}
