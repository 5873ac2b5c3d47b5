import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { articles } from "./api/articles.ts";
import { audienceApi } from "./api/audience.ts";
import { feeds } from "./api/feeds.ts";
import { partners } from "./api/partners.ts";
import { revisions } from "./api/revisions.ts";
import { publicAccount } from "./audience/account.ts";
import { audiencePage } from "./audience/page.tsx";
import { desk } from "./desk/desk.tsx";
import { health } from "./health.ts";
import type { Home } from "./home.ts";
import { authorize } from "./http/authorize.ts";
import { problem } from "./http/problem.ts";
import { checkAlerts } from "./jobs/alerts.ts";
import { Copies } from "./jobs/copies.ts";
import { Ingest } from "./jobs/ingest.ts";
import { publishStale } from "./jobs/publish.ts";
import { type TakeUp, takingUp } from "./jobs/take-up.ts";
import { dueWaker, wakePublisher } from "./jobs/wake.ts";
import { type Kept, newKept } from "./kept.ts";
import { openapi } from "./openapi/openapi.ts";
import { files } from "./pages/files/files.ts";
import { notFound } from "./pages/notices.tsx";
import { pages } from "./pages/pages.tsx";
import { partnerDocuments } from "./partner/documents.ts";
import { publicKeys, receipts } from "./partner/receipts.ts";
import { documents } from "./poll/documents.ts";
import { pruneAudience } from "./store/audience.ts";
import { markDue } from "./store/due.ts";
import { pruneHistory } from "./store/history.ts";

/** The service, as its home runs it: requests, and the two jobs that are nobody's request. */
export interface Service {
  fetch(request: Request): Response | Promise<Response>;
  /** Publishes whatever is stale. For every wake; a run that fails is to be tried again. */
  publish(): Promise<void>;
  /** What a lost wake left stale, what has come due, alerts, and history that is old enough to go. For every minute. */
  sweep(): Promise<void>;
}

/** The service for a masthead and its feeds, in a home. */
export function service(home: Home, catalog: Catalog, kept: Kept = newKept(home)): Service {
  const takeUp = takingUp(home, catalog);
  const app = routes(home, catalog, kept, takeUp);
  const publisher = { home, catalog, copies: new Copies(kept.editions, home) };
  const wakeWhenDue = dueWaker(home);

  async function publish(): Promise<void> {
    await takeUp();
    await markDue(home.db, Date.now());
    if (!(await publishStale(publisher))) await wakePublisher(home);
    await wakeWhenDue();
  }

  async function sweep(): Promise<void> {
    await takeUp("again");
    await publish();
    await checkAlerts(home, catalog, Date.now());
    await kept.counts.flush(home.db);
    await pruneHistory(home.db, Date.now());
    await pruneAudience(home.db, Date.now());
  }

  return { fetch: (request) => kept.hot.answer(request) ?? app.fetch(request), publish, sweep };
}

/** Every path of the public interface, each with the room that answers it. */
export function routes(home: Home, catalog: Catalog, kept: Kept, takeUp: TakeUp): Hono {
  const ingest = new Ingest(home, catalog, takeUp);
  const app = new Hono();
  app.use("/api/*", authorize(home.secrets.publishToken));
  app.route("/api/articles", receipts(home, catalog));
  app.route("/api/articles", articles(home, ingest));
  app.route("/api/articles", revisions(home, ingest));
  app.route("/api/feeds", feeds(home, catalog, takeUp));
  app.route("/api/partners", partners(home, catalog));
  app.route("/api/audience", audienceApi(home, catalog, kept.counts));
  app.route("/api/openapi.json", openapi(catalog));
  app.route("/.well-known/wireproof-keys.json", publicKeys(home));
  app.route("/health", health(home, catalog));
  app.route("/audience", audiencePage(home, catalog));
  app.route("/feeds", documents(home, catalog, { ...kept, account: publicAccount(home, kept.counts) }));
  app.route("/partner", partnerDocuments(home, catalog, kept));
  app.route("/desk", desk(home, catalog, ingest));
  app.route("/", files(home, catalog));
  app.route("/", pages(home, catalog));
  app.notFound((c) => notFound(catalog, c));
  app.onError((error) => {
    console.error(JSON.stringify({ event: "error", error: error.stack ?? String(error) }));
    return problem(500, "Something broke; it is logged.");
  });
  return app;
}
