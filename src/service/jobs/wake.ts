import type { Home } from "../home.ts";
import { logFault } from "../log.ts";
import { findNextDue } from "../store/due.ts";

/**
 * Wakes the publisher. What is stale stands in the store: where the wake is lost, the sweep finds it.
 *
 * @param delaySeconds not before
 */
export async function wakePublisher(home: Pick<Home, "wake">, delaySeconds = 0): Promise<void> {
  try {
    await home.wake(delaySeconds);
  } catch (error) {
    logFault("wake failed", { error: String(error) });
  }
}

/** What comes due later than this needs no wake of its own: a sweep comes every minute. Milliseconds. */
const HORIZON = 90_000;

/** Wakes the publisher when the next embargo or licence ends, rather than at the sweep after it. */
export function dueWaker(home: Home): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    const now = Date.now();
    const due = await findNextDue(home.db, now);
    const isNear = due !== null && due <= now + HORIZON;
    const isWoken = due === last;
    // Kept only while it is near: after a clock that was set back, the same comes due once more.
    last = isNear ? due : null;
    // One wake is enough for what comes due: where it is lost, the sweep finds it.
    if (!isNear || isWoken) return;
    await wakePublisher(home, Math.ceil((due - now) / 1000));
  };
}
