import { contain, describeFault } from "../../article/contain.ts";
import type { Home } from "../home.ts";
import { logFault } from "../log.ts";
import { leaseDue } from "../store/leases.ts";

/** So few feeds are composed where they are found: a message to somebody else would take as long. */
const FEW = 4;

/**
 * Lets others take up all but the first few of the feeds that are due, where the home has others. One that is lost on the way is due again
 * when its lease ends.
 *
 * @param due those that come first before the others: what a story has to come out of waits for no message
 */
export async function handOver(home: Home, due: string[], now: number): Promise<void> {
  if (!home.hand || due.length <= FEW) return;
  const leased = await leaseDue(home.db, due.slice(FEW), now);
  if (leased.length === 0) return;
  await contain(
    async () => home.hand?.(leased),
    (fault) => logFault("hand-over failed", { error: describeFault(fault) }),
  );
}
