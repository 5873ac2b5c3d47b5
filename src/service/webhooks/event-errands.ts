import type { Home } from "../home.ts";
import type { Errands } from "../sending/errand.ts";
import { claimEvents, findNextEvent, listDueEvents, releaseEvents } from "../store/event-deliveries.ts";
import { EVENT_CLAIM } from "./limits.ts";
import { sendEvent } from "./send-event.ts";

/** What endpoints are to be told. @param base the service's own address */
export const eventErrands = (home: Pick<Home, "db" | "fetchOut">, base: string): Errands => ({
  listDue: (now, but, limit) => listDueEvents(home.db, now, but, limit),
  claim: async (ids, now) =>
    (await claimEvents(home.db, ids, now, now + EVENT_CLAIM)).map((delivery) => ({
      id: delivery.id,
      host: delivery.host,
      run: async () => void (await sendEvent(home, base, delivery)),
    })),
  findNextDue: (now, but) => findNextEvent(home.db, now, but),
  release: () => releaseEvents(home.db),
});
