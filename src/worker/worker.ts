import { Hono } from "hono";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { type CatalogEnv, type Catalogs, catalogs as makeCatalogs } from "./catalog.ts";
import { articles } from "./http/articles.ts";
import { audienceApi } from "./http/audience/api.ts";
import { audiencePage } from "./http/audience/page.tsx";
import { authorize, type TokenEnv } from "./http/authorize.ts";
import { desk } from "./http/desk/desk.tsx";
import { documents } from "./http/documents.ts";
import { feeds } from "./http/feeds.ts";
import { health } from "./http/health.ts";
import { answerHot } from "./http/hot.ts";
import { type Isolate, newIsolate } from "./http/isolate.ts";
import { openapi } from "./http/openapi.ts";
import { files } from "./http/pages/files.ts";
import { notFound } from "./http/pages/notices.tsx";
import { pages } from "./http/pages/pages.tsx";
import { type PartnerEnv, partnerDocuments } from "./http/partner.ts";
import { publicKeys, receipts, type SigningEnv } from "./http/partner-receipts.ts";
import { partners } from "./http/partners.ts";
import { problem } from "./http/problem.ts";
import { revisions } from "./http/revisions.ts";
import { type AlertEnv, checkAlerts } from "./jobs/alerts.ts";
import type { Copies } from "./jobs/copies.ts";
import { publishStale } from "./jobs/publish.ts";
import { dueWaker, wakePublisher } from "./jobs/wake.ts";
import { pruneAudience } from "./store/audience.ts";
import { markDue } from "./store/due.ts";
import { pruneHistory } from "./store/history.ts";

export type Env = CatalogEnv & TokenEnv & PartnerEnv & SigningEnv & AlertEnv;

/** The service for a site and its feeds. */
export function worker(site: SiteInput, definitions: DefinitionInput[]) {
  const catalogs = makeCatalogs(site, definitions);
  const isolate = newIsolate();
  const app = routes(catalogs, isolate);
  const wakeWhenDue = dueWaker();

  async function publish(env: Env, { cache }: Pick<Copies, "cache">): Promise<void> {
    const catalog = await catalogs.takeUp(env);
    await markDue(env.DB, Date.now());
    if (!(await publishStale(env, { cache, memory: isolate.memory }, catalog))) await wakePublisher(env);
    await wakeWhenDue(env);
  }

  return {
    fetch: (request: Request, env: Env, context: ExecutionContext) =>
      answerHot(isolate, env, request) ?? app.fetch(request, env, context),
    /** Every message says the same: look. One look serves the whole batch; a failed one is delivered again. */
    async queue(_batch, env, context) {
      await publish(env, context);
    },
    /** The sweep: what a lost message left stale, what has come due, and history that is old enough to go. */
    async scheduled(_controller, env, context) {
      await catalogs.takeUp(env, "again");
      await publish(env, context);
      await checkAlerts(env, catalogs.get(env), Date.now());
      await isolate.counts.flush(env.DB);
      await pruneHistory(env.DB, Date.now());
      await pruneAudience(env.DB, Date.now());
    },
  } satisfies ExportedHandler<Env>;
}

export function routes(catalogs: Catalogs, isolate: Isolate) {
  const app = new Hono<{ Bindings: Env }>();
  app.use("/api/*", authorize);
  app.route("/api/articles", receipts(catalogs));
  app.route("/api/articles", articles(catalogs));
  app.route("/api/articles", revisions(catalogs));
  app.route("/api/feeds", feeds(catalogs));
  app.route("/api/partners", partners(catalogs));
  app.route("/api/audience", audienceApi(catalogs, isolate.counts));
  app.route("/api/openapi.json", openapi(catalogs));
  app.route("/.well-known/wireproof-keys.json", publicKeys);
  app.route("/health", health(catalogs));
  app.route("/audience", audiencePage(catalogs));
  app.route("/feeds", documents(catalogs, isolate));
  app.route("/partner", partnerDocuments(catalogs, isolate));
  app.route("/desk", desk(catalogs));
  app.route("/", files(catalogs));
  app.route("/", pages(catalogs));
  app.notFound((c) => notFound(catalogs, c));
  app.onError((error) => {
    console.error(JSON.stringify({ event: "error", error: error.stack ?? String(error) }));
    return problem(500, "Something broke; it is logged.");
  });
  return app;
}
