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
  const release = onInterrupt(() => tell(watch.report()));
  try {
    await watch.run();
  } finally {
    release();
  }
  return watch.report();
}
