import { Hono } from "hono";
import type { DefinitionInput, SiteInput } from "../feed/definition.ts";
import { type CatalogEnv, type Catalogs, catalogs as makeCatalogs } from "./catalog.ts";
import { articles } from "./http/articles.ts";
import { authorize, type TokenEnv } from "./http/authorize.ts";
import { desk } from "./http/desk/desk.tsx";
import { documents } from "./http/documents.ts";
import { feeds } from "./http/feeds.ts";
import { health } from "./http/health.ts";
import { Memory } from "./http/memory.ts";
import { openapi } from "./http/openapi.ts";
import { files } from "./http/pages/files.ts";
import { notFound } from "./http/pages/notices.tsx";
import { pages } from "./http/pages/pages.tsx";
import { problem } from "./http/problem.ts";
import { revisions } from "./http/revisions.ts";
import type { Copies } from "./jobs/copies.ts";
import { publishStale } from "./jobs/publish.ts";
import { dueWaker, wakePublisher } from "./jobs/wake.ts";
import { markDue } from "./store/due.ts";
import { pruneHistory } from "./store/history.ts";

export type Env = CatalogEnv & TokenEnv;

/** The service for a site and its feeds. */
export function worker(site: SiteInput, definitions: DefinitionInput[]) {
  const catalogs = makeCatalogs(site, definitions);
  const memory = new Memory();
  const app = routes(catalogs, memory);
  const wakeWhenDue = dueWaker();

  async function publish(env: Env, { cache }: Pick<Copies, "cache">): Promise<void> {
    const catalog = await catalogs.takeUp(env);
    await markDue(env.DB, Date.now());
    if (!(await publishStale(env, { cache, memory }, catalog))) await wakePublisher(env);
    await wakeWhenDue(env);
  }

  return {
    fetch: app.fetch,
    /** Every message says the same: look. One look serves the whole batch; a failed one is delivered again. */
    async queue(_batch, env, context) {
      await publish(env, context);
    },
    /** The sweep: what a lost message left stale, what has come due, and history that is old enough to go. */
    async scheduled(_controller, env, context) {
      await catalogs.takeUp(env, "again");
      await publish(env, context);
      await pruneHistory(env.DB, Date.now());
    },
  } satisfies ExportedHandler<Env>;
}

export function routes(catalogs: Catalogs, memory: Memory) {
  const app = new Hono<{ Bindings: Env }>();
  app.use("/api/*", authorize);
  app.route("/api/articles", articles(catalogs));
  app.route("/api/articles", revisions(catalogs));
  app.route("/api/feeds", feeds(catalogs));
  app.route("/api/openapi.json", openapi(catalogs));
  app.route("/health", health);
  app.route("/desk", desk(catalogs));
  app.route("/feeds", documents(catalogs, memory));
  app.route("/", files(catalogs));
  app.route("/", pages(catalogs));
  app.notFound((c) => notFound(catalogs, c));
  app.onError((error) => {
    console.error(JSON.stringify({ event: "error", error: error.stack ?? String(error) }));
    return problem(500, "Something broke; it is logged.");
  });
  return app;
}
