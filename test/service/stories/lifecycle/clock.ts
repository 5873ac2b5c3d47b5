import { vi } from "vitest";

/** A clock that stands still but for the steps of a test; whoever waits moves it. */
export function stopClock(start: number) {
  let now = start;
  vi.spyOn(Date, "now").mockImplementation(() => now);
  vi.spyOn(scheduler, "wait").mockImplementation(async (milliseconds) => {
    now += Math.ceil(milliseconds);
  });
  return {
    get now() {
      return now;
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
