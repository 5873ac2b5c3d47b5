import { contain, describeFault } from "../../article/contain.ts";
import type { Home } from "../home.ts";
import { logFault } from "../log.ts";

/**
 * Wakes whoever sends. What is due stands in the store: where the wake is lost, the sweep finds it.
 *
 * @param delaySeconds not before
 */
export const wakeSender = (home: Pick<Home, "wakeSender">, delaySeconds = 0): Promise<void> =>
  contain(
    () => home.wakeSender(delaySeconds),
    (fault) => logFault("sender not woken", { error: describeFault(fault) }),
  );
