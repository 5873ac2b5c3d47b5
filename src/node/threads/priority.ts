import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** The niceness of what composes: it takes all that it is given; readers and editors come first. */
export const COMPOSING = 10;

/**
 * Lets the system give this thread less of a processor than polls get, where both want one. Only Linux has priorities for threads
 * (setpriority(2), "C library/kernel differences"); elsewhere nothing happens.
 *
 * @param niceness 0 to 19, the least urgent
 */
export function yieldToPolls(niceness: number): void {
  if (process.platform !== "linux") return;
  try {
    // The link is read by the thread that asks: it leads to `<process>/task/<thread>`.
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    setPriority(thread, niceness);
  } catch {
    // A sandbox may forbid it: then all threads are alike.
  }
}
