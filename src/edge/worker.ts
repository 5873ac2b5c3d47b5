import { type FeedInput, parseCatalog } from "../feed/catalog.ts";
import type { SiteInput } from "../feed/definition.ts";
import { isPrivateHost } from "../partner/address.ts";
import { service } from "../service/service.ts";
import { type Env, edgeHome } from "./home.ts";

/**
 * The service as a worker of Cloudflare's.
 *
 * @throws one clear line where `feeds/` has a fault: then nothing is deployed
 */
export function worker(env: Env, site: SiteInput, definitions: FeedInput[]) {
  const catalog = parseCatalog(site, definitions, env.BASE_URL);
  const isLocal = isPrivateHost(new URL(catalog.site.base).hostname);
  const running = service(edgeHome(env, isLocal), catalog);
  return {
    fetch: (request) => running.fetch(request),
    /** A message is a wake, and says nothing else: one run serves a whole batch. A run that fails is tried again with its messages. */
    queue: () => running.publish(),
    scheduled: () => running.sweep(),
  } satisfies ExportedHandler<Env>;
}
