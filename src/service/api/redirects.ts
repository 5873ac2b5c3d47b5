import { Hono } from "hono";
import type { Catalog } from "../../feed/catalog.ts";
import { usesOf } from "../audience/old-addresses.ts";
import type { Home } from "../home.ts";
import { NO_STORE } from "../http/no-store.ts";
import { listAskedAddresses } from "../store/old-addresses.ts";
import { toIso } from "./to-iso.ts";

/** The counts of who asks for old addresses that have not come to the store yet. */
export interface AddressCounts {
  /** Stores them, as far as that can be done. */
  flush(): Promise<void>;
}

/** `/api/redirects`: the old addresses of feeds that somebody still asks for, those that lead on and those that lead nowhere. */
export function redirects(home: Home, catalog: Catalog, counts: AddressCounts): Hono {
  const app = new Hono();

  app.get("/", async (c) => {
    await counts.flush();
    const uses = usesOf(catalog, await listAskedAddresses(home.db));
    const addresses = uses.map(({ first_at, last_at, ...use }) => ({
      ...use,
      first_asked: toIso(first_at),
      last_asked: toIso(last_at),
    }));
    return c.json({ addresses }, 200, NO_STORE);
  });

  return app;
}
