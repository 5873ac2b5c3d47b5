import * as z from "zod";
import { type FeedInput, parseCatalog } from "../feed/catalog.ts";
import type { SiteInput } from "../feed/definition.ts";
import { type SourceInput, variablesOf } from "../feed/source.ts";
import { isPrivateHost } from "../partner/address.ts";
import { type Service, service } from "../service/service.ts";
import { findBase } from "../service/store/base.ts";
import { unaddressed } from "../service/unaddressed.ts";
import { type Env, edgeHome } from "./home.ts";
import { MIGRATIONS } from "./migrations.ts";
import { StoreVersion } from "./store-version.ts";

/** Of another version of the worker may come others, which count as wakes. */
const Message = z.object({ slug: z.string().optional(), send: z.boolean().optional() });

/**
 * The service as a worker of Cloudflare's: on a store that it brings up to date itself, and at the address that is set, or else was taken
 * from the first request that was let in.
 *
 * @throws one clear line where `feeds/` has a fault: then nothing is deployed
 */
export function worker(env: Env, site: SiteInput, definitions: FeedInput[], sources: SourceInput[] = []) {
  const catalog = parseCatalog(site, definitions, env.BASE_URL, sources);
  const isPrivate = isPrivateHost(new URL(catalog.site.base).hostname);
  // A masthead may say localhost for whoever tries it; only a development machine is told so by its variable.
  const isAddressed = Boolean(env.BASE_URL) || !isPrivate;
  const home = edgeHome(env, isAddressed && isPrivate, variablesOf(catalog.sources.values()));
  const store = new StoreVersion(home.db, MIGRATIONS);
  const set = isAddressed ? service(home, catalog) : undefined;
  let running = set;

  function startAt(base: string): Service {
    running ??= service({ ...home, hasTakenAddress: true }, parseCatalog(site, definitions, base, sources));
    return running;
  }

  /** @returns undefined: it is not known yet where readers reach it, so nothing can be published */
  async function ready(): Promise<Service | undefined> {
    await store.settle();
    if (running) return running;
    const base = await findBase(home.db);
    return base === null ? undefined : startAt(base);
  }

  /** What answers until the store is up to date, and somebody has an address. */
  const first: Pick<Service, "fetch"> = set
    ? { fetch: (request) => store.settle().then(() => set.fetch(request)) }
    : unaddressed(home, catalog, { find: ready, startAt });
  return {
    fetch: (request) => (running && store.isSettled ? running : first).fetch(request),
    /**
     * A message names a feed that is handed over, or wakes the sender or the publisher, and says nothing else: one run serves all the wakes
     * of a batch. A run that fails is tried again with its messages.
     */
    async queue({ messages }) {
      const now = await ready();
      const told = messages.map(({ body }) => Message.safeParse(body).data ?? {});
      const slugs = told.filter(({ send }) => !send).map(({ slug }) => slug);
      for (const slug of new Set(slugs)) await (slug === undefined ? now?.publish() : now?.publishHanded(slug));
      if (told.some(({ send }) => send)) await now?.send();
    },
    scheduled: async () => (await ready())?.sweep(),
  } satisfies ExportedHandler<Env>;
}
