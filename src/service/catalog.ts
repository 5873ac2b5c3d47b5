import { type Catalog, parseCatalog } from "../feed/catalog.ts";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { type WakeEnv, wakePublisher } from "./jobs/wake.ts";
import { reconcile } from "./store/feeds.ts";

export interface CatalogEnv extends WakeEnv {
  DB: D1Database;
  /** Where the service is reached, if not where `feeds/site.ts` says. */
  BASE_URL?: string;
}

/** The definitions as the running worker knows them. */
export interface Catalogs {
  get(env: CatalogEnv): Catalog;
  /**
   * The same, taken up by the store: once an isolate, which is once a deploy; and at every sweep, for in a gradual
   * deployment an isolate of the old version may have come last. What it makes stale wakes the publisher.
   */
  takeUp(env: CatalogEnv, again?: "again"): Promise<Catalog>;
}

/** @throws one clear line where `feeds/` has a fault, before anything is served */
export function catalogs(site: SiteInput, definitions: DefinitionInput[]): Catalogs {
  let parsed = parseCatalog(site, definitions);
  let base: string | undefined;
  let takenUp = false;
  const get = (env: CatalogEnv): Catalog => {
    if (env.BASE_URL !== base) {
      base = env.BASE_URL;
      parsed = parseCatalog(site, definitions, base);
    }
    return parsed;
  };
  const takeUp: Catalogs["takeUp"] = async (env, again) => {
    const catalog = get(env);
    // Requests must not wait for one another's I/O, so two first ones both reconcile, which does no harm.
    if (again || !takenUp) {
      if (await reconcile(env.DB, catalog, Date.now())) await wakePublisher(env);
      takenUp = true;
    }
    return catalog;
  };
  return { get, takeUp };
}
