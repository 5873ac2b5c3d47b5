import { onTestFinished } from "vitest";
import { type LogEntry, logTo } from "../../src/service/log.ts";

/** What is logged from here to the test's end, without its times. */
export function logged(): Omit<LogEntry, "time">[] {
  const entries: Omit<LogEntry, "time">[] = [];
  logTo(({ time: _, ...entry }) => void entries.push(entry));
  onTestFinished(() => logTo());
  return entries;
}
