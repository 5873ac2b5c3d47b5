import { Hono } from "hono";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { type CatalogEnv, type Catalogs, catalogs as makeCatalogs } from "./catalog.ts";
import { articles } from "./http/articles.ts";
import { authorize, type TokenEnv } from "./http/authorize.ts";
import { documents } from "./http/documents.ts";
import { feeds } from "./http/feeds.ts";
import { health } from "./http/health.ts";
import { Memory } from "./http/memory.ts";
import { opml } from "./http/opml.ts";
import { pages } from "./http/pages.tsx";
import { type PartnerEnv, partnerDocuments } from "./http/partner.ts";
import { publicKeys, receipts, type SigningEnv } from "./http/partner-receipts.ts";
import { partners } from "./http/partners.ts";
import { problem } from "./http/problem.ts";
import { type AlertEnv, checkAlerts } from "./jobs/alerts.ts";
import { publishStale } from "./jobs/publish.ts";
import type { PurgeContext } from "./jobs/purge.ts";
import { wakePublisher } from "./jobs/wake.ts";
import { markDue } from "./store/feeds.ts";

export type Env = CatalogEnv & TokenEnv & PartnerEnv & SigningEnv & AlertEnv;

/** The service for a site and its feeds. */
export function worker(site: SiteInput, definitions: DefinitionInput[]) {
  const catalogs = makeCatalogs(site, definitions);
  const app = routes(catalogs);

  async function publish(env: Env, context: PurgeContext): Promise<void> {
    const catalog = await catalogs.takeUp(env);
    if (!(await publishStale(env, context, catalog))) await wakePublisher(env);
  }

  return {
    fetch: app.fetch,
    /** Every message says the same: look. One look serves the whole batch; a failed one is delivered again. */
    async queue(_batch, env, context) {
      await publish(env, context);
    },
    /** The sweep: what a lost message left stale, and what time has brought into sight or out of it. */
    async scheduled(_controller, env, context) {
      await catalogs.takeUp(env, "again");
      await markDue(env.DB, Date.now());
      await publish(env, context);
      await checkAlerts(env, catalogs.get(env), Date.now());
    },
  } satisfies ExportedHandler<Env>;
}

function routes(catalogs: Catalogs) {
  const app = new Hono<{ Bindings: Env }>();
  // One for both, so that what they hold together has one limit.
  const memory = new Memory();
  app.use("/api/*", authorize);
  app.route("/api/articles", receipts(catalogs));
  app.route("/api/articles", articles(catalogs));
  app.route("/api/feeds", feeds(catalogs));
  app.route("/api/partners", partners(catalogs));
  app.route("/.well-known/wireproof-keys.json", publicKeys);
  app.route("/health", health(catalogs));
  app.route("/feeds.opml", opml(catalogs));
  app.route("/feeds", documents(catalogs, memory));
  app.route("/partner", partnerDocuments(catalogs, memory));
  app.route("/", pages(catalogs));
  app.notFound(() => problem(404, "Nothing is here."));
  app.onError((error) => {
    console.error(JSON.stringify({ event: "error", error: error.stack ?? String(error) }));
    return problem(500, "Something broke; it is logged.");
  });
  return app;
}
