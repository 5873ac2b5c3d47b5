import { onInterrupt } from "../../interrupt.ts";
import type { VerifyReport } from "../report.ts";
import type { WatchTimes } from "./options.ts";
import { Watch, type Watching } from "./watch.ts";

/**
 * Feeds over time. Where somebody ends it before its end, the report so far is told.
 *
 * @param tell prints a report, at once
 */
export async function checkOverTime(
  urls: string[],
  times: WatchTimes,
  { tell, ...watching }: Watching & { tell: (report: VerifyReport) => void },
): Promise<VerifyReport> {
  const watch = new Watch(urls, times, watching);
  /** The report begins after the lines of the polls. */
  const apart = (): void => watching.say("");
  const release = onInterrupt(() => {
    apart();
    tell(watch.report());
  });
  try {
    await watch.run();
  } finally {
    release();
  }
  apart();
  return watch.report();
}
