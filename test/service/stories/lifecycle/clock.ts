import { vi } from "vitest";

/** A clock that stands still but for the steps of a test, and for who waits by it. */
export function stopClock(start: number) {
  let now = start;
  vi.spyOn(Date, "now").mockImplementation(() => now);
  return {
    get now() {
      return now;
    },
    /** As a home's `wait`. */
    async wait(milliseconds: number) {
      now += Math.ceil(milliseconds);
    },
    step(milliseconds: number) {
      now += milliseconds;
    },
    release() {
      vi.restoreAllMocks();
    },
  };
}

export type Clock = ReturnType<typeof stopClock>;
