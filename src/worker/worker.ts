import { Hono } from "hono";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { type CatalogEnv, type Catalogs, catalogs as makeCatalogs } from "./catalog.ts";
import { articles } from "./http/articles.ts";
import { audienceApi } from "./http/audience/api.ts";
import { Counts } from "./http/audience/counts.ts";
import { audiencePage } from "./http/audience/page.tsx";
import { authorize, type TokenEnv } from "./http/authorize.ts";
import { documents } from "./http/documents.ts";
import { feeds } from "./http/feeds.ts";
import { health } from "./http/health.ts";
import { opml } from "./http/opml.ts";
import { pages } from "./http/pages.tsx";
import { problem } from "./http/problem.ts";
import { publishStale } from "./jobs/publish.ts";
import type { PurgeContext } from "./jobs/purge.ts";
import { wakePublisher } from "./jobs/wake.ts";
import { pruneAudience } from "./store/audience.ts";
import { markDue } from "./store/feeds.ts";

export type Env = CatalogEnv & TokenEnv;

/** The service for a site and its feeds. */
export function worker(site: SiteInput, definitions: DefinitionInput[]) {
  const catalogs = makeCatalogs(site, definitions);
  const counts = new Counts();
  const app = routes(catalogs, counts);

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
      await counts.flush(env.DB);
      await pruneAudience(env.DB, Date.now());
    },
  } satisfies ExportedHandler<Env>;
}

function routes(catalogs: Catalogs, counts: Counts) {
  const app = new Hono<{ Bindings: Env }>();
  app.use("/api/*", authorize);
  app.route("/api/articles", articles(catalogs));
  app.route("/api/feeds", feeds(catalogs));
  app.route("/api/audience", audienceApi(catalogs, counts));
  app.route("/audience", audiencePage(catalogs));
  app.route("/health", health);
  app.route("/feeds.opml", opml(catalogs));
  app.route("/feeds", documents(catalogs, counts));
  app.route("/", pages(catalogs));
  app.notFound(() => problem(404, "Nothing is here."));
  app.onError((error) => {
    console.error(JSON.stringify({ event: "error", error: error.stack ?? String(error) }));
    return problem(500, "Something broke; it is logged.");
  });
  return app;
}
