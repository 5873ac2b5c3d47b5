import type { Catalog } from "../feed/catalog.ts";
import type { Home } from "./home.ts";
import { deliveries } from "./hub/deliveries.ts";
import { verifications } from "./hub/verifications.ts";
import type { Awakened } from "./jobs/awaken.ts";
import type { Errands } from "./sending/errand.ts";
import { eventErrands } from "./webhooks/event-errands.ts";

/** What sending needs of those who publish. */
export interface SendingNeeds {
  home: Home;
  catalog: Catalog;
  /** A feed that was subscribed to has to be there. */
  awaken(slug: string): Promise<Awakened>;
}

/** All that is sent, the most pressing first. */
export const allErrands = (needs: SendingNeeds): Errands[] => [
  deliveries(needs),
  verifications(needs),
  eventErrands(needs.home, needs.catalog.site.base),
];
