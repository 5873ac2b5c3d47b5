import { vi } from "vitest";
import { elapsed } from "../../src/service/elapsed.ts";

const MINUTE = 60_000;

/** A clock that the test moves, and with it what `elapsed` tells, from a whole minute on; timers go on by themselves. */
export function startClock(now: number): void {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now });
  // From here on it goes by the new clock: without a minute's begin of its own, what is counted by the minute would depend on how
  // long the tests before took.
  vi.advanceTimersByTime(MINUTE - (elapsed() % MINUTE));
  vi.setSystemTime(now);
}

/** Time passes: so many milliseconds. */
export const pass = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);

/** Somebody sets the clock by so many milliseconds, back where they are negative: no time passes. */
export const setClock = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds);

/** The same, up to a time. */
export const passUntil = (time: number): void => pass(time - Date.now());
