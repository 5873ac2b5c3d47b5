import { findNextDue } from "../store/due.ts";

export interface WakeEnv {
  PUBLISH_QUEUE: Queue;
}

/**
 * Wakes the publisher. What is stale stands in the store: where the message is lost, the sweep finds it.
 *
 * @param delaySeconds not before
 */
export async function wakePublisher(env: WakeEnv, delaySeconds = 0): Promise<void> {
  try {
    await env.PUBLISH_QUEUE.send({}, { delaySeconds });
  } catch (error) {
    console.error(JSON.stringify({ event: "wake failed", error: String(error) }));
  }
}

/** Milliseconds: what comes due later, a later sweep sees in time. */
const HORIZON = 90_000;

/** Wakes the publisher when the next embargo or licence ends, rather than at the sweep after it. */
export function dueWaker() {
  let last = 0;
  return async (env: WakeEnv & { DB: D1Database }): Promise<void> => {
    const now = Date.now();
    const due = await findNextDue(env.DB, now);
    // One message is enough; where it is lost, the sweep comes.
    if (due === null || due === last || due > now + HORIZON) return;
    last = due;
    await wakePublisher(env, Math.ceil((due - now) / 1000));
  };
}
