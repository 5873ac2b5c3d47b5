import * as z from "zod";
import { type FeedInput, parseCatalog } from "../feed/catalog.ts";
import type { SiteInput } from "../feed/definition.ts";
import { isPrivateHost } from "../partner/address.ts";
import { service } from "../service/service.ts";
import { type Env, edgeHome } from "./home.ts";

/** Of another version of the worker may come others, which count as wakes. */
const HandedFeed = z.object({ slug: z.string() });

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
    /**
     * A message names a feed that is handed over, or is a wake, and says nothing else: one run serves all the wakes of a batch. A run that
     * fails is tried again with its messages.
     */
    async queue({ messages }) {
      const slugs = messages.map(({ body }) => HandedFeed.safeParse(body).data?.slug);
      for (const slug of new Set(slugs)) await (slug === undefined ? running.publish() : running.publishHanded(slug));
    },
    scheduled: () => running.sweep(),
  } satisfies ExportedHandler<Env>;
}
