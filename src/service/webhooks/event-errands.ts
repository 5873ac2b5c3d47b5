import type { Home } from "../home.ts";
import type { Errands } from "../sending/errand.ts";
import { claimDeliveries, findNextDelivery, listDueDeliveries, releaseDeliveries } from "../store/event-deliveries.ts";
import { EVENT_CLAIM } from "./limits.ts";
import { sendEvent } from "./send-event.ts";

/** What endpoints are to be told. @param base the service's own address */
export const eventErrands = (home: Pick<Home, "db" | "fetchOut">, base: string): Errands => ({
  listDue: (now, but, limit) => listDueDeliveries(home.db, now, but, limit),
  claim: async (ids, now) =>
    (await claimDeliveries(home.db, ids, now, now + EVENT_CLAIM)).map((delivery) => ({
      id: delivery.id,
      host: delivery.host,
      run: async () => void (await sendEvent(home, base, delivery)),
    })),
  findNextDue: (now, but) => findNextDelivery(home.db, now, but),
  release: () => releaseDeliveries(home.db),
});
