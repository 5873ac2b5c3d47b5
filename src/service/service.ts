import { Hono } from "hono";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { articles } from "./api/articles.ts";
import { audienceApi } from "./api/audience.ts";
import { feeds } from "./api/feeds.ts";
import { partners } from "./api/partners.ts";
import { revisions } from "./api/revisions.ts";
import { audiencePage } from "./audience/page.tsx";
import { type CatalogEnv, type Catalogs, catalogs as makeCatalogs } from "./catalog.ts";
import { desk } from "./desk/desk.tsx";
import { health } from "./health.ts";
import { authorize, type TokenEnv } from "./http/authorize.ts";
import { problem } from "./http/problem.ts";
import { type AlertEnv, checkAlerts } from "./jobs/alerts.ts";
import type { Copies } from "./jobs/copies.ts";
import { publishStale } from "./jobs/publish.ts";
import { dueWaker, wakePublisher } from "./jobs/wake.ts";
import { type Isolate, newIsolate } from "./kept.ts";
import { openapi } from "./openapi/openapi.ts";
import { files } from "./pages/files/files.ts";
import { notFound } from "./pages/notices.tsx";
import { pages } from "./pages/pages.tsx";
import { type PartnerEnv, partnerDocuments } from "./partner/documents.ts";
import { publicKeys, receipts, type SigningEnv } from "./partner/receipts.ts";
import { documents } from "./poll/documents.ts";
import { answerHot } from "./poll/hot.ts";
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
