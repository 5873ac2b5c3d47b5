import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { reconcile } from "../store/reconcile.ts";
import { wakePublisher } from "./wake.ts";

/** Lets the store take up the definitions; with `again`, though this instance has done so before. */
export type TakeUp = (again?: "again") => Promise<void>;

/**
 * The store takes the definitions up once an instance, which is once a deploy; and at every sweep, for in a gradual deployment
 * an instance of the old version may have come last. What that makes stale wakes the publisher.
 */
export function takingUp(home: Home, catalog: Catalog): TakeUp {
  let isTakenUp = false;
  return async (again) => {
    if (isTakenUp && !again) return;
    // Race: two first requests both reconcile, which does no harm. On Cloudflare they must not wait for one another's I/O.
    if (await reconcile(home.db, catalog, Date.now())) await wakePublisher(home);
    isTakenUp = true;
  };
}
